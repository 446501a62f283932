using System.Text.Json;
using Camunda.ExternalTask.Testing.Json;
using Camunda.ExternalTask.Testing.Operations;
using Camunda.ExternalTask.Testing.State;
using Camunda.ExternalTask.Testing.Values;

namespace Camunda.ExternalTask.Testing.Rest.Writers;

/// <summary>Writes executions, jobs, event subscriptions, and the results of messages.</summary>
internal static class WaitingWriter
{
    public static void WriteExecution(Utf8JsonWriter writer, Execution execution, bool isEnded = false)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, execution.Id);
        writer.WriteString("processInstanceId"u8, execution.Instance.Id);
        writer.WriteBoolean("ended"u8, isEnded);
        writer.WriteString("tenantId"u8, execution.Instance.Definition.TenantId);
        writer.WriteEndObject();
    }

    public static void WriteJob(Utf8JsonWriter writer, Job job, JavaDateFormat dates)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, job.Id);
        writer.WriteString("jobDefinitionId"u8, $"{job.Definition.Id}:{job.Node.Id}");
        writer.WriteString("processInstanceId"u8, job.Execution?.Instance.Id);
        writer.WriteString("processDefinitionId"u8, job.Definition.Id);
        writer.WriteString("processDefinitionKey"u8, job.Definition.Key);
        writer.WriteString("executionId"u8, job.Execution?.Id);
        writer.WriteText("exceptionMessage", job.Data.ExceptionMessage);
        writer.WriteString("failedActivityId"u8, job.Data.ExceptionMessage is null ? null : job.Node.Id);
        writer.WriteNumber("retries"u8, job.Data.Retries);
        writer.WriteDate("dueDate", job.Data.DueDate, dates);
        writer.WriteBoolean("suspended"u8, job.IsSuspended);
        writer.WriteNumber("priority"u8, job.Priority);
        writer.WriteString("tenantId"u8, job.Definition.TenantId);
        writer.WriteDate("createTime", job.Created, dates);
        writer.WriteNull("batchId"u8);
        writer.WriteEndObject();
    }

    public static string TypeOf(EventSubscription subscription) => subscription.Kind.ToString().ToLowerInvariant();

    public static void WriteSubscription(Utf8JsonWriter writer, EventSubscription subscription, JavaDateFormat dates)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, subscription.Id);
        writer.WriteString("eventType"u8, TypeOf(subscription));
        writer.WriteText("eventName", subscription.Name.Length == 0 ? null : subscription.Name);
        writer.WriteString("executionId"u8, subscription.Execution?.Id);
        writer.WriteString("processInstanceId"u8, subscription.Execution?.Instance.Id);
        writer.WriteString("activityId"u8, subscription.Node.Id);
        writer.WriteDate("createdDate", subscription.Created, dates);
        writer.WriteString("tenantId"u8, subscription.Definition.TenantId);
        writer.WriteEndObject();
    }

    public static void WriteReceipt(
        Utf8JsonWriter writer,
        MessageReceipt receipt,
        string baseAddress,
        bool withVariables,
        EngineFlavor flavor,
        JavaDateFormat dates)
    {
        writer.WriteStartObject();
        writer.WriteString("resultType"u8, receipt.Execution is null ? "ProcessDefinition" : "Execution");
        writer.WritePropertyName("execution"u8);
        if (receipt.Execution is { } execution)
        {
            WriteExecution(writer, execution, receipt.IsEnded);
        }
        else
        {
            writer.WriteNullValue();
        }

        writer.WritePropertyName("processInstance"u8);
        if (receipt.Execution is null)
        {
            InstanceWriter.WriteStarted(writer, receipt.Instance, baseAddress, withVariables: false, flavor, dates, hasLink: false);
        }
        else
        {
            writer.WriteNullValue();
        }

        if (withVariables)
        {
            writer.WriteStartObject("variables"u8);
            foreach (var (name, variable) in receipt.Instance.Root.Variables)
            {
                EngineValueWriter.WriteNamed(writer, name, variable.Value, deserialize: false, dates);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }
}

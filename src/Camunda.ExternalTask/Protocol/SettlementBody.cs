using System.Text.Json;
using Camunda.ExternalTask.Http;
using Camunda.ExternalTask.Values.Dates;

namespace Camunda.ExternalTask.Protocol;

/// <summary>Writes the request that ends a task.</summary>
internal static class SettlementBody
{
    /// <summary>Returns the last segment of the path.</summary>
    public static string PathOf(SettlementKind kind) => kind switch
    {
        SettlementKind.Complete => "complete",
        SettlementKind.BpmnError => "bpmnError",
        SettlementKind.Failure => "failure",
        _ => "unlock",
    };

    /// <summary>Writes the members of the body. Objects of variables that would be empty are left out.</summary>
    /// <param name="body">Receives the members.</param>
    /// <param name="workerId">The worker id that the task is locked for.</param>
    /// <param name="settlement">The result of the task.</param>
    /// <param name="dateFormat">The format of the dates.</param>
    /// <exception cref="VariableException">The output contains a value that must not be sent.</exception>
    public static void Write(RequestBuffer body, string workerId, Settlement settlement, EngineDateFormat dateFormat)
    {
        var json = body.Json;
        json.WriteString("workerId"u8, workerId);
        switch (settlement.Kind)
        {
            case SettlementKind.Complete:
                WriteVariables(body, settlement.Output, dateFormat);
                WriteLocalVariables(body, settlement.Output, dateFormat);
                break;
            case SettlementKind.BpmnError:
                json.WriteString("errorCode"u8, settlement.ErrorCode);
                if (settlement.Message is { } message)
                {
                    json.WriteString("errorMessage"u8, ErrorText.CutMessage(message));
                }

                WriteVariables(body, settlement.Output, dateFormat);
                break;
            case SettlementKind.Failure:
                WriteFailure(json, settlement, dateFormat);
                break;
        }
    }

    private static void WriteVariables(RequestBuffer body, ITaskOutput? output, EngineDateFormat dateFormat)
    {
        if (output is not null)
        {
            body.WriteUnlessEmpty(
                "variables"u8, (output, dateFormat), static (body, given) => given.output.WriteVariables(new VariableWriter(body.Json, given.dateFormat)));
        }
    }

    private static void WriteLocalVariables(RequestBuffer body, ITaskOutput? output, EngineDateFormat dateFormat)
    {
        if (output is not null)
        {
            body.WriteUnlessEmpty(
                "localVariables"u8, (output, dateFormat), static (body, given) => given.output.WriteLocalVariables(new VariableWriter(body.Json, given.dateFormat)));
        }
    }

    private static void WriteFailure(Utf8JsonWriter json, Settlement failure, EngineDateFormat dateFormat)
    {
        json.WriteString("errorMessage"u8, ErrorText.CutMessage(failure.Message));
        if (failure.Details is { } details)
        {
            json.WriteString("errorDetails"u8, ErrorText.WellFormed(details));
        }

        json.WriteNumber("retries"u8, failure.Retries);
        json.WriteNumber("retryTimeout"u8, (long)failure.RetryTimeout.TotalMilliseconds);
        WriteMap(json, "variables"u8, failure.Variables, dateFormat);
        WriteMap(json, "localVariables"u8, failure.LocalVariables, dateFormat);
    }

    private static void WriteMap(Utf8JsonWriter json, ReadOnlySpan<byte> name, IReadOnlyDictionary<string, TypedValue>? variables, EngineDateFormat dateFormat)
    {
        if (variables is not { Count: > 0 })
        {
            return;
        }

        json.WriteStartObject(name);
        new VariableWriter(json, dateFormat).WriteAll(variables);
        json.WriteEndObject();
    }
}

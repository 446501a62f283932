using System.Text.Json;
using Camunda.ExternalTask.Testing.Json;
using Camunda.ExternalTask.Testing.State;
using Camunda.ExternalTask.Testing.Values;

namespace Camunda.ExternalTask.Testing.Rest.Writers;

/// <summary>Writes deployments and process definitions.</summary>
internal static class DeploymentWriter
{
    public static void WriteCreated(Utf8JsonWriter writer, Deployment deployment, string baseAddress, JavaDateFormat dates)
    {
        writer.WriteStartObject();
        LinkWriter.Write(writer, $"{baseAddress}/deployment/{deployment.Id}");
        WriteMembers(writer, deployment, dates);
        if (deployment.Definitions.Count == 0)
        {
            writer.WriteNull("deployedProcessDefinitions"u8);
        }
        else
        {
            writer.WriteStartObject("deployedProcessDefinitions"u8);
            foreach (var definition in deployment.Definitions)
            {
                writer.WritePropertyName(definition.Id);
                WriteDefinition(writer, definition);
            }

            writer.WriteEndObject();
        }

        writer.WriteNull("deployedCaseDefinitions"u8);
        writer.WriteNull("deployedDecisionDefinitions"u8);
        writer.WriteNull("deployedDecisionRequirementsDefinitions"u8);
        writer.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter writer, Deployment deployment, JavaDateFormat dates)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("links"u8);
        writer.WriteEndArray();
        WriteMembers(writer, deployment, dates);
        writer.WriteEndObject();
    }

    public static void WriteDefinition(Utf8JsonWriter writer, ProcessDefinition definition)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, definition.Id);
        writer.WriteString("key"u8, definition.Key);
        writer.WriteNull("category"u8);
        writer.WriteString("description"u8, definition.Graph.Process.Documentation);
        writer.WriteString("name"u8, definition.Name);
        writer.WriteNumber("version"u8, definition.Version);
        writer.WriteString("resource"u8, definition.Resource);
        writer.WriteString("deploymentId"u8, definition.DeploymentId);
        writer.WriteNull("diagram"u8);
        writer.WriteBoolean("suspended"u8, false);
        writer.WriteString("tenantId"u8, definition.TenantId);
        writer.WriteString("versionTag"u8, definition.VersionTag);
        writer.WriteNumberOrNull("historyTimeToLive", definition.HistoryTimeToLive);
        writer.WriteBoolean("startableInTasklist"u8, true);
        writer.WriteEndObject();
    }

    private static void WriteMembers(Utf8JsonWriter writer, Deployment deployment, JavaDateFormat dates)
    {
        writer.WriteString("id"u8, deployment.Id);
        writer.WriteString("name"u8, deployment.Name);
        writer.WriteNull("source"u8);
        writer.WriteDate("deploymentTime", deployment.Time, dates);
        writer.WriteString("tenantId"u8, deployment.TenantId);
    }
}

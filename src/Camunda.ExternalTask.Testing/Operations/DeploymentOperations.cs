using System.Text.Json;
using Camunda.ExternalTask.Bpmn;
using Camunda.ExternalTask.Testing.Flavors;
using Camunda.ExternalTask.Testing.Json;
using Camunda.ExternalTask.Testing.Processes;
using Camunda.ExternalTask.Testing.State;

namespace Camunda.ExternalTask.Testing.Operations;

/// <summary>Deploys models, deletes deployments, and finds definitions.</summary>
internal static class DeploymentOperations
{
    public static Deployment Deploy(
        UnitOfWork work,
        string? name,
        string? tenantId,
        IReadOnlyDictionary<string, string> resources,
        bool onlyIfChanged = false)
    {
        if (onlyIfChanged && work.State.Deployments.FindLast(known => known.IsSameAs(name, tenantId, resources)) is { } same)
        {
            // The answer names the existing deployment, but no definitions, because none was created.
            return new(same.Id, same.Name, same.Time, same.TenantId, same.Resources);
        }

        var deployment = new Deployment(work.State.Ids.Next(), name, work.State.Now, tenantId, resources);
        foreach (var (resource, text) in resources)
        {
            if (resource.EndsWith(".bpmn", StringComparison.Ordinal) || resource.EndsWith(".bpmn20.xml", StringComparison.Ordinal))
            {
                Deploy(work, deployment, resource, text);
            }
        }

        work.State.Deployments.Add(deployment);
        foreach (var definition in deployment.Definitions)
        {
            work.State.Definitions.Add(definition.Id, definition);
            DefinitionStarts.Register(work, definition);
        }

        return deployment;
    }

    public static void Delete(UnitOfWork work, string id, bool cascade, bool mapsOutputs)
    {
        var deployment = work.State.Deployments.Find(known => known.Id == id)
            ?? throw EngineErrors.NotFound($"Deployment with id '{id}' do not exist");
        var instances = work.State.Instances.Values.Where(instance => instance.Definition.DeploymentId == id).ToList();
        if (!cascade && instances.Count > 0)
        {
            throw EngineErrors.Failed(
                "Deletion of process definition without cascading failed. "
                + $"Process definition with id: {instances[0].Definition.Id} can't be deleted, "
                + $"since there exists {instances.Count} dependening process instances.");
        }

        foreach (var instance in instances)
        {
            work.Interpreter.Cancel(instance, null, mapsOutputs);
        }

        foreach (var ended in work.State.Ended.Values.Where(instance => instance.Definition.DeploymentId == id).ToList())
        {
            work.State.Ended.Remove(ended.Id);
        }

        work.State.Deployments.Remove(deployment);
        foreach (var definition in deployment.Definitions)
        {
            work.State.Definitions.Remove(definition.Id);
            DefinitionStarts.Remove(work, definition);
            if (Latest(work.State, definition.Key, definition.TenantId) is { } previous)
            {
                DefinitionStarts.Register(work, previous);
            }
        }
    }

    /// <summary>The latest version of a key for a tenant, or without a tenant.</summary>
    public static ProcessDefinition? Latest(EngineState state, string key, string? tenantId) => state.Definitions.Values
        .Where(definition => definition.Key == key && definition.TenantId == tenantId)
        .MaxBy(static definition => definition.Version);

    private static void Deploy(UnitOfWork work, Deployment deployment, string resource, string text)
    {
        var model = BpmnReader.Read(text, work.Flavor.Dialect());
        if (model.Problems.FirstOrDefault(static problem => problem.Kind is BpmnProblemKind.Malformed) is { } broken)
        {
            throw EngineErrors.Failed($"ENGINE-09003 Could not parse '{resource}'. {broken.Message}");
        }

        if (model.AllNodes().FirstOrDefault(static node => node.External is not null && node.TaskErrors.Any(static error => error.Expression is null)) is { } task)
        {
            // The engine's parser fails with this exception instead of reporting an error of the model.
            throw EngineErrors.Failed(
                "ENGINE-01009 Error while parsing process. Cannot invoke \"String.length()\" because \"this.input\" is null. "
                + $"(An error event definition of '{task.ElementName}' (id '{task.Id}', line {task.Position.Line}) has no expression; add one.)");
        }

        var errors = model.Problems
            .Where(static problem => problem.Kind is BpmnProblemKind.DuplicateId or BpmnProblemKind.MissingId)
            .Select(static problem => new ModelFault($"{problem.Message} (line {problem.Position.Line})", problem.Position, null))
            .ToList();
        var details = new ElementDetails(text, work.Flavor.Dialect());
        foreach (var process in model.Processes.Where(static process => process.IsExecutable))
        {
            if (process.HistoryTimeToLive is null && work.Flavor.EnforcesTimeToLive())
            {
                errors.Add(new(
                    "ENGINE-12018 History Time To Live (TTL) cannot be null. TTL is necessary for the History Cleanup to work. "
                    + "The following options are possible:\n* Set historyTimeToLive in the model",
                    process.Position,
                    process.Id));
            }

            var graph = new ProcessGraphBuilder(model, process, details, work.State.Implementations.ContainsKey, errors).Build();
            if (graph is not null && errors.Count == 0)
            {
                deployment.Definitions.Add(Define(work.State, deployment, resource, process.Id, graph));
            }
        }

        if (errors.Count > 0)
        {
            var list = string.Concat(errors.Select(error => $"\n* {error.Message} | resource {resource}"));
            throw EngineErrors.NotParsed($"ENGINE-09005 Could not parse BPMN process. Errors: {list}", writer => WriteDetails(writer, resource, errors));
        }
    }

    private static void WriteDetails(Utf8JsonWriter writer, string resource, IReadOnlyList<ModelFault> errors)
    {
        writer.WriteStartObject();
        writer.WriteStartObject(resource);
        writer.WriteStartArray("errors"u8);
        foreach (var error in errors)
        {
            writer.WriteStartObject();
            writer.WriteText("message", error.Message);
            writer.WriteNumber("line"u8, error.Position.Line);
            writer.WriteNumber("column"u8, error.Position.Column);
            writer.WriteText("mainElementId", error.ElementId);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("warnings"u8);
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static ProcessDefinition Define(EngineState state, Deployment deployment, string resource, string key, ProcessGraph graph)
    {
        var version = (Latest(state, key, deployment.TenantId)?.Version ?? 0) + 1;
        return new()
        {
            Id = $"{key}:{version}:{state.Ids.Next()}",
            Key = key,
            Version = version,
            Resource = resource,
            DeploymentId = deployment.Id,
            TenantId = deployment.TenantId,
            Graph = graph,
        };
    }
}

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Camunda.ExternalTask.Generators.Models;
using Camunda.ExternalTask.Generators.Writing;
using Camunda.ExternalTask.Shared;

namespace Camunda.ExternalTask.Generators.Emitting;

/// <summary>Writes a handler's descriptor: topic, input, lock, retries, filters and error codes.</summary>
internal static class DescriptorEmitter
{
    public static void Emit(SourceWriter writer, HandlerModel handler, string contract)
    {
        writer.MarkProperty();
        writer.Line($"static {GeneratedFile.Library}.HandlerDescriptor {contract}.Descriptor {{ get; }} = new({Literal(handler.Topic)})");
        writer.Open();
        writer.Line($"Name = {CSharpLiteral.Text(handler.Type.Name.TrimStart('@'))},");
        EmitInput(writer, handler.Method);
        if (handler.DeserializeValues)
        {
            writer.Line("DeserializeValues = true,");
        }

        if (handler.LockDuration is { } lockDuration)
        {
            writer.Line($"LockDuration = {Duration(lockDuration)},");
        }

        if (handler.RetryCycle is { } retryCycle)
        {
            writer.Line($"RetryCycle = {RetryCycle(retryCycle.Intervals)},");
        }

        if (handler.MaxConcurrency > 0)
        {
            writer.Line($"MaxConcurrency = {handler.MaxConcurrency.ToString(CultureInfo.InvariantCulture)},");
        }

        EmitFilter(writer, handler.Filter);
        if (!handler.ErrorCodes.IsEmpty)
        {
            writer.Line($"ErrorCodes = {List(handler.ErrorCodes)},");
        }

        if (NeedsServices(handler))
        {
            writer.Line("NeedsServices = true,");
        }

        EmitServices(writer, handler);

        writer.Close(";");
    }

    /// <summary>Writes the services that the container must have. The worker checks them when it starts.</summary>
    private static void EmitServices(SourceWriter writer, HandlerModel handler)
    {
        if (!handler.Constructor.Any(static service => service.IsRequired))
        {
            return;
        }

        writer.Line("Services =");
        writer.Line("[");
        foreach (var service in handler.Constructor.Where(static service => service.IsRequired))
        {
            var key = service.Key is { } given ? $" {{ Key = {given} }}" : "";
            writer.Continue($"new {GeneratedFile.Support}.HandlerService(typeof({service.TypeName}), {CSharpLiteral.Text(service.Parameter)}){key},");
        }

        writer.Line("],");
    }

    private static void EmitInput(SourceWriter writer, HandleMethodModel method)
    {
        if (method.InputType is { } input)
        {
            writer.Line($"Input = {GeneratedFile.Library}.TaskInputDescriptor.Of<{input}>(),");
        }
        else if (!method.FetchesAllVariables)
        {
            // The handler does not read variables, so the worker fetches none.
            writer.Line($"Input = new {GeneratedFile.Library}.TaskInputDescriptor([]),");
        }
    }

    private static void EmitFilter(SourceWriter writer, TopicFilterModel filter)
    {
        if (filter == TopicFilterModel.None)
        {
            return;
        }

        writer.Open($"Filter = new {GeneratedFile.Library}.TopicFilter");
        Text("ProcessDefinitionId", filter.ProcessDefinitionId);
        Texts("ProcessDefinitionIdIn", filter.ProcessDefinitionIdIn);
        Text("ProcessDefinitionKey", filter.ProcessDefinitionKey);
        Texts("ProcessDefinitionKeyIn", filter.ProcessDefinitionKeyIn);
        Text("ProcessDefinitionVersionTag", filter.ProcessDefinitionVersionTag);
        Text("BusinessKey", filter.BusinessKey);
        Texts("TenantIdIn", filter.TenantIdIn);
        Flag("WithoutTenantId", filter.WithoutTenantId);
        Flag("LocalVariables", filter.LocalVariables);
        writer.Close(",");

        void Text(string name, ConstantText? value)
        {
            if (value is { } text)
            {
                writer.Line($"{name} = {Literal(text)},");
            }
        }

        void Texts(string name, EquatableArray<ConstantText>? values)
        {
            if (values is { } texts)
            {
                writer.Line($"{name} = {List(texts)},");
            }
        }

        void Flag(string name, bool value)
        {
            if (value)
            {
                writer.Line($"{name} = true,");
            }
        }
    }

    private static bool NeedsServices(HandlerModel handler)
    {
        foreach (var service in handler.Constructor)
        {
            if (service.Kind != ServiceKind.Default)
            {
                return true;
            }
        }

        return false;
    }

    private static string RetryCycle(EquatableArray<TimeSpan> intervals)
    {
        if (intervals.IsEmpty)
        {
            return $"{GeneratedFile.Library}.RetryCycle.None";
        }

        var durations = new List<string>();
        var areEqual = true;
        foreach (var interval in intervals)
        {
            durations.Add(Duration(interval));
            areEqual &= interval == intervals[0];
        }

        return areEqual && intervals.Count > 1
            ? $"{GeneratedFile.Library}.RetryCycle.Repeat({intervals.Count.ToString(CultureInfo.InvariantCulture)}, {durations[0]})"
            : $"new {GeneratedFile.Library}.RetryCycle([{string.Join(", ", durations)}])";
    }

    private static string Duration(TimeSpan duration)
    {
        var (method, number) = duration.Ticks switch
        {
            0 => ("FromSeconds", 0),
            var ticks when ticks % TimeSpan.TicksPerDay == 0 => ("FromDays", ticks / TimeSpan.TicksPerDay),
            var ticks when ticks % TimeSpan.TicksPerHour == 0 => ("FromHours", ticks / TimeSpan.TicksPerHour),
            var ticks when ticks % TimeSpan.TicksPerMinute == 0 => ("FromMinutes", ticks / TimeSpan.TicksPerMinute),
            var ticks when ticks % TimeSpan.TicksPerSecond == 0 => ("FromSeconds", ticks / TimeSpan.TicksPerSecond),
            var ticks when ticks % TimeSpan.TicksPerMillisecond == 0 => ("FromMilliseconds", ticks / TimeSpan.TicksPerMillisecond),
            var ticks => ("FromTicks", ticks),
        };

        return $"global::System.TimeSpan.{method}({number.ToString(CultureInfo.InvariantCulture)})";
    }

    private static string List(EquatableArray<ConstantText> texts)
    {
        var literals = new List<string>();
        foreach (var text in texts)
        {
            literals.Add(Literal(text));
        }

        return $"[{string.Join(", ", literals)}]";
    }

    private static string Literal(ConstantText text) => CSharpLiteral.Text(text.Value ?? "");
}

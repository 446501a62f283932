using System.Collections.Generic;
using Camunda.ExternalTask.Generators.Models;
using Camunda.ExternalTask.Generators.Writing;

namespace Camunda.ExternalTask.Generators.Emitting;

/// <summary>Writes a handler's dispatch: it reads the input, calls the method and wraps the result.</summary>
internal static class DispatchEmitter
{
    private const string Outcome = $"{GeneratedFile.Library}.TaskOutcome";
    private const string ValueTaskOfOutcome = $"global::System.Threading.Tasks.ValueTask<{Outcome}>";

    public static void Emit(SourceWriter writer, HandlerModel handler, string contract)
    {
        var method = handler.Method;
        var isAwaited = method.Awaitable != HandleAwaitable.None && !ReturnsOutcomeTask(method);
        var call = Call(handler);

        writer.MarkMethod();
        writer.Line(GeneratedFile.HiddenInTraces);
        writer.Line($"static {(isAwaited ? "async " : "")}{ValueTaskOfOutcome} {contract}.DispatchAsync(");
        writer.Continue($"{handler.Type.FullName} handler,");
        writer.Continue($"{GeneratedFile.Library}.ExternalTaskContext task,");
        writer.Continue("global::System.Threading.CancellationToken cancellationToken)");
        writer.Open();
        if (isAwaited)
        {
            EmitAwaited(writer, method, $"await {call}.ConfigureAwait(false)");
        }
        else
        {
            EmitDirect(writer, method, call);
        }

        writer.Close();
    }

    private static bool ReturnsOutcomeTask(HandleMethodModel method) => method is { Awaitable: not HandleAwaitable.None, Result: HandleResult.Outcome };

    private static void EmitAwaited(SourceWriter writer, HandleMethodModel method, string call)
    {
        switch (method.Result)
        {
            case HandleResult.Nothing:
                writer.Line($"{call};");
                writer.Line($"return {Outcome}.Completed();");
                break;
            case HandleResult.Output:
                writer.Line($"var output = {call};");
                writer.Line($"return {Outcome}.Completed(output);");
                break;
            default:
                writer.Line($"return {call};");
                break;
        }
    }

    private static void EmitDirect(SourceWriter writer, HandleMethodModel method, string call)
    {
        switch (method)
        {
            case { Awaitable: HandleAwaitable.ValueTask }:
                writer.Line($"return {call};");
                break;
            case { Awaitable: HandleAwaitable.Task }:
                writer.Line($"return new {ValueTaskOfOutcome}({call});");
                break;
            case { Result: HandleResult.Nothing }:
                writer.Line($"{call};");
                writer.Line($"return new {ValueTaskOfOutcome}({Outcome}.Completed());");
                break;
            case { Result: HandleResult.Output }:
                writer.Line($"var output = {call};");
                writer.Line($"return new {ValueTaskOfOutcome}({Outcome}.Completed(output));");
                break;
            default:
                writer.Line($"return new {ValueTaskOfOutcome}({call});");
                break;
        }
    }

    private static string Call(HandlerModel handler)
    {
        var arguments = new List<string>();
        foreach (var parameter in handler.Method.Parameters)
        {
            arguments.Add(parameter.Kind switch
            {
                HandleParameterKind.Input => $"task.Task.Read<{handler.Method.InputType}>()",
                HandleParameterKind.Context => "task",
                _ => "cancellationToken",
            });
        }

        var receiver = handler.Method.IsStatic ? handler.Type.FullName : "handler";
        return $"{receiver}.{handler.Method.Name}({string.Join(", ", arguments)})";
    }
}

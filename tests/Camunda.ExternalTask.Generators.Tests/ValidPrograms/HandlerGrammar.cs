using System.Text;

namespace Camunda.ExternalTask.Generators.Tests.ValidPrograms;

/// <summary>Handlers of every shape, with their types nested or beside them.</summary>
internal sealed class HandlerGrammar(Dice dice, TypeGrammar types)
{
    private static readonly string[] Settings =
    [
        "", "", ", LockDuration = \"PT1M\"", ", RetryCycle = \"R3/PT30S\"", ", MaxConcurrency = 2", ", ProcessDefinitionKeyIn = [\"a\", \"b\"]",
        ", LockDuration = \"PT5M\", DeserializeValues = true, BusinessKey = \"b\"",
    ];

    /// <summary>The declaration of a handler, and its part in another file.</summary>
    public (string Declaration, string Part) Declare(int number)
    {
        var name = dice.Of("Charge", "@new", "Prüfe", "ExternalTaskHandler", "HandlerDescriptor") + number;
        var isNested = dice.Chance(50);
        var access = isNested ? dice.Of("public", "internal", "private") : "public";
        var body = new StringBuilder();
        var beside = new StringBuilder();
        var input = dice.Chance(75) ? types.Input(access) : null;
        var output = dice.Chance(75) ? types.Output(access) : null;
        var error = dice.Chance(50) ? types.Error("public", null) : null;
        var derived = error is not null && !error.Text.StartsWith("[System.Obsolete", StringComparison.Ordinal) && error.Text.EndsWith("();\n", StringComparison.Ordinal) && dice.Chance(40) ? types.Error("public", error.Name) : null;
        foreach (var declared in new[] { input, output, error, derived })
        {
            (isNested ? body : beside).Append(declared?.Text);
        }

        var handle = Handle(input, output, access);
        var baseType = "";
        if (dice.Chance(15) && input is { IsReference: true } && !isNested)
        {
            beside.Append($"public abstract class Base{number}<T> where T : class {{ {dice.Of("public", "protected")} Task HandleAsync(T? input, CancellationToken token) => Task.CompletedTask; }}\n");
            (handle, baseType) = ("", $" : Base{number}<{input.Name}>");
        }

        var isRecord = baseType.Length == 0 && dice.Chance(10);
        var kind = isRecord ? "record" : "class";
        var reports = !isNested && error is not null && !error.Text.Contains("error: true", StringComparison.Ordinal) ? $"[ReportsBpmnError(typeof({error.Name}))] [ReportsBpmnError(\"OTHER\")] " : "";
        var modifiers = $"{dice.Of("public", "internal")} {dice.Of("", "sealed ")}partial {kind} {name}";
        var obsolete = dice.Chance(6) ? "[System.Obsolete(\"gone\", error: true)] " : "";
        var inOther = dice.Chance(40);
        var declaration = $"{beside}{obsolete}{reports}[ExternalTaskHandler(\"topic{number}\"{dice.Of(Settings)})]\n{modifiers}{Constructor()}{baseType}\n{{\n{body}{(inOther ? "" : handle)}}}\n";
        var part = inOther ? $"partial {kind} {name}\n{{\n{handle}}}\n" : dice.Chance(20) ? $"partial {kind} {name} {{ private int _field; private int Use() => _field++; }}\n" : "";
        return (declaration, part);
    }

    private string Constructor() => dice.Of(
        "", "", "", "()", "(System.IServiceProvider services)", "(System.Collections.Generic.IEnumerable<string> list, System.IComparable? some = null, int number = 3)",
        "(System.IFormatProvider @class)", "(Func<int> factory, CancellationToken token = default)");

    private string Handle(TypeGrammar.Declared? input, TypeGrammar.Declared? output, string access)
    {
        var parameters = new List<string>();
        if (input is not null)
        {
            parameters.Add($"{input.Name}{(input.IsReference && dice.Chance(25) ? "?" : "")} {dice.Of("input", "@class", "handler", "task")}");
        }

        if (dice.Chance(40))
        {
            parameters.Add($"ExternalTaskContext {dice.Of("context", "@event", "variables")}");
        }

        if (dice.Chance(50))
        {
            parameters.Add($"CancellationToken {dice.Of("token", "cancellationToken", "@default")}");
        }

        var shuffled = parameters.ToArray();
        dice.Shuffle(shuffled);
        if (shuffled.Length > 0 && shuffled[^1].StartsWith("CancellationToken", StringComparison.Ordinal) && dice.Chance(40))
        {
            shuffled[^1] += " = default";
        }

        var result = Result(output);
        var isTask = result.Contains("Task<", StringComparison.Ordinal) || result.TrimEnd('?') is "Task" or "ValueTask";
        var isAsync = isTask && !result.EndsWith('?') && dice.Chance(30);
        var isStatic = dice.Chance(15);
        var accessibility = access == "public" ? dice.Of("public", "internal", "private") : access == "internal" ? dice.Of("internal", "private") : "private";
        var obsolete = dice.Chance(8) ? "[System.Obsolete(\"gone\", error: true)] " : "";
        return $"    {obsolete}{accessibility} {(isStatic ? "static " : "")}{(isAsync ? "async " : "")}{result} {(isTask ? "HandleAsync" : "Handle")}({string.Join(", ", shuffled)}) => throw new InvalidOperationException();\n";
    }

    private string Result(TypeGrammar.Declared? output)
    {
        var outcome = dice.Of("", "", "TaskOutcome");
        if (output is not null)
        {
            var name = output.IsReference && dice.Chance(25) ? output.Name + "?" : output.Name;
            outcome = dice.Of(name, name, $"TaskOutcome<{output.Name}>", "TaskOutcome", "");
        }

        return (outcome.Length, dice.Between(0, 3)) switch
        {
            (0, 0) => dice.Of("Task", "Task?"),
            (0, 1) => "ValueTask",
            (0, _) => "void",
            (_, 0) => dice.Of($"Task<{outcome}>", $"Task<{outcome}>?"),
            (_, 1) => $"ValueTask<{outcome}>",
            _ => outcome,
        };
    }
}

using System.Text;
using System.Text.RegularExpressions;

namespace Camunda.ExternalTask.Generators.Tests.ValidPrograms;

/// <summary>Writes a program that uses the library in an unusual but valid way. The seed decides which.</summary>
internal sealed partial class ProgramGrammar
{
    private static readonly string[] Namespaces = ["", "Acme", "Acme.Orders.V2", "@namespace.@class", "Größe", "Acme.System", "Acme.Camunda.ExternalTask2"];
    private static readonly string[] Containers =
    [
        "public static partial class", "internal partial class", "public partial record", "public partial struct", "public partial interface", "public sealed partial class", "public partial record struct",
    ];

    private readonly Dice _dice;
    private readonly ValueGrammar _values;
    private readonly TypeGrammar _types;
    private readonly HandlerGrammar _handlers;

    private ProgramGrammar(int seed)
    {
        _dice = new(seed);
        _values = new(_dice);
        _types = new(_dice, _values);
        _handlers = new(_dice, _types);
    }

    /// <summary>The files of a program.</summary>
    public static string[] Write(int seed) => new ProgramGrammar(seed).Write();

    private string[] Write()
    {
        var (head, foot) = Surroundings();
        var body = new StringBuilder();
        var parts = new StringBuilder();
        for (var i = _dice.Between(1, 3); i > 0; i--)
        {
            var (declaration, part) = _handlers.Declare(i);
            body.Append(declaration);
            parts.Append(part);
        }

        if (_dice.Chance(40))
        {
            body.Append(_types.Payload());
        }

        return
        [
            Usings + AssemblyAttributes() + head + Qualified(body) + foot,
            Usings + head + Qualified(parts) + foot,
            Usings + _values.Declarations(),
        ];
    }

    private const string Usings = "using Camunda.ExternalTask;\nusing System.Text.Json.Serialization;\nusing System.Diagnostics.CodeAnalysis;\n#pragma warning disable ACME1, ACME2\n";

    // A namespace of the program can end with System.
    private static string Qualified(StringBuilder code) => SystemName().Replace(code.ToString(), "global::System.");

    [GeneratedRegex(@"(?<![\w.:])System\.")]
    private static partial Regex SystemName();

    private string AssemblyAttributes() =>
        "[assembly: TaskJsonContext(typeof(global::Values.Json))]\n"
        + (_dice.Chance(30) ? "[assembly: System.CLSCompliant(true)]\n" : "")
        + (_dice.Chance(20) ? $"[assembly: ExternalTaskHandlers(\"{_dice.Of("AddLoanHandlers", "Add", "class", "Größe")}\")]\n" : "");

    private (string Head, string Foot) Surroundings()
    {
        var (head, foot) = ("", "");
        var name = _dice.Of(Namespaces);
        if (name.Length > 0)
        {
            (head, foot) = _dice.Chance(50) ? ($"namespace {name};\n", "") : ($"namespace {name}\n{{\n", "}\n");
        }

        for (var i = _dice.Chance(40) ? _dice.Between(1, 2) : 0; i > 0; i--)
        {
            head += $"{_dice.Of(Containers)} {_dice.Of("Outer", "@base", "Handlers", "Ö")}{i}\n{{\n";
            foot += "}\n";
        }

        return (head, foot);
    }
}

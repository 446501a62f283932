using Camunda.ExternalTask.Analyzers.Tests.Verifiers;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Analyzers.Tests;

/// <summary>What a message says must be what happens: after an error there is no build, so nothing is taken, ignored or registered instead.</summary>
public class RuleTextTests
{
    private static readonly string[] Consequences =
    [
        "is taken", "is used instead", "is ignored", "are ignored", "is internal", "default is", "falls back", "is not read", "is not written", "has no effect",
    ];

    public static TheoryData<string> Errors => [.. OfSeverity(DiagnosticSeverity.Error)];

    public static TheoryData<string> Others => [.. RuleCompilation.Rules.Select(rule => rule.Id).Except(OfSeverity(DiagnosticSeverity.Error))];

    [Theory, MemberData(nameof(Errors))]
    public void An_error_does_not_say_what_is_done_in_spite_of_it(string id) =>
        Assert.DoesNotContain(Consequences, phrase => Message(id).Contains(phrase, StringComparison.OrdinalIgnoreCase));

    [Theory, MemberData(nameof(Others))]
    public void What_is_no_error_does_not_stop_generator_or_worker(string id) =>
        Assert.DoesNotContain(
            ["generator skips", "would not start", "cannot be created", "Generated code cannot"],
            phrase => Message(id).Contains(phrase, StringComparison.OrdinalIgnoreCase));

    [Theory, MemberData(nameof(Errors)), MemberData(nameof(Others))]
    public void A_message_ends_with_a_remedy(string id)
    {
        var message = Message(id);

        // A placeholder can hold the remedy.
        Assert.True(message.Contains(';') || message.EndsWith('}'), message);
        Assert.False(message.EndsWith('.'), message);
    }

    private static string Message(string id) => RuleCompilation.Rule(id).MessageFormat.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static IEnumerable<string> OfSeverity(DiagnosticSeverity severity) =>
        RuleCompilation.Rules.Where(rule => rule.DefaultSeverity == severity).Select(rule => rule.Id);
}

using System.Text.RegularExpressions;
using Acme.Loans.Outbox;

namespace Camunda.ExternalTask.Generators.Tests.Guides.Outbox;

/// <summary>The stored outputs of the recipe in <c>docs/idempotency.md</c>, and the page itself.</summary>
public sealed partial class OutboxTests
{
    [Fact]
    public void An_output_is_restored_as_it_was()
    {
        var output = new UntypedOutput()
            .Set("text", "ä\"\\")
            .Set("number", 5L)
            .Set("date", new DateTimeOffset(2026, 1, 2, 3, 4, 5, 6, TimeSpan.FromHours(2)))
            .Set("bytes", new byte[] { 1, 2, 3 })
            .SetTyped("json", TypedValue.Json("""{"a":[1,2]}"""))
            .SetTyped("file", TypedValue.File(new byte[] { 4 }, "a.txt", "text/plain"))
            .SetTyped("absent", TypedValue.Null())
            .SetTransient("token", "t-1")
            .SetLocal("trace", "x");

        var stored = StoredOutput.Store("task", output);
        var restored = StoredOutput.Restore(stored);

        var again = StoredOutput.Store("task", restored);
        Assert.Equal(stored.Variables, again.Variables);
        Assert.Equal(stored.LocalVariables, again.LocalVariables);
        Assert.Contains("\"transient\":true", again.Variables, StringComparison.Ordinal);
        Assert.Equal(9, ((UntypedOutput)restored).Variables.Count + ((UntypedOutput)restored).LocalVariables.Count);
    }

    [Fact]
    public void A_completion_without_output_is_stored() =>
        Assert.Empty(((UntypedOutput)StoredOutput.Restore(StoredOutput.Store("task", null))).Variables);

    [Theory]
    [InlineData(nameof(LoanContext))]
    [InlineData(nameof(StoredOutput))]
    [InlineData(nameof(StoredResults))]
    [InlineData(nameof(GrantLoan))]
    public void The_page_shows_the_file(string name)
    {
        var file = File.ReadAllText(Path.Combine(GuidePage.Repository, "tests", "Camunda.ExternalTask.Generators.Tests", "Guides", "Outbox", $"{name}.cs")).ReplaceLineEndings("\n");
        Assert.Contains(NamespaceLine().Replace(file, ""), GuidePage.Of("docs/idempotency.md").Examples.Select(static example => example.Code));
    }

    [GeneratedRegex(@"^namespace [^\n]+;\n\n", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();
}

using Camunda.ExternalTask.Generators.Tests.Driving;

namespace Camunda.ExternalTask.Generators.Tests;

/// <summary>Attributes of System.Text.Json mean the same for a variable as for JSON.</summary>
public sealed class JsonSettingsTests
{
    private const string Usings = "using Camunda.ExternalTask; using System.Text.Json.Serialization;\n";

    [Theory]
    [InlineData("[TaskOutput] public partial record T(int Id, [property: JsonIgnore] string Secret);")]
    [InlineData("[TaskOutput] public partial record T(int Id) { [JsonIgnore(Condition = JsonIgnoreCondition.Always)] public string Secret => \"s\"; }")]
    [InlineData("[TaskOutput] public partial record T(int Id) : Base; public record Base { [JsonIgnore] public string? Secret { get; init; } }")]
    [InlineData("[BpmnError(\"E\")] public partial record T(int Id, [property: JsonIgnore] string Secret);")]
    [InlineData("[ProcessStart(\"p\")] public partial record T(int Id, [property: JsonIgnore] string Secret);")]
    [InlineData("[TaskInput] public partial class T { public int Id { get; set; } [JsonIgnore] public string? Secret { get; set; } }")]
    public void Ignored_property_is_no_variable(string source)
    {
        var text = Text(source);

        Assert.Contains("\"id\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("[TaskOutput] public partial record T([property: JsonIgnore, Variable] string Secret);")]
    [InlineData("[TaskOutput] public partial record T([property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string Secret);")]
    [InlineData("[TaskInput] public partial record T([property: JsonIgnore] string Secret);")]
    [InlineData("[TaskInput] public partial class T { [JsonIgnore] public required string Secret { get; set; } }")]
    public void Property_that_is_needed_or_marked_is_a_variable(string source) => Assert.Contains("\"secret\"", Text(source), StringComparison.Ordinal);

    [Theory]
    [InlineData("[TaskOutput] public partial record T([property: JsonPropertyName(\"full_name\")] string Name);")]
    [InlineData("[TaskInput] public partial record T([property: JsonPropertyName(\"full_name\")] string Name);")]
    [InlineData("[BpmnError(\"E\")] public partial record T([property: JsonPropertyName(\"full_name\")] string Name);")]
    [InlineData("[Message(\"m\")] public partial record T([property: JsonPropertyName(\"full_name\")] string Name);")]
    [InlineData("[TaskOutput] public partial record T([property: JsonPropertyName(\"full_name\"), Variable(Transient = true)] string Name);")]
    [InlineData("[TaskOutput] public partial record T([property: JsonPropertyName(\"json\"), Variable(\"full_name\")] string Name);")]
    public void Name_for_JSON_is_the_name_of_the_variable(string source)
    {
        var text = Text(source);

        Assert.Contains("\"full_name\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\"name\"", text, StringComparison.Ordinal);
    }

    private static string Text(string source)
    {
        Assert.Empty(SourceDriver.Complaints(SourceDriver.Complete(SourceDriver.Compilation(Usings + source))));
        return SourceDriver.Run(Usings + source).GeneratedSources.Single(static file => file.HintName.StartsWith("T.", StringComparison.Ordinal)).SourceText.ToString();
    }
}

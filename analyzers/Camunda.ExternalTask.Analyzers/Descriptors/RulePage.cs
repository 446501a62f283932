namespace Camunda.ExternalTask.Analyzers.Descriptors;

/// <summary>Where each rule is explained.</summary>
internal static class RulePage
{
    public const string Folder = "https://github.com/camunda-external-task/camunda-external-task-dotnet/blob/main/docs/rules/";

    public static string Of(string ruleId) => $"{Folder}{ruleId}.md";
}

namespace Camunda.ExternalTask.Analyzers.Descriptors;

/// <summary>A category a range of ids, so that <c>dotnet_analyzer_diagnostic.category-….severity</c> sets a whole range.</summary>
internal static class RuleCategories
{
    public const string Declaration = "ExternalTask.Declaration";
    public const string Topic = "ExternalTask.Topic";
    public const string Variables = "ExternalTask.Variables";
    public const string Errors = "ExternalTask.Errors";
    public const string Async = "ExternalTask.Async";
    public const string Json = "ExternalTask.Json";
    public const string Model = "ExternalTask.Model";
    public const string Configuration = "ExternalTask.Configuration";
}

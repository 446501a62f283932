namespace Camunda.ExternalTask.Testing.Operations;

/// <summary>The order of fetched tasks by their time of creation.</summary>
internal enum FetchOrder
{
    None,
    Ascending,
    Descending,
}

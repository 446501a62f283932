namespace Camunda.ExternalTask;

/// <summary>A direction of sorting.</summary>
public enum SortOrder
{
    /// <summary>The oldest, or lowest, first.</summary>
    Ascending,

    /// <summary>The newest, or highest, first.</summary>
    Descending,
}

namespace Camunda.ExternalTask;

/// <summary>Sort direction.</summary>
public enum SortOrder
{
    /// <summary>The oldest or lowest first.</summary>
    Ascending,

    /// <summary>The newest or highest first.</summary>
    Descending,
}

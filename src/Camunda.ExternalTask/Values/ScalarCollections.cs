using System.ComponentModel;
using System.Text.Json.Serialization;
using Camunda.ExternalTask.Values;

namespace Camunda.ExternalTask.Generated;

// A context per element type, so that trimming and NativeAOT keep only those that are used.

/// <summary>The JSON types of collections of <see cref="string"/>. Only generated code uses them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class StringCollections
{
    /// <summary>The context.</summary>
    public static JsonSerializerContext Default => StringCollectionsContext.Default;
}

/// <summary>The JSON types of collections of <see cref="int"/>. Only generated code uses them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Int32Collections
{
    /// <summary>The context.</summary>
    public static JsonSerializerContext Default => Int32CollectionsContext.Default;
}

/// <summary>The JSON types of collections of <see cref="long"/>. Only generated code uses them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Int64Collections
{
    /// <summary>The context.</summary>
    public static JsonSerializerContext Default => Int64CollectionsContext.Default;
}

/// <summary>The JSON types of collections of <see cref="double"/>. Only generated code uses them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class DoubleCollections
{
    /// <summary>The context.</summary>
    public static JsonSerializerContext Default => DoubleCollectionsContext.Default;
}

/// <summary>The JSON types of collections of <see cref="decimal"/>. Only generated code uses them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class DecimalCollections
{
    /// <summary>The context.</summary>
    public static JsonSerializerContext Default => DecimalCollectionsContext.Default;
}

/// <summary>The JSON types of collections of <see cref="bool"/>. Only generated code uses them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BooleanCollections
{
    /// <summary>The context.</summary>
    public static JsonSerializerContext Default => BooleanCollectionsContext.Default;
}

/// <summary>The JSON types of collections of <see cref="Guid"/>. Only generated code uses them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class GuidCollections
{
    /// <summary>The context.</summary>
    public static JsonSerializerContext Default => GuidCollectionsContext.Default;
}

/// <summary>The JSON types of collections of <see cref="DateTimeOffset"/>. Only generated code uses them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class DateTimeOffsetCollections
{
    /// <summary>The context.</summary>
    public static JsonSerializerContext Default => DateTimeOffsetCollectionsContext.Default;
}

/// <summary>The JSON types of collections of <see cref="DateTime"/>. Only generated code uses them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class DateTimeCollections
{
    /// <summary>The context.</summary>
    public static JsonSerializerContext Default => DateTimeCollectionsContext.Default;
}

/// <summary>The JSON types of collections of <see cref="DateOnly"/>. Only generated code uses them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class DateOnlyCollections
{
    /// <summary>The context.</summary>
    public static JsonSerializerContext Default => DateOnlyCollectionsContext.Default;
}

using System;

namespace Camunda.ExternalTask.Analyzers.Flow;

/// <summary>The engine types that a variable can have at a point of a process.</summary>
[Flags]
internal enum VariableTypes
{
    None = 0,
    Null = 1,
    Boolean = 1 << 1,

    /// <summary>Short, Integer or Long.</summary>
    Integer = 1 << 2,
    Double = 1 << 3,
    String = 1 << 4,
    Date = 1 << 5,
    Bytes = 1 << 6,
    File = 1 << 7,
    Json = 1 << 8,
    Xml = 1 << 9,

    /// <summary>An object that is serialized as JSON.</summary>
    Object = 1 << 10,

    /// <summary>A Java list or map of a mapping, which the engine serializes in its default format.</summary>
    JavaCollection = 1 << 11,
    Any = (1 << 12) - 1,
}

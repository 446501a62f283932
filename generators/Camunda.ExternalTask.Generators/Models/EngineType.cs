namespace Camunda.ExternalTask.Generators.Models;

/// <summary>The runtime's <c>VariableType</c>: same names, same numbers (a test compares them).</summary>
internal enum EngineType
{
    Default,
    Null,
    Boolean,
    Short,
    Integer,
    Long,
    Double,
    String,
    Date,
    Bytes,
    File,
    Json,
    Xml,
    Object,
}

namespace Camunda.ExternalTask;

/// <summary>The engine's variable types, with their names on the wire.</summary>
public enum VariableType
{
    /// <summary>In attributes: the engine type of the C# type. On reading: a type that this library does not know.</summary>
    Default,

    /// <summary>No value and no type.</summary>
    Null,

    /// <summary>A truth value.</summary>
    Boolean,

    /// <summary>A 16-bit integer.</summary>
    Short,

    /// <summary>A 32-bit integer.</summary>
    Integer,

    /// <summary>A 64-bit integer.</summary>
    Long,

    /// <summary>A 64-bit floating-point number; NaN and the infinities are sent as text.</summary>
    Double,

    /// <summary>Text; most databases store up to 4,000 characters.</summary>
    String,

    /// <summary>An instant, to the millisecond.</summary>
    Date,

    /// <summary>Bytes, as Base64; every fetch contains them.</summary>
    Bytes,

    /// <summary>A file with name, MIME type and encoding; its content is downloaded on demand.</summary>
    File,

    /// <summary>JSON text; requires an engine with Spin.</summary>
    Json,

    /// <summary>XML text; requires an engine with Spin.</summary>
    Xml,

    /// <summary>A serialized Java object: its text, the class name and the serialization format.</summary>
    Object,
}

namespace Camunda.ExternalTask;

/// <summary>The engine's variable types. The names are those on the wire.</summary>
public enum VariableType
{
    /// <summary>Follows the C# type (in attributes); a type unknown to this library (on reading).</summary>
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

    /// <summary>A 64-bit floating-point number; NaN and the infinities travel as text.</summary>
    Double,

    /// <summary>Text of up to 4,000 characters (the column's size).</summary>
    String,

    /// <summary>An instant in milliseconds.</summary>
    Date,

    /// <summary>Bytes; travel as Base64, content included in every fetch.</summary>
    Bytes,

    /// <summary>A file with name, MIME type and encoding; its content is fetched on demand.</summary>
    File,

    /// <summary>JSON text (Spin). Not available on engines without Spin.</summary>
    Json,

    /// <summary>XML text (Spin). Not available on engines without Spin.</summary>
    Xml,

    /// <summary>A serialized Java object: text with a class name and a serialization format.</summary>
    Object,
}

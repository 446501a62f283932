namespace Camunda.ExternalTask.Generators.Models;

/// <summary>What a C# type is to a variable: which method reads it and which writes it.</summary>
internal enum ValueKind
{
    Boolean,
    Byte,
    SByte,
    Int16,
    UInt16,
    Int32,
    UInt32,
    Int64,
    UInt64,
    Single,
    Double,
    Decimal,
    Char,
    String,

    /// <summary>A type that is written as its text: an identifier, an address, a day, a duration, a number of any size.</summary>
    Text,

    DateTimeOffset,
    DateTime,
    Enum,
    Bytes,
    File,
    Memory,
    JsonElement,
    JsonNode,
    JsonObject,
    JsonArray,
    XDocument,
    XElement,
    TypedValue,

    /// <summary>A user's type, a list, an array or a dictionary: JSON through the user's serializer context.</summary>
    Json,

    /// <summary>Any type with a converter of the user's.</summary>
    Converted,
}

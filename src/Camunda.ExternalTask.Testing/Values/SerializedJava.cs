using System.Buffers.Binary;
using System.Text;

namespace Camunda.ExternalTask.Testing.Values;

/// <summary>A substitute for Java's serialization.</summary>
internal static class SerializedJava
{
    public const string Format = "application/x-java-serialized-object";

    private const int HeaderLength = 13;

    /// <summary>An Object of a Java type whose content is given as JSON.</summary>
    public static EngineValue ValueOf(string typeName, string json) =>
        new("Object", OfJson(json)) { ObjectTypeName = typeName, Format = Format };

    /// <summary>The JSON text from which <see cref="ValueOf"/> created a value.</summary>
    public static string JsonOf(string serialized) => Encoding.UTF8.GetString(Convert.FromBase64String(serialized).AsSpan(HeaderLength));

    /// <summary>
    /// Serializes a java.lang.String that contains the JSON text, as Base64. The real engine serializes the collection itself. Tests need
    /// only that the content is opaque outside Java, which holds for both.
    /// </summary>
    private static string OfJson(string json)
    {
        var text = Encoding.UTF8.GetBytes(json);
        var bytes = new byte[text.Length + HeaderLength];
        ReadOnlySpan<byte> header = [0xAC, 0xED, 0x00, 0x05, 0x7C];
        header.CopyTo(bytes);
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(header.Length), text.Length);
        text.CopyTo(bytes.AsSpan(HeaderLength));
        return Convert.ToBase64String(bytes);
    }
}

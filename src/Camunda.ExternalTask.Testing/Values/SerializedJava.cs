using System.Buffers.Binary;
using System.Text;

namespace Camunda.ExternalTask.Testing.Values;

/// <summary>A stand-in for Java's serialization.</summary>
internal static class SerializedJava
{
    public const string Format = "application/x-java-serialized-object";

    /// <summary>
    /// A serialized java.lang.String with the given JSON text in it, in Base64. The real engine serializes the collection itself; either is opaque to
    /// everyone outside Java, which is what tests need.
    /// </summary>
    public static string OfJson(string json)
    {
        var text = Encoding.UTF8.GetBytes(json);
        var bytes = new byte[text.Length + 13];
        ReadOnlySpan<byte> header = [0xAC, 0xED, 0x00, 0x05, 0x7C];
        header.CopyTo(bytes);
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(5), text.Length);
        text.CopyTo(bytes.AsSpan(13));
        return Convert.ToBase64String(bytes);
    }

    /// <summary>The JSON text such a value was made of.</summary>
    public static string JsonOf(string serialized) => Encoding.UTF8.GetString(Convert.FromBase64String(serialized).AsSpan(13));
}

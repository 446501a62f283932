namespace Camunda.ExternalTask.Chaos.Proxy;

/// <summary>A request or a response as the proxy has received it.</summary>
/// <param name="StartLine">The first line.</param>
/// <param name="Bytes">All bytes, head and body.</param>
/// <param name="HeadLength">The number of bytes before the body.</param>
/// <param name="Body">The body without the framing of chunks.</param>
internal sealed record HttpMessage(string StartLine, byte[] Bytes, int HeadLength, byte[] Body)
{
    /// <summary>The bytes up to the middle of the body.</summary>
    public ReadOnlyMemory<byte> FirstHalf => Bytes.AsMemory(0, HeadLength + ((Bytes.Length - HeadLength) / 2));
}

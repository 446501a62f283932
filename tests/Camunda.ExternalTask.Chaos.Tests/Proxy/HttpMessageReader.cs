using System.Globalization;
using System.Text;

namespace Camunda.ExternalTask.Chaos.Proxy;

/// <summary>Reads whole HTTP/1.1 messages from a connection, as bytes.</summary>
internal sealed class HttpMessageReader(Stream stream)
{
    private readonly byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;

    /// <summary>The next message; null at the end of the connection.</summary>
    /// <param name="isResponse">Whether a message without a length lasts until the end of the connection.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    public async Task<HttpMessage?> ReadAsync(bool isResponse, CancellationToken cancellationToken)
    {
        using var message = new MemoryStream();
        using var body = new MemoryStream();
        if (await ReadLineAsync(message, cancellationToken) is not { } first)
        {
            return null;
        }

        var length = -1L;
        var isChunked = false;
        while (await ReadLineAsync(message, cancellationToken) is { Length: > 0 } line)
        {
            if (Header(line, "Content-Length:") is { } text)
            {
                length = long.Parse(text, CultureInfo.InvariantCulture);
            }

            isChunked |= Header(line, "Transfer-Encoding:") is { } encoding && encoding.Contains("chunked", StringComparison.OrdinalIgnoreCase);
        }

        var head = (int)message.Length;
        if (isChunked)
        {
            await ReadChunksAsync(message, body, cancellationToken);
        }
        else if (length > 0)
        {
            await ReadBytesAsync(message, body, length, cancellationToken);
        }
        else if (isResponse && length < 0 && !first.Contains(" 204", StringComparison.Ordinal))
        {
            while (await FillAsync(cancellationToken))
            {
                message.Write(_buffer, _start, _end - _start);
                body.Write(_buffer, _start, _end - _start);
                _start = _end;
            }
        }

        return new(first, message.ToArray(), head, body.ToArray());
    }

    private static string? Header(string line, string name) => line.StartsWith(name, StringComparison.OrdinalIgnoreCase) ? line[name.Length..].Trim() : null;

    private async Task ReadChunksAsync(MemoryStream message, MemoryStream body, CancellationToken cancellationToken)
    {
        while (await ReadLineAsync(message, cancellationToken) is { } line)
        {
            var size = long.Parse(line.Split(';')[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            await ReadBytesAsync(message, body, size, cancellationToken);
            await ReadLineAsync(message, cancellationToken);
            if (size == 0)
            {
                return;
            }
        }
    }

    private async Task<string?> ReadLineAsync(MemoryStream message, CancellationToken cancellationToken)
    {
        var line = new StringBuilder();
        while (true)
        {
            if (!await FillAsync(cancellationToken))
            {
                return null;
            }

            var letter = _buffer[_start++];
            message.WriteByte(letter);
            if (letter == '\n')
            {
                return line.ToString().TrimEnd('\r');
            }

            line.Append((char)letter);
        }
    }

    private async Task ReadBytesAsync(MemoryStream message, MemoryStream body, long count, CancellationToken cancellationToken)
    {
        while (count > 0)
        {
            if (!await FillAsync(cancellationToken))
            {
                throw new IOException("The connection ended within a message.");
            }

            var taken = (int)Math.Min(count, _end - _start);
            message.Write(_buffer, _start, taken);
            body.Write(_buffer, _start, taken);
            _start += taken;
            count -= taken;
        }
    }

    /// <summary>Reads from the connection if all bytes are used; false at its end.</summary>
    private async Task<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (_start < _end)
        {
            return true;
        }

        _start = 0;
        _end = await stream.ReadAsync(_buffer, cancellationToken);
        return _end > 0;
    }
}

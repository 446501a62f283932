using System.Globalization;
using System.Text;

namespace Camunda.ExternalTask.Chaos.Proxy;

/// <summary>Reads whole HTTP/1.1 messages from a connection, as bytes.</summary>
internal sealed class HttpMessageReader(Stream stream)
{
    private readonly byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;

    /// <summary>The next message, head and body; null at the end of the connection.</summary>
    /// <param name="isResponse">Whether a message without a length lasts until the end of the connection.</param>
    /// <param name="cancellationToken">A token.</param>
    public async Task<byte[]?> ReadAsync(bool isResponse, CancellationToken cancellationToken)
    {
        var message = new MemoryStream();
        var length = -1L;
        var isChunked = false;
        var status = "";
        for (var isFirst = true; ; isFirst = false)
        {
            if (await ReadLineAsync(message, cancellationToken) is not { } line)
            {
                return null;
            }

            if (line.Length == 0)
            {
                break;
            }

            status = isFirst ? line : status;
            if (Header(line, "Content-Length:") is { } text)
            {
                length = long.Parse(text, CultureInfo.InvariantCulture);
            }

            isChunked |= Header(line, "Transfer-Encoding:") is { } encoding && encoding.Contains("chunked", StringComparison.OrdinalIgnoreCase);
        }

        if (isChunked)
        {
            await ReadChunksAsync(message, cancellationToken);
        }
        else if (length > 0)
        {
            await ReadBytesAsync(message, length, cancellationToken);
        }
        else if (isResponse && length < 0 && !status.Contains(" 204", StringComparison.Ordinal))
        {
            while (await FillAsync(cancellationToken))
            {
                message.Write(_buffer, _start, _end - _start);
                _start = _end;
            }
        }

        return message.ToArray();
    }

    private static string? Header(string line, string name) => line.StartsWith(name, StringComparison.OrdinalIgnoreCase) ? line[name.Length..].Trim() : null;

    private async Task ReadChunksAsync(MemoryStream message, CancellationToken cancellationToken)
    {
        while (await ReadLineAsync(message, cancellationToken) is { } line)
        {
            var size = long.Parse(line.Split(';')[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            await ReadBytesAsync(message, size + 2, cancellationToken);
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
            if (_start == _end && !await FillAsync(cancellationToken))
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

    private async Task ReadBytesAsync(MemoryStream message, long count, CancellationToken cancellationToken)
    {
        while (count > 0)
        {
            if (_start == _end && !await FillAsync(cancellationToken))
            {
                throw new IOException("The connection ended within a message.");
            }

            var taken = (int)Math.Min(count, _end - _start);
            message.Write(_buffer, _start, taken);
            _start += taken;
            count -= taken;
        }
    }

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

using System.Globalization;
using System.IO.Pipelines;
using System.Text;

namespace Camunda.ExternalTask.Benchmarks;

/// <summary>Writes tasks in pieces, so that the stub itself needs little memory and the response has no length.</summary>
internal static class LargeTaskWriter
{
    private const int Piece = 1 << 20;
    private static readonly byte[] Letters = Filled('x');
    private static readonly byte[] Openings = Filled('[');
    private static readonly byte[] Closings = Filled(']');

    public static async Task WriteAsync(PipeWriter output, IReadOnlyList<int> numbers, MemoryBacklog backlog, string workerId)
    {
        await WriteAsync(output, "[");
        var separator = "";
        foreach (var number in numbers)
        {
            await WriteAsync(output, separator);
            await WriteAsync(output, number, backlog[number], workerId);
            separator = ",";
        }

        await WriteAsync(output, "]");
    }

    private static async Task WriteAsync(PipeWriter output, int number, LargeTask task, string workerId)
    {
        var (type, quote) = task.Kind switch
        {
            LargeTaskKind.Nested => ("Object", ""),
            LargeTaskKind.Bytes => ("Bytes", "\""),
            _ => ("String", "\""),
        };
        var length = task.Kind == LargeTaskKind.Output ? 0 : task.Size;
        await WriteAsync(output, string.Create(
            CultureInfo.InvariantCulture,
            $$$"""
            {"activityId":"read","executionId":"e{{{number}}}","id":"{{{TaskWriter.Id(number)}}}","processInstanceId":"p{{{number}}}","retries":null,"suspended":false,
            """
            + $$$"""
            "workerId":"{{{workerId}}}","topicName":"{{{task.Kind}}}","variables":{"size":{"type":"Integer","value":{{{task.Size}}}},"data":{"type":"{{{type}}}","value":{{{quote}}}
            """));
        if (task.Kind is LargeTaskKind.Nested or LargeTaskKind.NestedText)
        {
            await RepeatAsync(output, Openings, length);
            await RepeatAsync(output, Closings, length);
        }
        else
        {
            await RepeatAsync(output, Letters, length);
        }

        await WriteAsync(output, quote + ",\"valueInfo\":{}}},\"priority\":0}");
    }

    private static async Task WriteAsync(PipeWriter output, string text) => await output.WriteAsync(Encoding.UTF8.GetBytes(text));

    private static async Task RepeatAsync(PipeWriter output, byte[] piece, int count)
    {
        for (; count > 0; count -= Piece)
        {
            if ((await output.WriteAsync(piece.AsMemory(0, Math.Min(count, Piece)))).IsCompleted)
            {
                throw new OperationCanceledException("The client has closed the connection.");
            }
        }
    }

    private static byte[] Filled(char character)
    {
        var bytes = new byte[Piece];
        bytes.AsSpan().Fill((byte)character);
        return bytes;
    }
}

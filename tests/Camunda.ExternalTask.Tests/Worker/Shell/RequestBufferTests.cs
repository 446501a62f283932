using System.Text.Json;
using Camunda.ExternalTask.Protocol;

namespace Camunda.ExternalTask.Tests.Worker.Shell;

public class RequestBufferTests
{
    [Fact]
    public void Case082_A_large_file_takes_its_Base64_text_once()
    {
        var content = new byte[20 * 1024 * 1024];
        new Random(1).NextBytes(content);
        var file = new CamundaFile("large.bin", content, "image/x-y");
        var before = GC.GetAllocatedBytesForCurrentThread();

        using var body = RequestBuffer.Rent();
        body.Json.WriteStartObject();
        new VariableWriter(body.Json).WriteFile("file"u8, file);
        body.Json.WriteEndObject();
        body.Json.Flush();

        var text = (content.Length + 2) / 3 * 4;
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, text, text + (5 * 256 * 1024));
        using var written = JsonDocument.Parse(body.Written);
        Assert.True(written.RootElement.GetProperty("file").GetProperty("value").GetBytesFromBase64().AsSpan().SequenceEqual(content));
        Assert.Equal("large.bin", written.RootElement.GetProperty("file").GetProperty("valueInfo").GetProperty("filename").GetString());
    }

    [Fact]
    public void A_value_of_a_large_file_takes_its_Base64_text_once()
    {
        var content = new byte[(3 * 1024 * 1024) + 1];
        var before = GC.GetAllocatedBytesForCurrentThread();
        var value = TypedValue.File(content, "large.bin");
        var text = (content.Length + 2) / 3 * 4;
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, text, text + (64 * 1024));
        using var json = JsonDocument.Parse(value.ValueJson);
        Assert.Equal(content, json.RootElement.GetBytesFromBase64());
    }

    [Fact]
    public void A_body_grows_over_all_sizes_and_keeps_what_was_written()
    {
        using var body = RequestBuffer.Rent();
        body.Json.WriteStartArray();
        for (var i = 0; i < 300_000; i++)
        {
            body.Json.WriteNumberValue(i);
        }

        body.Json.WriteEndArray();
        body.Json.Flush();
        using var written = JsonDocument.Parse(body.Written);
        Assert.Equal(Enumerable.Range(0, 300_000), written.RootElement.EnumerateArray().Select(number => number.GetInt32()));
    }
}

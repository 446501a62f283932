using System.Buffers;
using System.Text;
using System.Text.Json;
using Camunda.ExternalTask.Http;
using Camunda.ExternalTask.Protocol;
using Camunda.ExternalTask.Tasks;
using Camunda.ExternalTask.Values.Dates;

namespace Camunda.ExternalTask.Tests.Client;

/// <summary>Large bodies need about their own size, and the limit holds.</summary>
public class LargeAnswerTests
{
    private const int Megabyte = 1024 * 1024;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_response_in_pieces_becomes_the_same_tasks()
    {
        var bytes = Answer(40, 100_000);
        using var splitter = new TaskSplitter(["topic"], EngineDateFormat.Default, 64 * Megabyte);
        using var body = await ResponseBody.ReadAsync(Chunked([0xEF, 0xBB, 0xBF, .. bytes]), 64 * Megabyte, Token, splitter);
        splitter.ThrowIfTruncated();

        List<FetchedTask> whole = [];
        FetchedTaskReader.Read(bytes, ["topic"], whole, EngineDateFormat.Default);
        Assert.True(body.IsInPieces);
        Assert.Null(body.Failure);
        Assert.Equal(whole.Select(task => task.TaskId), splitter.Tasks.Select(task => task.TaskId));
        Assert.All(whole.Zip(splitter.Tasks), pair => Assert.True(pair.First.VariablesJson.Span.SequenceEqual(pair.Second.VariablesJson.Span)));
    }

    [Fact]
    [Trait("Security", "S11")]
    public async Task A_response_beyond_the_limit_keeps_the_tasks_before_it_and_the_beginning_of_the_next()
    {
        using var splitter = new TaskSplitter([], EngineDateFormat.Default, 2 * Megabyte);
        using var body = await ResponseBody.ReadAsync(Chunked(Answer(4, 900_000)), 2 * Megabyte, Token, splitter);

        Assert.True(body.IsTooLong);
        Assert.False(body.IsPrefix);
        Assert.Equal(["t0", "t1"], splitter.Tasks.Select(task => task.TaskId));
        Assert.Equal("t2", FetchedTaskReader.ReadCutOff(splitter.CutOff, [], EngineDateFormat.Default)!.TaskId);
    }

    [Fact]
    public async Task A_response_whose_header_exceeds_the_limit_is_read_only_at_its_beginning()
    {
        var source = new UnknownLength(Answer(60, 100_000));
        using var splitter = new TaskSplitter([], EngineDateFormat.Default, 4 * Megabyte);
        using var body = await ResponseBody.ReadAsync(new StreamContent(source) { Headers = { ContentLength = source.Length } }, 4 * Megabyte, Token, splitter);

        Assert.True(body.IsTooLong);
        Assert.True(body.IsPrefix);
        Assert.InRange(source.BytesRead, Megabyte, 1.2 * Megabyte);
        Assert.Equal(10, splitter.Tasks.Count);
    }

    [Fact]
    public async Task A_large_task_is_copied_at_most_once()
    {
        var bytes = Answer(1, 40 * Megabyte);
        var before = GC.GetAllocatedBytesForCurrentThread();
        using var splitter = new TaskSplitter([], EngineDateFormat.Default, 64 * Megabyte);
        using var body = await ResponseBody.ReadAsync(Chunked(bytes), 64 * Megabyte, Token, splitter);

        Assert.Single(splitter.Tasks);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 40L * Megabyte, 80L * Megabyte);
    }

    [Fact]
    public async Task A_body_of_a_known_length_is_read_into_one_array_of_this_length()
    {
        var bytes = Answer(1, 20 * Megabyte);
        var before = GC.GetAllocatedBytesForCurrentThread();
        using var body = await ResponseBody.ReadAsync(new ByteArrayContent(bytes), 64 * Megabyte, Token);

        Assert.True(body.Bytes.SequenceEqual(bytes));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 20L * Megabyte, 24L * Megabyte);
    }

    [Theory]
    [InlineData('x')]
    [InlineData('"')]
    [InlineData('é')]
    public void A_large_text_takes_its_length_in_the_request_once(char character)
    {
        var text = new string(character, 5_000_000);
        var before = GC.GetAllocatedBytesForCurrentThread();
        using var body = RequestBuffer.OfObject(text, static (body, given) => new VariableWriter(body.Json).WriteString("text"u8, given));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, body.Written.Length, body.Written.Length + (3 * Megabyte));
        var reader = new Utf8JsonReader(body.Written);
        using var written = JsonDocument.ParseValue(ref reader);
        Assert.Equal(text, written.RootElement.GetProperty("text").GetProperty("value").GetString());
        StringLimit.Check(body.Written, 5_000_000);
        Assert.Throws<VariableException>(() => StringLimit.Check(body.Written, 4_999_999));
    }

    [Fact]
    public void Surrogate_pairs_and_escapes_at_the_ends_of_pieces_are_written_unchanged()
    {
        for (var offset = 0; offset < 3; offset++)
        {
            var text = new string('x', (6 * 1024) - offset) + string.Concat(Enumerable.Repeat("😀\n\"é", 40_000));
            using var body = RequestBuffer.OfObject(text, static (body, given) => new VariableWriter(body.Json).WriteString("text"u8, given));

            Assert.Equal(text, new TaskVariables(body.Written.ToArray()).Get<string>("text"));
        }
    }

    [Fact]
    public async Task A_request_in_segments_is_sent_completely()
    {
        using var body = RequestBuffer.OfObject(3_000_000, static (body, given) => new VariableWriter(body.Json).WriteString("text"u8, new('x', given)));
        using var content = SequenceContent.Of(body.Written);

        Assert.False(body.Written.IsSingleSegment);
        Assert.Equal(body.Written.Length, content.Headers.ContentLength);
        Assert.Equal(body.Written.ToArray(), await content.ReadAsByteArrayAsync(Token));
    }

    private static byte[] Answer(int tasks, int size)
    {
        var json = new StringBuilder("[");
        for (var number = 0; number < tasks; number++)
        {
            json.Append(number == 0 ? "" : ", ").Append($$"""{"id":"t{{number}}","topicName":"topic","workerId":"w","variables":{"data":{"type":"String","value":"\"{]""");
            json.Append('x', size).Append("\\\"\"}}}");
        }

        return Encoding.UTF8.GetBytes(json.Append(']').ToString());
    }

    private static StreamContent Chunked(byte[] bytes) => new(new UnknownLength(bytes));

    private sealed class UnknownLength(byte[] bytes) : MemoryStream(bytes)
    {
        public int BytesRead { get; private set; }

        public override bool CanSeek => false;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = Read(buffer.Span);
            BytesRead += read;
            return new(read);
        }
    }
}

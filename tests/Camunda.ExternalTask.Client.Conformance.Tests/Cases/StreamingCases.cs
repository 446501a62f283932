using System.Globalization;
using System.Text;
using Camunda.ExternalTask.Conformance.Tests;

namespace Camunda.ExternalTask.Client.Conformance.Tests;

/// <summary>Large files: what passes through the client stays small, and a cancelled transfer stops.</summary>
public sealed class StreamingCases
{
    private const long Large = 50 * 1024 * 1024;

    /// <summary>What a transfer may allocate in all, whatever its length.</summary>
    private const long Bound = 8 * 1024 * 1024;

    private static readonly FetchedTask FetchedTask = FetchedTask.Parse("""{"id":"T","topicName":"t","workerId":"w1","executionId":"E","processInstanceId":"P","variables":{}}"""u8);

    private static CancellationToken Token => ClientSession.Token;

    [Theory, Engines]
    public async Task Case082_Fifty_megabytes_go_up_and_come_down_again(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        var task = await session.TaskAsync();
        using var client = Unrecorded(session);
        var before = GC.GetTotalAllocatedBytes(precise: true);

        await client.Variables.UploadLocalAsync(task, "file", VariableUpload.File(new CountingContent(Large), "large.bin", "image/x-y"), Token);
        using var content = await client.Variables.OpenContentAsync(task, "file", Token);
        var length = await CheckAsync(content);

        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        Assert.Equal(Large, length);
        if (!session.Engine.IsMemory)
        {
            Assert.InRange(allocated, 0, Bound);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Case082_An_upload_holds_a_piece_at_a_time(bool isLengthKnown)
    {
        var received = 0L;
        await using var server = RawServer.Answering(async stream =>
        {
            var buffer = new byte[64 * 1024];
            var tail = "";
            while (!tail.EndsWith(isLengthKnown ? "--\r\n" : "0\r\n\r\n", StringComparison.Ordinal))
            {
                var count = await stream.ReadAsync(buffer, Token);
                received += count;
                tail = Encoding.Latin1.GetString(buffer, Math.Max(0, count - 8), Math.Min(count, 8));
            }

            await stream.WriteAsync("HTTP/1.1 204 No Content\r\nContent-Length: 0\r\n\r\n"u8.ToArray(), Token);
        });
        using var client = new ExternalTaskClient(server.Address);
        var before = GC.GetTotalAllocatedBytes(precise: true);

        await client.Variables.UploadAsync(FetchedTask, "file", VariableUpload.Bytes(new CountingContent(Large, isLengthKnown)), Token);

        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, Bound);
        Assert.InRange(received, Large, Large + (Large / 50));
    }

    [Fact]
    public async Task Case082_A_download_holds_a_piece_at_a_time()
    {
        await using var server = RawServer.Answering(async stream =>
        {
            await RawServer.ReadHeadAsync(stream);
            await stream.WriteAsync(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 200 OK\r\nContent-Length: {Large}\r\n\r\n")), Token);
            await new CountingContent(Large).CopyToAsync(stream, Token);
        });
        using var client = new ExternalTaskClient(server.Address);
        var before = GC.GetTotalAllocatedBytes(precise: true);

        using var content = await client.Variables.OpenContentAsync(FetchedTask, "file", Token);

        Assert.Equal(Large, await CheckAsync(content));
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, Bound);
    }

    [Fact]
    public async Task Case082_A_cancelled_download_stops()
    {
        await using var server = RawServer.Answering(static async stream =>
        {
            await RawServer.ReadHeadAsync(stream);
            await stream.WriteAsync("HTTP/1.1 200 OK\r\n\r\n"u8.ToArray(), Token);
            await new CountingContent(long.MaxValue).CopyToAsync(stream, Token);
        });
        using var client = new ExternalTaskClient(server.Address);
        using var cancel = new CancellationTokenSource();
        using var content = await client.Variables.OpenContentAsync(FetchedTask, "file", Token);
        var buffer = new byte[64 * 1024];
        await content.ReadExactlyAsync(buffer, Token);

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await content.ReadExactlyAsync(buffer, cancel.Token));
        await content.DisposeAsync();

        // It sends for ever, until nobody takes it any longer.
        await server.Done;
    }

    [Fact]
    public async Task Case082_A_cancelled_upload_stops()
    {
        var buffer = new byte[64 * 1024];
        await using var server = RawServer.Answering(async stream =>
        {
            while (await stream.ReadAsync(buffer, Token) > 0)
            {
            }
        });
        using var client = new ExternalTaskClient(server.Address);
        using var cancel = new CancellationTokenSource();
        var content = new CountingContent(long.MaxValue, canSeek: false)
        {
            Reading = position =>
            {
                if (position > 1024 * 1024)
                {
                    cancel.Cancel();
                }
            },
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.Variables.UploadAsync(FetchedTask, "file", VariableUpload.Bytes(content), cancel.Token));

        await server.Done;
        Assert.InRange(content.Position, 1024 * 1024, 2 * 1024 * 1024);
    }

    public static TheoryData<string, EngineUnderTest> Names { get; } = new(
        new[] { "file", "we ird/é", "a%41?#", "..", "a\\b", "a;b+c" }.SelectMany(static name => Enum.GetValues<EngineUnderTest>().Select(engine => (name, engine))));

    [Theory, MemberData(nameof(Names))]
    public async Task Case081_An_upload_may_have_any_name(string name, EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        var task = await session.TaskAsync();
        await session.Client.Variables.UploadAsync(task, name, VariableUpload.File(Content("outer"), "a.txt", "text/plain", "UTF-8"), Token);
        Assert.Equal("outer", await ContentAsync());
        await session.Client.Variables.UploadLocalAsync(task, name, VariableUpload.File(Content("inner"), "a.txt"), Token);
        Assert.Equal("inner", await ContentAsync());

        async Task<string> ContentAsync()
        {
            using var reader = new StreamReader(await session.Client.Variables.OpenContentAsync(task, name, Token));
            return await reader.ReadToEndAsync(Token);
        }
    }

    public static TheoryData<string, EngineUnderTest> FileNames { get; } = new(
        new[] { "a b.txt", "ü€ 😀.txt", "a\"b\\c;d='e'.txt", " a ", "=?UTF-8?B?w7w=?=", "line\r\nbreak", "C:\\dir\\x.txt", "dir/x.txt", new string('é', 200) }
            .SelectMany(static name => Enum.GetValues<EngineUnderTest>().Select(engine => (name, engine))));

    [Theory, MemberData(nameof(FileNames))]
    public async Task Case081_An_uploaded_file_keeps_its_name_whatever_it_is(string fileName, EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        var task = await session.TaskAsync();
        await session.Client.Variables.UploadAsync(task, "file", VariableUpload.File(Content("x"), fileName, "text/plain", "UTF-8"), Token);
        await session.Client.CompleteAsync(task, cancellationToken: Token);
        var file = (await session.FetchOneAsync("two~")).Variables.Get<CamundaFile>("file")!;
        Assert.Equal((fileName, "text/plain", "UTF-8"), (file.FileName, file.MimeType, file.Encoding));
        Assert.Equal("x", Encoding.UTF8.GetString((await file.LoadAsync(Token)).Span));
    }

    [Theory, Engines]
    public async Task Case082_An_upload_is_bytes_or_a_file_and_may_be_empty(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        var task = await session.TaskAsync();
        await session.Client.Variables.UploadAsync(task, "bytes", VariableUpload.Bytes(Content("hello")), Token);
        await session.Client.Variables.UploadAsync(task, "empty", VariableUpload.File(Stream.Null, "e"), Token);
        await session.Client.Variables.UploadAsync(task, "em/pty", VariableUpload.Bytes(Stream.Null), Token);
        await session.HasVariableAsync(task, "bytes", """{"type":"Bytes","value":"aGVsbG8=","valueInfo":{}}""");
        await session.HasVariableAsync(task, "empty", """{"type":"File","value":null,"valueInfo":{"filename":"e","mimeType":"application/octet-stream"}}""");
        var missing = await Assert.ThrowsAsync<EngineException>(() => session.Client.Variables.UploadAsync("nope", "x", VariableUpload.Bytes(Content("x")), Token));
        Assert.Equal(System.Net.HttpStatusCode.InternalServerError, missing.StatusCode);
    }

    private static MemoryStream Content(string text) => new(Encoding.UTF8.GetBytes(text), writable: false);

    /// <summary>A client whose requests are not kept, for what is kept is held.</summary>
    private static ExternalTaskClient Unrecorded(ClientSession session) =>
        new(new HttpClient(session.Engine.CreateHandler()) { Timeout = Timeout.InfiniteTimeSpan }, new() { BaseAddress = session.Engine.Address }, session.Engine.Time);

    /// <summary>Reads to the end; each byte must be that of its place.</summary>
    private static async Task<long> CheckAsync(Stream content)
    {
        var buffer = new byte[64 * 1024];
        var place = 0L;
        for (int count; (count = await content.ReadAsync(buffer, Token)) > 0; place += count)
        {
            for (var i = 0; i < count; i++)
            {
                if (buffer[i] != CountingContent.At(place + i))
                {
                    Assert.Fail($"Byte {place + i} differs.");
                }
            }
        }

        return place;
    }
}

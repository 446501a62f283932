using System.Text;
using Camunda.ExternalTask.Conformance.Tests;

namespace Camunda.ExternalTask.Client.Conformance.Tests;

/// <summary>Files.</summary>
public sealed class FileCases
{
    private static CancellationToken Token => ClientSession.Token;

    [Theory, Engines]
    public async Task Case076_A_file_has_its_name_type_and_encoding(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        var task = await session.TaskAsync();
        await session.Client.CompleteAsync(
            task, new Dictionary<string, TypedValue> { ["file"] = TypedValue.File("hello"u8.ToArray(), "a.txt", "text/plain", "UTF-8"), ["empty"] = TypedValue.File(ReadOnlyMemory<byte>.Empty, "e") }, cancellationToken: Token);
        JsonExpectation.Check(
            """
            {"file":{"type":"File","value":"aGVsbG8=","valueInfo":{"filename":"a.txt","mimeType":"text/plain","encoding":"UTF-8"}},
            "empty":{"type":"File","value":"","valueInfo":{"filename":"e"}}}
            """,
            session.LastSent("/complete").Json.GetProperty("variables").GetRawText(),
            session.Engine.Flavor);
        var data = (await session.Engine.GetAsync($"process-instance/{task.ProcessInstanceId}/variables/file/data")).Is(200);
        Assert.Equal(("hello", "text/plain"), (data.Text, data.MediaType));

        var empty = (await session.FetchOneAsync("two~")).Variables.Get<CamundaFile>("empty")!;
        Assert.Equal(("e", null, 0), (empty.FileName, empty.MimeType, (await empty.LoadAsync(Token)).Length));
    }

    [Fact]
    public void Case078_A_file_needs_a_name()
    {
        Assert.ThrowsAny<ArgumentException>(static () => TypedValue.File("x"u8.ToArray(), " "));
        Assert.ThrowsAny<ArgumentException>(static () => new CamundaFile("", "x"u8.ToArray()));
    }

    [Theory, Engines]
    public async Task Case079_A_file_s_content_comes_when_it_is_asked_for(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        var task = await session.TaskAsync("""{"file":{"type":"File","value":"aGVsbG8=","valueInfo":{"filename":"a.txt","mimeType":"text/plain","encoding":"UTF-8"}}}""");
        var file = task.Variables.Get<CamundaFile>("file")!;
        Assert.Equal(("a.txt", "text/plain", "UTF-8", false), (file.FileName, file.MimeType, file.Encoding, file.IsLoaded));
        Assert.Empty(session.Sent("/data"));
        Assert.Equal("hello", Encoding.UTF8.GetString((await file.LoadAsync(Token)).Span));
        Assert.Single(session.Sent("/data"));
    }

    public static TheoryData<string, EngineUnderTest> Names { get; } = new(
        new[] { "we ird/é", "a%41?#", "..", "a\\b", "a;b+c" }.SelectMany(static name => Enum.GetValues<EngineUnderTest>().Select(engine => (name, engine))));

    [Theory, MemberData(nameof(Names))]
    public async Task Case081_A_file_may_have_any_name_and_be_local_or_not(string name, EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        var task = await session.TaskAsync();
        await session.Client.Variables.SetAsync(task, new Dictionary<string, TypedValue> { [name] = TypedValue.File("outer"u8.ToArray(), "a") }, Token);
        Assert.Equal("outer", await ContentAsync());
        await session.Client.Variables.SetLocalAsync(task, new Dictionary<string, TypedValue> { [name] = TypedValue.File("inner"u8.ToArray(), "a") }, Token);
        Assert.Equal("inner", await ContentAsync());

        async Task<string> ContentAsync()
        {
            using var reader = new StreamReader(await session.Client.Variables.OpenContentAsync(task, name, Token));
            return await reader.ReadToEndAsync(Token);
        }
    }

    [Theory, Engines]
    public async Task Case083_A_received_file_is_sent_on_with_its_content_or_not_at_all(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        var task = await session.TaskAsync("""{"file":{"type":"File","value":"aGVsbG8=","valueInfo":{"filename":"a.txt"}}}""");
        var file = task.Variables.Get<CamundaFile>("file")!;
        Assert.Throws<ArgumentException>(() => TypedValue.File(file));
        await Assert.ThrowsAsync<VariableException>(
            () => session.Client.CompleteAsync(task, new Dictionary<string, TypedValue> { ["copy"] = task.Variables.GetTyped("file") }, cancellationToken: Token));
        Assert.Empty(session.Sent("/complete"));

        await file.LoadAsync(Token);
        await session.Client.CompleteAsync(task, new Dictionary<string, TypedValue> { ["copy"] = TypedValue.File(file) }, cancellationToken: Token);
        Assert.Equal("hello", (await session.Engine.GetAsync($"process-instance/{task.ProcessInstanceId}/variables/copy/data")).Text);
    }

    [Theory, Engines]
    public async Task Case079_A_file_that_is_gone_is_404(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        var task = await session.TaskAsync();
        var missing = await Assert.ThrowsAsync<EngineException>(() => session.Client.Variables.OpenContentAsync(task, "nothing", Token));
        Assert.Equal((System.Net.HttpStatusCode.NotFound, false), (missing.StatusCode, missing.IsGone));
    }

    [Fact]
    public async Task Case082_A_large_file_is_streamed()
    {
        var content = new EndlessContent();
        using var client = new ExternalTaskClient(
            new HttpClient(new Answering(content)) { Timeout = Timeout.InfiniteTimeSpan }, new() { BaseAddress = new Uri("http://engine.invalid/engine-rest"), WorkerId = "w1" });
        var task = FetchedTask.Parse("""{"id":"T","topicName":"t","workerId":"w1","executionId":"E","variables":{}}"""u8);
        var stream = await client.Variables.OpenContentAsync(task, "file", Token);
        await stream.ReadExactlyAsync(new byte[64 * 1024], Token);
        Assert.InRange(content.Given, 64 * 1024, 1024 * 1024);
        await stream.DisposeAsync();
        Assert.True(content.IsClosed);
    }

    private sealed class Answering(Stream content) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage { Content = new StreamContent(content) });
    }

    private sealed class EndlessContent : Stream
    {
        public long Given { get; private set; }

        public bool IsClosed { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => Given;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            Given += count;
            return count;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            IsClosed = true;
            base.Dispose(disposing);
        }
    }
}

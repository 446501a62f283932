using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Camunda.ExternalTask.Protocol;
using Camunda.ExternalTask.Protocol.Uploads;
using Microsoft.Extensions.Time.Testing;

namespace Camunda.ExternalTask.Tests.Client;

public partial class UploadTests
{
    private const string LongName = $"{Hundred}{Hundred}{Hundred}{Hundred}{Hundred}";
    private const string Hundred = "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Content_goes_as_a_form_of_its_type_and_the_file_s_data()
    {
        var engine = new RecordingHandler();
        using var client = engine.Client();
        await client.Variables.UploadAsync("p 1", "we ird", VariableUpload.File(Content(), "a b.txt", "text/plain", "UTF-8"), Token);
        await client.Variables.UploadLocalAsync("e1", "é", VariableUpload.Bytes(Content()), Token);

        Assert.Equal(
            [
                ("POST /engine-rest/process-instance/p%201/variables/we%20ird/data", Form("File", "a b.txt", "text/plain; encoding=UTF-8")),
                ("POST /engine-rest/execution/e1/localVariables/%C3%A9/data", Form("Bytes", "", "application/octet-stream")),
            ],
            engine.Sent.Select(sent => (sent.Call, Boundary().Replace(sent.Body, "--B"))));

        static string Form(string type, string fileName, string contentType) =>
            $"--B\r\nContent-Disposition: form-data; name=\"valueType\"\r\n\r\n{type}\r\n--B\r\nContent-Disposition: form-data; name=\"data\"; filename=\"{fileName}\"\r\nContent-Type: {contentType}\r\n\r\nhello\r\n--B--\r\n";
    }

    [Fact]
    public async Task A_request_that_is_repeated_is_refused_and_no_empty_file_is_sent()
    {
        var repeating = new RepeatingHandler();
        using var client = new ExternalTaskClient(new HttpClient(repeating) { BaseAddress = new("http://engine/engine-rest"), Timeout = Timeout.InfiniteTimeSpan }, new() { WorkerId = "w1" });
        var error = await Assert.ThrowsAsync<EngineException>(() => client.Variables.UploadAsync("p", "v", VariableUpload.File(Content(), "f"), Token));

        Assert.Contains("Upload from a new stream.", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, repeating.Complete);
    }

    [Theory]
    [InlineData("a\"b", "=?UTF-8?B?YSJi?=")]
    [InlineData("a\r\nX: y", "=?UTF-8?B?YQ0KWDogeQ==?=")]
    [InlineData("ü", "=?UTF-8?B?w7w=?=")]
    [InlineData("=?UTF-8?B?w7w=?=", "=?UTF-8?B?PT9VVEYtOD9CP3c3dz0/PQ==?=")]
    [InlineData("a;b='c'", "a;b='c'")]
    [Trait("Security", "S7")]
    public async Task A_file_s_name_is_one_word_of_a_header(string name, string written)
    {
        var engine = new RecordingHandler();
        using var client = engine.Client();
        await client.Variables.UploadAsync("p", "v", VariableUpload.File(Content(), name), Token);

        Assert.Contains($"filename=\"{written}\"\r\n", Assert.Single(engine.Sent).Body);
    }

    [Theory]
    [InlineData("a/b", "f")]
    [InlineData("..", "f")]
    [InlineData("a", " f")]
    [InlineData("a", LongName)]
    public async Task What_no_path_and_no_header_can_carry_goes_as_json(string variable, string fileName)
    {
        var engine = new RecordingHandler();
        using var client = engine.Client();
        await client.Variables.UploadAsync("p", variable, VariableUpload.File(Content(), fileName, "text/plain", "UTF-8"), Token);

        Assert.Equal(
            ("POST /engine-rest/process-instance/p/variables",
             $$$$"""{"modifications":{"{{{{variable}}}}":{"type":"File","valueInfo":{"filename":"{{{{fileName}}}}","mimeType":"text/plain","encoding":"UTF-8"},"value":"aGVsbG8="}}}"""),
            Assert.Single(engine.Sent));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData((48 * 1024) - 1)]
    [InlineData(48 * 1024)]
    [InlineData((3 * 48 * 1024) + 2)]
    public async Task The_announced_length_is_the_sent_one(int length)
    {
        var bytes = new byte[length];
        new Random(1).NextBytes(bytes);
        foreach (var content in new[] { UploadBody.Multipart(VariableUpload.Bytes(new MemoryStream(bytes))), UploadBody.Json("a/b", VariableUpload.Bytes(new MemoryStream(bytes))) })
        {
            var announced = content.Headers.ContentLength;
            var sent = await content.ReadAsByteArrayAsync(Token);
            Assert.Equal(announced, sent.Length);
            Assert.True(Encoding.Latin1.GetString(sent).Contains(content is UploadContent.Plain ? Encoding.Latin1.GetString(bytes) : Convert.ToBase64String(bytes), StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Only_what_is_left_of_a_stream_is_sent_and_it_stays_open()
    {
        var engine = new RecordingHandler();
        using var client = engine.Client();
        using var content = Content();
        content.Position = 3;
        await client.Variables.UploadAsync("p", "v", VariableUpload.Bytes(content), Token);

        Assert.Contains("\r\n\r\nlo\r\n--", Assert.Single(engine.Sent).Body);
        Assert.True(content.CanRead);
    }

    [Fact]
    public async Task A_source_that_fails_is_distinguished_from_the_engine()
    {
        var engine = new RecordingHandler();
        using var client = engine.Client();
        var exception = await Assert.ThrowsAsync<EngineException>(() => client.Variables.UploadAsync("p", "v", VariableUpload.Bytes(new FailingStream()), Token));

        Assert.Equal("upload of variable 'v': The content to upload could not be read: disk", exception.Message);
        Assert.False(exception.IsAmbiguous);
        Assert.Empty(engine.Sent);
    }

    [Fact]
    public async Task An_upload_may_take_long_as_long_as_it_progresses()
    {
        var time = new FakeTimeProvider();
        var engine = new DrainingHandler();
        var slow = new SteppingStream(pieces: 10, each: () => time.Advance(TimeSpan.FromSeconds(9)));
        using var client = new ExternalTaskClient(new HttpClient(engine) { Timeout = Timeout.InfiniteTimeSpan }, new() { BaseAddress = new("http://engine/engine-rest") }, time);
        await client.Variables.UploadAsync("p", "v", VariableUpload.Bytes(slow), Token);
        Assert.True(engine.Bytes > 10 * 48 * 1024);

        var stuck = new SteppingStream(pieces: 10, each: () => time.Advance(TimeSpan.FromSeconds(11)));
        Assert.Contains("No answer within 10 s", (await Assert.ThrowsAsync<EngineException>(() => client.Variables.UploadAsync("p", "v", VariableUpload.Bytes(stuck), Token))).Message);
    }

    [Fact]
    public void What_the_engine_would_refuse_or_drop_is_not_an_upload()
    {
        Assert.Throws<ArgumentException>(() => VariableUpload.File(Content(), " "));
        Assert.Throws<ArgumentException>(() => VariableUpload.File(Content(), "a\uD83D"));
        Assert.Throws<ArgumentException>(() => VariableUpload.File(Content(), "a", "text"));
        Assert.Throws<ArgumentException>(() => VariableUpload.File(Content(), "a", "text/plain; charset=UTF-8"));
        Assert.Throws<ArgumentException>(() => VariableUpload.File(Content(), "a", "text/plain", "UTF 8"));
        Assert.Throws<ArgumentException>(() => VariableUpload.File(Content(), "a", null, "UTF-8"));
        Assert.Throws<ArgumentNullException>(() => VariableUpload.Bytes(null!));
        var closed = Content();
        closed.Dispose();
        Assert.Throws<ArgumentException>(() => VariableUpload.Bytes(closed));
    }

    private static MemoryStream Content() => new("hello"u8.ToArray(), writable: false);

    [GeneratedRegex("--[0-9a-f]{32}")]
    private static partial Regex Boundary();

    private sealed class FailingStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw new IOException("disk");
    }

    private sealed class SteppingStream(int pieces, Action each) : MemoryStream
    {
        private int _left = pieces;

        public override bool CanSeek => false;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            each();
            cancellationToken.ThrowIfCancellationRequested();
            return ValueTask.FromResult(_left-- > 0 ? buffer.Length : 0);
        }
    }

    private sealed class DrainingHandler : HttpMessageHandler
    {
        public long Bytes { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            using var target = new MemoryStream();
            await request.Content!.CopyToAsync(target, cancellationToken);
            Bytes = target.Length;
            return new(HttpStatusCode.NoContent);
        }
    }

    /// <summary>As a message handler does that tries again after a failure.</summary>
    private sealed class RepeatingHandler : HttpMessageHandler
    {
        public int Complete { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            for (var tries = 0; tries < 2; tries++)
            {
                await request.Content!.CopyToAsync(Stream.Null, cancellationToken);
                Complete++;
            }

            return new(HttpStatusCode.NoContent);
        }
    }
}

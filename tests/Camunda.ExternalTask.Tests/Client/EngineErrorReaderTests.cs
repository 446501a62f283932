using System.Net;
using Camunda.ExternalTask.Protocol;
using Microsoft.Extensions.Time.Testing;

namespace Camunda.ExternalTask.Tests.Client;

public class EngineErrorReaderTests
{
    public static TheoryData<HttpStatusCode, string> Bodies
    {
        get
        {
            TheoryData<HttpStatusCode, string> data = [];
            foreach (var status in (HttpStatusCode[])[(HttpStatusCode)400, (HttpStatusCode)401, (HttpStatusCode)403, (HttpStatusCode)404, (HttpStatusCode)405, (HttpStatusCode)409, (HttpStatusCode)415, (HttpStatusCode)429, (HttpStatusCode)500, (HttpStatusCode)502, (HttpStatusCode)503, (HttpStatusCode)504])
            {
                foreach (var body in (string[])["", "<html><body>Bad Gateway</body></html>", "plain", "[1,2]", "{\"type\":", "{}", "{\"type\":5}", "{\"a\":{\"b\":[1]}}"])
                {
                    data.Add(status, body);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    [Trait("Situation", "75")]
    public async Task Case122_Any_body_gives_an_error_with_the_status(HttpStatusCode status, string body)
    {
        var error = await ReadAsync(status, body);

        Assert.Equal((int)status, error.Status);
        Assert.False(error.IsFromEngine);
        Assert.NotEqual("", error.Message);
    }

    [Theory]
    [InlineData("""{"type":"OptimisticLockingException","message":"ENGINE-03005 x","code":1}""", 1)]
    [InlineData("""{"code":"1","message":"ENGINE-03005 x","type":"OptimisticLockingException","other":{"deep":[]}}""", 1)]
    [InlineData("""{"type":"OptimisticLockingException","message":"ENGINE-03005 x","code":null}""", null)]
    [InlineData("""{"type":"OptimisticLockingException","message":"ENGINE-03005 x"}""", null)]
    public async Task The_engine_s_error_object_is_read(string body, int? code)
    {
        var error = await ReadAsync(HttpStatusCode.InternalServerError, body);

        Assert.Equal(("OptimisticLockingException", "ENGINE-03005 x", code), (error.Type, error.Message, error.Code));
    }

    [Fact]
    [Trait("Situation", "73")]
    public async Task Case125_A_missing_permission_names_user_permission_and_resource()
    {
        var error = await ReadAsync(HttpStatusCode.Forbidden, """
            {"type":"AuthorizationException","message":"The user with id 'joe' does not have one of the permissions.","code":0,"userId":"joe","permissionName":null,
             "missingAuthorizations":[{"permissionName":"UPDATE","resourceName":"ProcessInstance","resourceId":"pi"},{"permissionName":"UPDATE_INSTANCE","resourceName":"ProcessDefinition","resourceId":null}]}
            """);

        Assert.Contains("user 'joe' lacks UPDATE on ProcessInstance pi, UPDATE_INSTANCE on ProcessDefinition", error.Message);
    }

    [Fact]
    [Trait("Security", "S8")]
    public async Task Line_breaks_of_the_other_side_do_not_reach_the_log() =>
        Assert.DoesNotContain('\n', (await ReadAsync(HttpStatusCode.BadRequest, """{"type":"RestException","message":"a\r\nFAKE LOG LINE\u2028x","code":0}""")).Message);

    [Fact]
    public async Task Half_a_character_in_a_message_is_read() =>
        Assert.StartsWith("cut", (await ReadAsync(HttpStatusCode.BadRequest, """{"type":"RestException","message":"cut \uD83D","code":0}""")).Message);

    [Fact]
    [Trait("Security", "S13")]
    public async Task Case127_An_endless_body_is_read_to_a_bound()
    {
        var endless = new EndlessStream();

        var error = await EngineErrorReader.ReadAsync(new HttpResponseMessage(HttpStatusCode.BadGateway) { Content = new StreamContent(endless) }, TimeProvider.System, TestContext.Current.CancellationToken);

        Assert.Equal(502, error.Status);
        Assert.InRange(endless.Read_, 1, 64 * 1024);
    }

    [Fact]
    [Trait("Situation", "13")]
    public async Task Case057_Retry_After_is_read_as_seconds_and_as_date_and_bounded()
    {
        var time = new FakeTimeProvider(DateTimeOffset.Parse("2026-01-01T00:00:00Z"));
        async Task<TimeSpan?> RetryAfter(string value)
        {
            var response = new HttpResponseMessage(HttpStatusCode.ServiceUnavailable) { Content = new StringContent("") };
            response.Headers.TryAddWithoutValidation("Retry-After", value);
            return (await EngineErrorReader.ReadAsync(response, time, TestContext.Current.CancellationToken)).RetryAfter;
        }

        Assert.Equal(TimeSpan.FromSeconds(7), await RetryAfter("7"));
        Assert.Equal(TimeSpan.FromSeconds(30), await RetryAfter("Thu, 01 Jan 2026 00:00:30 GMT"));
        Assert.Equal(TimeSpan.FromMinutes(5), await RetryAfter("99999999"));
        Assert.Null(await RetryAfter("Wed, 31 Dec 2025 00:00:30 GMT"));
        Assert.Null(await RetryAfter("soon"));
    }

    private static Task<EngineError> ReadAsync(HttpStatusCode status, string body) =>
        EngineErrorReader.ReadAsync(new HttpResponseMessage(status) { Content = new StringContent(body) }, TimeProvider.System, TestContext.Current.CancellationToken);

    private sealed class EndlessStream : MemoryStream
    {
        public int Read_ { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Read_ += buffer.Length;
            buffer.Span.Fill((byte)'x');
            return new(buffer.Length);
        }
    }
}

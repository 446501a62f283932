using System.Text;
using Camunda.ExternalTask.Protocol;

namespace Camunda.ExternalTask.Tests.Client;

public class StringLimitTests
{
    [Theory]
    [InlineData("""{"workerId":"w","variables":{"short":{"value":"12345"},"long":{"type":"String","value":"12345678901"}}}""", "long")]
    [InlineData("""{"workerId":"w","variables":{"a":{"value":1}},"localVariables":{"own":{"value":"12345678901"}}}""", "own")]
    [InlineData("""{"modifications":{"changed":{"value":"12345678901"}}}""", "changed")]
    [InlineData("""{"errorMessage":"12345678901"}""", "errorMessage")]
    [Trait("Security", "S11")]
    public void A_text_that_is_too_long_names_its_variable(string body, string name)
    {
        var exception = Assert.Throws<VariableException>(() => StringLimit.Check(new(Encoding.UTF8.GetBytes(body)), 10));

        Assert.Equal(name, exception.VariableName);
        Assert.Contains("11 characters", exception.Message);
    }

    [Fact]
    public void Characters_count_and_not_bytes() => StringLimit.Check(new(Encoding.UTF8.GetBytes("""{"variables":{"a":{"value":"\u00e9\u00e9\u00e9"}}}""")), 10);

    [Fact]
    public void Many_short_texts_are_accepted() => StringLimit.Check(new(Encoding.UTF8.GetBytes("""{"variables":{"a":{"value":"1234567890"},"b":{"value":"1234567890"}}}""")), 10);

    [Fact]
    public async Task The_client_sends_nothing()
    {
        var handler = new RecordingHandler();
        using var http = new HttpClient(handler) { BaseAddress = new("http://engine/engine-rest") };
        var client = new ExternalTaskClient(http, new() { WorkerId = "w", MaxStringLength = 10 });

        await Assert.ThrowsAsync<VariableException>(() => client.HandleFailureAsync(
            "T1", "a message of more than ten characters", null, 0, TimeSpan.Zero, cancellationToken: TestContext.Current.CancellationToken));

        Assert.Empty(handler.Sent);
    }
}

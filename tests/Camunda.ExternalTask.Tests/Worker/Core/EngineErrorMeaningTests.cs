using Camunda.ExternalTask.Protocol;
using Camunda.ExternalTask.Worker.Core;

namespace Camunda.ExternalTask.Tests.Worker.Core;

/// <summary>What the properties of an error tell the worker.</summary>
public class EngineErrorMeaningTests
{
    [Theory]
    [InlineData(0, true)]
    [InlineData(400, false)]
    [InlineData(408, true)]
    [InlineData(425, true)]
    [InlineData(429, true)]
    [InlineData(500, true)]
    [InlineData(502, true)]
    [InlineData(503, true)]
    [InlineData(504, true)]
    [InlineData(505, false)]
    public void The_status_tells_whether_a_call_may_succeed_later(int status, bool isRetryable) =>
        Assert.Equal(isRetryable, new EngineError(status, "").IsRetryable);

    [Theory]
    [InlineData("ProcessEngineException", 0, "failed", false)]
    [InlineData("ProcessEngineException", 10_000, "deadlock", true)]
    [InlineData("OptimisticLockingException", 1, "ENGINE-03005", true)]
    [InlineData("NullPointerException", null, "", true)]
    [InlineData("NullValueException", 0, "Cannot find execution with id 'x'", true)]
    [InlineData("InvalidRequestException", null, "too many requests", true)]
    [InlineData("RestException", null, "shutdown of application server", true)]
    public void An_internal_error_of_the_engine_is_retryable_under_load_and_in_races(string type, int? code, string message, bool isRetryable) =>
        Assert.Equal(isRetryable, new EngineError(500, message) { Type = type, Code = code }.IsRetryable);

    [Fact]
    public void A_success_that_is_not_the_engine_s_is_retryable() => Assert.True(new EngineError(200, "<html>") { IsForeign = true }.IsRetryable);

    [Theory]
    [InlineData(500, "NullPointerException", "", true)]
    [InlineData(400, "NullPointerException", "Cannot find execution", false)]
    [InlineData(500, "Other", "Cannot find execution", true)]
    [InlineData(500, "", "", false)]
    [Trait("Situation", "25")]
    public void A_race_is_an_internal_error_about_a_missing_execution(int status, string type, string message, bool isRace) =>
        Assert.Equal(isRace, new EngineError(status, message) { Type = type }.IsRace);

    [Theory]
    [InlineData(500, 10_002, "", true)]
    [InlineData(400, 10_002, "", true)]
    [InlineData(500, null, "persistence layer", true)]
    [InlineData(500, 0, "persistence layer", false)]
    [InlineData(400, null, "persistence layer", false)]
    [InlineData(500, 0, "value is too long", true)]
    [InlineData(400, 0, "value is too long", false)]
    [InlineData(500, null, "other", false)]
    public void A_value_that_the_database_did_not_accept_is_recognized(int status, int? code, string message, bool expected) =>
        Assert.Equal(expected, new EngineError(status, message) { Code = code }.IsPersistenceFailure);

    [Theory]
    [InlineData(404, "RestException", true)]
    [InlineData(404, "NotFoundException", false)]
    [InlineData(404, "InvalidRequestException", false)]
    [InlineData(404, null, false)]
    [InlineData(400, "RestException", false)]
    public void Only_a_missing_task_is_gone(int status, string? type, bool isGone) => Assert.Equal(isGone, new EngineError(status, "") { Type = type }.IsGone);

    [Fact]
    public void The_text_has_what_the_answer_had()
    {
        Assert.Equal("refused", new EngineError(0, "refused") { Type = "T" }.ToString());
        Assert.Equal("502: bad", new EngineError(502, "bad").ToString());
        Assert.Equal("500 T: bad", new EngineError(500, "bad") { Type = "T" }.ToString());
        Assert.Equal("500 T (code 7): bad", new EngineError(500, "bad") { Type = "T", Code = 7 }.ToString());
    }

    [Theory]
    [InlineData(299, null, nameof(SettleVerdict.Refused))]
    [InlineData(300, null, nameof(SettleVerdict.Retry))]
    [InlineData(399, null, nameof(SettleVerdict.Retry))]
    [InlineData(400, null, nameof(SettleVerdict.Refused))]
    [InlineData(302, "Redirect", nameof(SettleVerdict.Refused))]
    public void A_redirect_of_a_proxy_waits_for_the_operator(int status, string? type, string verdict) =>
        Assert.Equal(verdict, SettleClassifier.Classify(SettlementKind.Complete, new EngineError(status, "") { Type = type }, isAmbiguous: false, engineErrors: 0).ToString());
}

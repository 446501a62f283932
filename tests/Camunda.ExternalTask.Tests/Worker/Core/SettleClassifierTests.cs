using Camunda.ExternalTask.Protocol;
using Camunda.ExternalTask.Worker.Core;

namespace Camunda.ExternalTask.Tests.Worker.Core;

public class SettleClassifierTests
{
    public static TheoryData<int, string?, int?, string, string> Answers => new()
    {
        { 0, null, null, "connection refused", nameof(SettleVerdict.Retry) },
        { 400, "RestException", 0, "External Task t cannot be completed by worker 'a'. It is locked by worker 'b'.", nameof(SettleVerdict.LockLost) },
        { 400, "RestException", 0, "External Task t cannot be completed by worker 'a'. It is locked by worker 'null'.", nameof(SettleVerdict.LockLost) },
        { 400, "RestException", 0, "ENGINE-03043 … is suspended", nameof(SettleVerdict.Suspended) },
        { 400, "InvalidRequestException", null, "Cannot convert value", nameof(SettleVerdict.Refused) },
        { 401, null, null, "", nameof(SettleVerdict.Retry) },
        { 403, "AuthorizationException", 0, "", nameof(SettleVerdict.Retry) },
        { 404, "RestException", 0, "External task with id t does not exist", nameof(SettleVerdict.Gone) },
        { 404, null, null, "<html>", nameof(SettleVerdict.Retry) },
        { 404, "NotFoundException", null, "HTTP 404 Not Found", nameof(SettleVerdict.Retry) },
        { 302, null, null, "", nameof(SettleVerdict.Retry) },
        { 408, null, null, "", nameof(SettleVerdict.Retry) },
        { 413, null, null, "", nameof(SettleVerdict.Refused) },
        { 429, null, null, "", nameof(SettleVerdict.Retry) },
        { 500, "OptimisticLockingException", 1, "ENGINE-03005", nameof(SettleVerdict.RetrySoon) },
        { 500, "ProcessEngineException", 10000, "deadlock", nameof(SettleVerdict.RetrySoon) },
        { 500, "ProcessEnginePersistenceException", 10001, "foreign key", nameof(SettleVerdict.Refused) },
        { 500, "ProcessEnginePersistenceException", 10002, "too long", nameof(SettleVerdict.Refused) },
        { 500, "NullPointerException", null, "", nameof(SettleVerdict.RetrySoon) },
        { 500, "NullValueException", 0, "Cannot find execution with id 'x'", nameof(SettleVerdict.RetrySoon) },
        { 500, "ProcessEngineException", 0, "Unknown property", nameof(SettleVerdict.RetrySoon) },
        { 500, null, null, "<html>", nameof(SettleVerdict.Retry) },
        { 500, "InvalidRequestException", null, "At the moment the server has to handle too many requests", nameof(SettleVerdict.Retry) },
        { 502, null, null, "", nameof(SettleVerdict.Retry) },
        { 503, null, null, "<html>", nameof(SettleVerdict.Retry) },
        { 504, null, null, "", nameof(SettleVerdict.Retry) },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public void Case054_Every_answer_has_one_meaning(int status, string? type, int? code, string message, string verdict)
    {
        var error = new EngineError(status, message) { Type = type, Code = code };

        Assert.Equal(verdict, SettleClassifier.Classify(SettlementKind.Complete, error, isAmbiguous: false, engineErrors: 0).ToString());
    }

    [Fact]
    public void No_error_is_done() => Assert.Equal(SettleVerdict.Done, SettleClassifier.Classify(SettlementKind.Complete, null, true, 2));

    [Fact]
    public void An_unlock_of_a_task_that_is_gone_is_done() =>
        Assert.Equal(SettleVerdict.DoneAssumed, SettleClassifier.Classify(SettlementKind.Unlock, CoreHarness.Gone, false, 0));
}

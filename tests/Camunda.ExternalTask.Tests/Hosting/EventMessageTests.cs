using System.Net;
using Camunda.ExternalTask.Diagnostics;
using Camunda.ExternalTask.Http;
using Camunda.ExternalTask.Tests.Client;

namespace Camunda.ExternalTask.Tests.Hosting;

/// <summary>Every message reads well, with and without the values that an event may lack.</summary>
public class EventMessageTests
{
    private static readonly FetchedTask Fetched = FetchedTask.Parse("""{"id":"t","topicName":"topic","processInstanceId":"p"}"""u8);

    public static TheoryData<WorkerEventKind> Kinds => [.. Enum.GetValues<WorkerEventKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_message_has_no_stray_characters(WorkerEventKind kind)
    {
        foreach (var occurrence in Variants(kind))
        {
            var message = EventTable.Of(kind).Template.Format(occurrence);

            Assert.DoesNotMatch(@": \.|: ;|  | \.|\.\.|[:;,.] *$|\(\)|<html|[\[\]{}]|\(null", message);
            Assert.DoesNotMatch(@"\b1 (tasks|retries|times)\b", message);
        }
    }

    [Theory]
    [InlineData(1, "Fetched 1 task of ")]
    [InlineData(2, "Fetched 2 tasks of ")]
    [InlineData(1204, "Fetched 1,204 tasks of ")]
    public void A_number_agrees_with_its_noun(int count, string expected) =>
        Assert.StartsWith(expected, EventTable.Of(WorkerEventKind.PollSucceeded).Template.Format(new(WorkerEventKind.PollSucceeded) { Count = count }));

    [Theory]
    [InlineData("<html><head><title>503</title><style>a{}</style></head><body><h1>Not &amp; available</h1></body></html>", "503 Not & available")]
    [InlineData(" <!DOCTYPE html><body>Bad <b>gateway</b><script>alert(1)", "Bad gateway")]
    [InlineData("no page: a < b", "no page: a < b")]
    [InlineData("<", "")]
    [InlineData("<p>one<!-- <b>two</b> -->three<STYLE>x</STYLE >four", "one three four")]
    public void Pages_lose_their_markup(string page, string text) => Assert.Equal(text, Markup.TextOf(page));

    [Fact]
    public async Task An_error_does_not_quote_the_markup_of_a_page()
    {
        using var client = new RecordingHandler(HttpStatusCode.BadGateway, "<html><body><h1>Bad gateway</h1></body></html>", "text/html").Client();

        var error = await Assert.ThrowsAsync<EngineException>(() => client.UnlockAsync("t", TestContext.Current.CancellationToken));

        Assert.Contains("Bad gateway", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('<', error.Message);
    }

    private static IEnumerable<WorkerEvent> Variants(WorkerEventKind kind)
    {
        var bare = new WorkerEvent(kind) { WorkerId = "w", Task = Fetched, TaskId = "t", Topic = "topic", Topics = ["topic"], Outcome = TaskOutcomeKind.Completed, ErrorCode = "E" };
        foreach (var count in (int[])[0, 1, 2, 1204])
        {
            var counted = bare with { Count = count, Attempt = count, RetriesLeft = count, Summary = new(count, count, count, count, count), Duration = TimeSpan.FromSeconds(count) };

            // The names of observers and the worker id of a detached task are never missing.
            yield return counted with { Message = kind is WorkerEventKind.ObserverFailed or WorkerEventKind.TaskDetached ? "name" : null };
            yield return counted with { Message = "why", Error = new InvalidOperationException("because"), Engine = "http://localhost/engine-rest", Pending = "PollTimeout" };
            yield return counted with { Message = kind is WorkerEventKind.ObserverFailed or WorkerEventKind.TaskDetached ? "name" : " ", Error = new InvalidOperationException("") };
        }
    }
}

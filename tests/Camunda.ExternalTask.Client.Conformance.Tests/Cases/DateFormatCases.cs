using System.Globalization;
using Microsoft.Extensions.DependencyInjection;

namespace Camunda.ExternalTask.Client.Conformance.Tests;

/// <summary>An engine whose administrator changed the date format. Only engines in memory can be made so here.</summary>
public sealed class DateFormatCases
{
    private static readonly string[] Formats = ["yyyy-MM-dd'T'HH:mm:ss", "dd.MM.yyyy HH:mm:ss.SSS XXX", "yyyyMMddHHmmssZ"];
    private static readonly string[] Zones = ["UTC", "Asia/Kathmandu", "America/St_Johns"];

    public static TheoryData<string, string> Places { get; } = new(from format in Formats from zone in Zones select (format, zone));

    [Theory, MemberData(nameof(Places))]
    public async Task Case074_The_client_uses_the_format_both_ways(string format, string zone)
    {
        using var place = Place.GoTo("th-TH", zone);
        await using var session = await ClientSession.OpenMemoryAsync(format);
        var at = new DateTimeOffset(2024, 2, 29, 7, 4, 56, new(5, 30, 0));
        var now = session.Engine.Time.GetUtcNow();
        var task = await session.TaskAsync();
        Assert.InRange(task.LockExpirationTime, now.AddSeconds(59), now.AddSeconds(61));
        Assert.InRange(task.CreateTime!.Value, now.AddSeconds(-1), now.AddSeconds(1));

        // Lists with dates, by the time at which the task's lock ends.
        await AssertListedAsync(session, 1, new() { LockExpirationAfter = now.AddSeconds(30), LockExpirationBefore = now.AddSeconds(90) });
        await AssertListedAsync(session, 0, new() { LockExpirationBefore = now.AddSeconds(30) });

        await session.Client.Variables.SetAsync(task, new Dictionary<string, TypedValue> { ["set"] = at }, ClientSession.Token);
        await session.Client.Variables.SetLocalAsync(task, new Dictionary<string, TypedValue> { ["local"] = at }, ClientSession.Token);
        await session.Client.HandleFailureAsync(
            task, "no", null, 1, TimeSpan.Zero, new Dictionary<string, TypedValue> { ["failed"] = at }, cancellationToken: ClientSession.Token);
        task = await session.FetchOneAsync("one~");
        Assert.Equal((at, at, at), (task.Variables.Get<DateTimeOffset>("set"), task.Variables.Get<DateTimeOffset>("local"), task.Variables.Get<DateTimeOffset>("failed")));
        await session.Client.CompleteAsync(
            task,
            new UntypedOutput().Set("completed", at.UtcDateTime).SetTyped("passed on", task.Variables.GetTyped("local")).SetTyped("none", TypedValue.Null(VariableType.Date)),
            ClientSession.Token);

        var variables = (await session.FetchOneAsync("two~")).Variables;
        Assert.Equal(["completed", "failed", "none", "passed on", "set"], variables.Names.Order());
        Assert.All(variables.Names.Where(static name => name != "none"), name => Assert.Equal(at, variables.Get<DateTimeOffset>(name)));
        Assert.Null(variables.Get<DateTimeOffset?>("none"));
        Assert.Equal(variables.GetTyped("set"), variables.GetTyped("passed on"));
    }

    [Theory, MemberData(nameof(Places))]
    public async Task Case074_A_typed_handler_uses_the_format_both_ways(string format, string zone)
    {
        using var place = Place.GoTo("th-TH", zone);
        await using var session = await ClientSession.OpenMemoryAsync(format);
        var at = new DateTimeOffset(2024, 7, 31, 7, 4, 56, TimeSpan.Zero);
        var box = new DateBox { Written = new(at, at.LocalDateTime, null, "x", at) };
        await session.DeployTwoTasksAsync(firstTopic: "case-write-dates", secondTopic: "case-read-dates");
        session.StartWorker(builder =>
        {
            builder.Services.AddSingleton(box);
            builder.AddHandler<WriteDates>().AddHandler<ReadDates>();
        });
        await session.Engine.StartAsync("one~");
        var (read, created) = await session.AwaitAsync(box.Read.Task);

        Assert.Equal((at, at, null), (read.At, new DateTimeOffset(read.Clock), read.None));
        Assert.Equal(at, read.Typed.Get<DateTimeOffset>());
        var now = session.Engine.Time.GetUtcNow();
        Assert.InRange(created, now.AddMinutes(-1), now.AddSeconds(1));
        var sent = session.Sent("/complete")[0].Json.GetProperty("variables");
        Assert.Equal(Expected(format, at), sent.GetProperty("at").GetProperty("value").GetString());
        Assert.Equal(Expected(format, at), sent.GetProperty("typed").GetProperty("value").GetString());
    }

    [Fact]
    public async Task Case074_A_condition_with_a_date_is_in_the_format()
    {
        await using var session = await ClientSession.OpenMemoryAsync("dd.MM.yyyy HH:mm:ss Z");
        var condition = new VariableCondition("due", VariableOperator.LessThan, new DateTimeOffset(2024, 2, 29, 7, 4, 56, TimeSpan.Zero));
        await session.Client.CountTasksAsync(new() { ProcessVariables = [condition] }, ClientSession.Token);
        Assert.Equal("29.02.2024 07:04:56 +0000", session.LastSent("/count").Json.GetProperty("processVariables")[0].GetProperty("value").GetString());
    }

    private static async Task AssertListedAsync(ClientSession session, int count, ExternalTaskQuery query)
    {
        Assert.Equal(count, (await session.Client.ListTasksAsync(query, cancellationToken: ClientSession.Token)).Count);
        Assert.Equal(count, await session.Client.CountTasksAsync(query, ClientSession.Token));
    }

    private static string Expected(string format, DateTimeOffset at) => format switch
    {
        "yyyy-MM-dd'T'HH:mm:ss" => at.LocalDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
        "yyyyMMddHHmmssZ" => "20240731070456+0000",
        _ => "31.07.2024 07:04:56.000 Z",
    };
}

/// <summary>Dates as a typed handler has them.</summary>
[TaskInput]
[TaskOutput]
public sealed partial record DateValues(DateTimeOffset At, DateTime Clock, DateTimeOffset? None, string Text, TypedValue Typed);

/// <summary>What the handlers write and have read.</summary>
public sealed class DateBox
{
    public required DateValues Written { get; init; }

    public TaskCompletionSource<(DateValues Values, DateTimeOffset Created)> Read { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}

[ExternalTaskHandler("case-write-dates")]
public sealed partial class WriteDates(DateBox box)
{
    public DateValues Handle() => box.Written;
}

[ExternalTaskHandler("case-read-dates")]
public sealed partial class ReadDates(DateBox box)
{
    public void Handle(DateValues values, ExternalTaskContext context) => box.Read.TrySetResult((values, context.Task.CreateTime ?? default));
}

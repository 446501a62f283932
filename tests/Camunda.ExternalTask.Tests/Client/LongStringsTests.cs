using System.Buffers;
using Camunda.ExternalTask.Protocol;
using Camunda.ExternalTask.Tests.Worker.Shell;
using Camunda.ExternalTask.Values.Dates;

namespace Camunda.ExternalTask.Tests.Client;

public class LongStringsTests
{
    private static readonly EngineError Refused = new(500, "It failed.") { Type = "ProcessEnginePersistenceException", Code = 10_002 };

    [Fact]
    public void Variables_that_are_too_long_are_named_and_never_shown()
    {
        var message = Explained(output =>
        {
            output.Set("plain", new string('x', 4001)).Set("escaped \"name\"", new string('\n', 4001)).SetLocal("local", new string('é', 4001));
            output.Set("fits", new string('x', 4000)).Set("fits in escapes", new string('\n', 4000)).Set("fits in bytes", new string('é', 4000)).Set("fits in halves", string.Concat(Enumerable.Repeat("😀", 2000)));
            output.SetTyped("json", TypedValue.Json($"\"{new string('x', 5000)}\"")).SetTyped("bytes", TypedValue.Bytes(new byte[5000])).SetTransient("transient", new string('x', 5000));
            output.SetTyped("null", TypedValue.Null(VariableType.String)).Set("number", 1);
        });
        Assert.Equal(
            "Most databases hold 4,000 characters of a String; longer: 'plain', 'escaped \"name\"', 'local'. Write such texts as Json, Bytes or File. It failed.", message);
    }

    [Fact]
    public void Many_names_are_counted()
    {
        var message = Explained(output => output.SetAll(Enumerable.Range(1, 7).Select(number => KeyValuePair.Create($"v{number}", (object?)new string('x', 4001)))));
        Assert.Contains("'v1', 'v2', 'v3', 'v4', 'v5' and 2 more.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_errors_and_other_bodies_are_left_alone()
    {
        var body = Body(output => output.Set("plain", new string('x', 4001)));
        Assert.Null(LongStrings.Explain(null, body));
        Assert.Equal("It failed.", LongStrings.Explain(Refused with { Code = 1 }, body)!.Message);
        Assert.Equal("It failed.", LongStrings.Explain(Refused with { Code = null }, body)!.Message);
        Assert.Equal("It failed.", LongStrings.Explain(Refused, new("""{"workerId":"w","retries":2}"""u8.ToArray()))!.Message);
        Assert.Contains("'plain'", LongStrings.Explain(Refused with { Code = 0, Message = "Cannot modify: Variable value is too long" }, body)!.Message, StringComparison.Ordinal);
        Assert.Contains("'plain'", LongStrings.Explain(Refused with { Code = null, Message = "An exception occurred in the persistence layer." }, body)!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_handler_that_sets_variables_receives_the_name()
    {
        await using var bench = new WorkerBench();
        bench.StartInstance();
        await bench.StartAsync(async (context, cancellationToken) =>
        {
            await context.SetVariablesAsync(new Dictionary<string, TypedValue> { ["long"] = new string('x', 4001) }, cancellationToken);
            return TaskOutcome.Completed();
        });
        await bench.Log.SeeAsync("TaskFailed");

        Assert.Contains("longer: 'long'", Assert.Single(bench.Engine.ExternalTasks).ErrorMessage, StringComparison.Ordinal);
    }

    private static string Explained(Action<UntypedOutput> fill) => LongStrings.Explain(Refused, Body(fill))!.Message;

    private static ReadOnlySequence<byte> Body(Action<UntypedOutput> fill)
    {
        var output = new UntypedOutput();
        fill(output);
        using var body = RequestBuffer.OfObject(new Settlement(SettlementKind.Complete) { Output = output }, static (body, given) => SettlementBody.Write(body, "w", given, EngineDateFormat.Default));
        return new(body.Written.ToArray());
    }
}

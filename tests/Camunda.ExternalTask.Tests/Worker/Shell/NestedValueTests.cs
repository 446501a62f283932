using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Camunda.ExternalTask.Tests.Worker.Shell;

/// <summary>A deeply nested value is a fault of its own task, and it never overflows the stack.</summary>
public class NestedValueTests
{
    [Theory]
    [InlineData(1_000, "Object", false)]
    [InlineData(100_000, "Object", false)]
    [InlineData(1_000_000, "Object", false)]
    [InlineData(1_000, "Json", true)]
    [InlineData(100_000, "Json", true)]
    [InlineData(1_000_000, "Json", true)]
    [Trait("Situation", "43")]
    [Trait("Security", "S11")]
    public async Task A_deeply_nested_value_costs_only_the_task_that_reads_it(int depth, string type, bool isText)
    {
        await using var bench = new WorkerBench();
        await bench.StartAsync((context, _) => Task.FromResult(Read(context)));
        var quote = isText ? "\"" : "";
        var deep = $$"""{"id":"deep","topicName":"topic","workerId":"w","retries":null,"variables":{"data":{"type":"{{type}}","value":{{quote}}{{Nested(depth)}}{{quote}},"valueInfo":{} } },"priority":0}""";
        var good = """{"id":"good","topicName":"topic","workerId":"w","retries":null,"variables":{"data":{"type":"Json","value":"[1]","valueInfo":{}}}}""";
        bench.Network.Answer("/fetchAndLock", () => new(HttpStatusCode.OK) { Content = new StringContent($"[{deep},{good}]", Encoding.UTF8, "application/json") });
        bench.Network.Answer("/complete", () => new(HttpStatusCode.NoContent));
        bench.Network.Answer("/failure", () => new(HttpStatusCode.NoContent));
        bench.Network.Answer("/external-task/deep", () => new(HttpStatusCode.OK) { Content = new StringContent("""{"id":"deep"}""", Encoding.UTF8, "application/json") });
        bench.Time.Advance(TimeSpan.FromSeconds(21));

        await bench.Log.SeeAsync("TaskCompleted");
        await bench.Log.SeeAsync("IncidentCreated");
    }

    [Theory]
    [InlineData(1_000)]
    [InlineData(100_000)]
    [InlineData(1_000_000)]
    public void Every_reading_of_a_deeply_nested_value_names_the_variable_and_its_depth(int depth)
    {
        var raw = new TaskVariables(Encoding.UTF8.GetBytes($$"""{"data":{"type":"Object","value":{{Nested(depth)}} },"good":{"type":"Integer","value":1} }"""));

        foreach (var exception in (VariableException[])
                 [
                     Assert.Throws<VariableException>(() => raw.Get<JsonElement>("data")),
                     Assert.Throws<VariableException>(() => raw.Get<JsonNode>("data")),
                 ])
        {
            Assert.Equal("data", exception.VariableName);
            Assert.Contains($"nested {depth} levels deep", exception.Message, StringComparison.Ordinal);
        }

        Assert.Equal(1, raw.Get<int>("good"));
        var value = raw.GetTyped("data");
        Assert.Throws<VariableException>(() => value.Get<JsonElement>());
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true }))
        {
            json.WriteStartObject();
            new VariableWriter(json).Write("data", value);
            json.WriteEndObject();
        }

        Assert.Equal(value, new TaskVariables(buffer.ToArray()).GetTyped("data"));
    }

    [Fact]
    public void Infos_may_be_nested_more_deeply_than_64_levels()
    {
        var variables = new TaskVariables(Encoding.UTF8.GetBytes($$"""{"data":{"type":"File","value":null,"valueInfo":{"x":{{Nested(1_000)}},"filename":"a.txt"} } }"""));

        Assert.Equal("a.txt", variables.Get<CamundaFile>("data")!.FileName);
    }

    [Fact]
    [Trait("Situation", "44")]
    public void A_deeply_nested_node_that_is_written_names_the_variable()
    {
        JsonNode node = new JsonArray();
        for (var depth = 0; depth < 2_000; depth++)
        {
            node = new JsonArray(node);
        }

        using var json = new Utf8JsonWriter(new MemoryStream());
        json.WriteStartObject();

        Assert.Equal("data", Assert.Throws<VariableException>(() => new VariableWriter(json).WriteJson("data"u8, node)).VariableName);
    }

    private static TaskOutcome Read(ExternalTaskContext context)
    {
        _ = context.Variables.Get<JsonElement>("data");
        return TaskOutcome.Completed();
    }

    private static string Nested(int depth) => new string('[', depth) + new string(']', depth);
}

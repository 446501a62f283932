using System.Text;

namespace Camunda.ExternalTask.Tests.Variables;

public class UntypedOutputTests
{
    [Fact]
    public void Variables_are_set_one_by_one_and_all_at_once()
    {
        var task = FetchedTask.Parse("""{"id":"T","topicName":"t","variables":{"kept":{"type":"Weird","value":[1]},"b":{"type":"Long","value":5}}}"""u8);
        var output = new UntypedOutput()
            .Set("score", 42)
            .Set("nothing", null)
            .Set("as it is", TypedValue.Short(1))
            .SetTyped("rank", TypedValue.Short(5))
            .SetTransient("token", "t-1")
            .SetLocal("source", "bureau")
            .SetLocal("typed", TypedValue.Short(2))
            .SetAll(new Dictionary<string, object?> { ["a"] = 1.5m, ["b"] = "later" })
            .SetAllTyped(task.Variables.ToDictionary());

        Assert.Equal(
            """
            {"score":{"type":"Integer","value":42},"nothing":{"type":"Null","value":null},"as it is":{"type":"Short","value":1},"rank":{"type":"Short","value":5},"token":{"type":"String","value":"t-1","valueInfo":{"transient":true}},"a":{"type":"String","value":"1.5"},"b":{"type":"Long","value":5},"kept":{"type":"Weird","value":[1]}}
            """,
            Writing.Json(output.WriteVariables));
        Assert.Equal("""{"source":{"type":"String","value":"bureau"},"typed":{"type":"Short","value":2}}""", Writing.Json(output.WriteLocalVariables));
    }

    [Fact]
    public void What_has_no_engine_type_is_refused_where_it_is_set()
    {
        var output = new UntypedOutput();
        Assert.Throws<ArgumentException>(() => output.Set("x", new StringBuilder()));
        Assert.Throws<ArgumentException>(() => output.SetTransient("x", new StringBuilder()));
        Assert.Throws<ArgumentException>(() => output.SetLocal("x", new StringBuilder()));
        Assert.Throws<ArgumentNullException>(() => output.SetTyped("x", null!));
        Assert.Empty(output.Variables);
        Assert.Empty(output.LocalVariables);
    }
}

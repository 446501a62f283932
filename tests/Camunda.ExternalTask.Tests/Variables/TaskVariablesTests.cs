using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Camunda.ExternalTask.Tests.Variables;

public class TaskVariablesTests
{
    private static readonly TaskVariables EveryForm = new(Encoding.UTF8.GetBytes(VariableReaderTests.EveryForm));

    [Fact]
    public void Names_and_presence()
    {
        Assert.Equal(22, EveryForm.Names.Count);
        Assert.True(EveryForm.Contains("nul"));
        Assert.False(EveryForm.Contains("Nul"));
        Assert.Empty(default(TaskVariables).Names);
    }

    [Fact]
    public void Scalars_by_type_argument()
    {
        Assert.True(EveryForm.Get<bool>("bool"));
        Assert.Equal((byte)42, EveryForm.Get<byte>("int"));
        Assert.Equal((sbyte)42, EveryForm.Get<sbyte>("int"));
        Assert.Equal((short)12, EveryForm.Get<short>("short"));
        Assert.Equal((ushort)42, EveryForm.Get<ushort>("int"));
        Assert.Equal(42, EveryForm.Get<int?>("int"));
        Assert.Equal(42U, EveryForm.Get<uint>("int"));
        Assert.Equal(9007199254740993, EveryForm.Get<long>("long"));
        Assert.Equal(12345678901234567890, EveryForm.Get<ulong>("big"));
        Assert.Equal(3.5f, EveryForm.Get<float>("double"));
        Assert.Equal(3.5, EveryForm.Get<double>("double"));
        Assert.Equal(3.5m, EveryForm.Get<decimal>("double"));
        Assert.Equal("héllo", EveryForm.Get<string>("str"));
        Assert.Equal(2024, EveryForm.Get<DateTimeOffset>("date").Year);
        Assert.Equal(2024, EveryForm.Get<DateTime>("date").Year);
        Assert.Equal([0, 1, 255], EveryForm.Get<byte[]>("bytes")!);
        Assert.Equal(3, EveryForm.Get<ReadOnlyMemory<byte>>("bytes").Length);
        Assert.Equal(1, EveryForm.Get<JsonElement>("json").GetProperty("a").GetInt32());
        Assert.Equal(1, (int)EveryForm.Get<JsonNode>("obj")!["a"]!);
        Assert.Equal("1", EveryForm.Get<XElement>("xml")!.Value);
        Assert.Equal("a", EveryForm.Get<XDocument>("objx")!.Root!.Name);
        Assert.Equal(1, EveryForm.GetJson("map", TestJson.Default.DictionaryStringInt32)!["x"]);
        var text = new TaskVariables("""{"g":{"type":"String","value":"0f8fad5b-d9cb-469f-a165-70867728950e"},"u":{"type":"String","value":"a"},"s":{"type":"String","value":"PT1S"},"d":{"type":"String","value":"2024-02-29"},"t":{"type":"String","value":"07:04"}}"""u8.ToArray());
        Assert.NotEqual(default, text.Get<Guid>("g"));
        Assert.Equal("a", text.Get<Uri>("u")!.OriginalString);
        Assert.Equal('a', text.Get<char>("u"));
        Assert.Equal(TimeSpan.FromSeconds(1), text.Get<TimeSpan>("s"));
        Assert.Equal(29, text.Get<DateOnly>("d").Day);
        Assert.Equal(7, text.Get<TimeOnly>("t").Hour);
    }

    [Fact]
    public void Missing_and_null_are_two_things()
    {
        Assert.Equal("Variable 'none' is missing (expected int?). Set it in the process; names are case-sensitive.", Assert.Throws<VariableException>(() => EveryForm.Get<int?>("none")).Message);
        Assert.Throws<VariableException>(() => EveryForm.GetJson("none", TestJson.Default.Loan));
        Assert.Throws<VariableException>(() => EveryForm.GetTyped("none"));
        Assert.Null(EveryForm.Get<int?>("nint"));
        Assert.Null(EveryForm.GetJson("nobj", TestJson.Default.Loan));
        Assert.Throws<VariableException>(() => EveryForm.Get<int>("nint"));

        Assert.False(EveryForm.TryGet<int>("none", out _));
        Assert.True(EveryForm.TryGet<int?>("nint", out var nothing));
        Assert.Null(nothing);
        Assert.True(EveryForm.TryGet<int>("int", out var number));
        Assert.Equal(42, number);
        Assert.False(EveryForm.TryGetJson("none", TestJson.Default.Loan, out _));
        Assert.False(EveryForm.TryGetTyped("none", out _));
        Assert.True(EveryForm.TryGetTyped("ndate", out var typed));
        Assert.Equal(TypedValue.Null(VariableType.Date), typed);
    }

    [Fact]
    public void Types_of_your_own_need_their_metadata() => Assert.Throws<NotSupportedException>(() => EveryForm.Get<Loan>("json"));
}

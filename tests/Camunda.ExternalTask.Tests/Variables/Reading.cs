using System.Text;

namespace Camunda.ExternalTask.Tests.Variables;

internal delegate T ReadValue<out T>(VariableReader variables)
    where T : allows ref struct;

/// <summary>Reads one variable called <c>x</c>.</summary>
internal static class Reading
{
    public static string Wire(string type, string value, string info = "{}") =>
        $$$"""{"x":{"type":"{{{type}}}","value":{{{value}}},"valueInfo":{{{info}}}}}""";

    public static T Value<T>(string type, string value, ReadValue<T> read, string info = "{}")
    {
        var variables = new VariableReader(Encoding.UTF8.GetBytes(Wire(type, value, info)));
        Assert.True(variables.MoveNext());
        return read(variables);
    }

    public static VariableException Refusal<T>(string type, string value, ReadValue<T> read, string info = "{}")
    {
        var exception = Assert.Throws<VariableException>(() => { Value(type, value, read, info); });
        Assert.Equal("x", exception.VariableName);
        return exception;
    }
}

using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Camunda.ExternalTask.Tests.Variables;

/// <summary>What a writer writes.</summary>
internal static class Writing
{
    public static string Json(Action<VariableWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        write(new(json));
        json.WriteEndObject();
        json.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static VariableException Refusal(Action<VariableWriter> write)
    {
        VariableException? refused = null;
        var json = Json(variables => refused = Assert.Throws<VariableException>(() => write(variables)));
        Assert.Equal("{}", json);
        Assert.Equal("x", refused!.VariableName);
        return refused;
    }
}

using System.Text;
using System.Text.Json;
using Camunda.ExternalTask.Testing.Flavors;
using Camunda.ExternalTask.Testing.Json;

namespace Camunda.ExternalTask.Testing.Rest.Routing;

/// <summary>An HTTP response.</summary>
internal sealed record RestResponse(int Status, string? ContentType = null, byte[]? Body = null)
{
    public static RestResponse NoContent { get; } = new(204);

    /// <summary>Additional headers, such as the name of a file.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    public static RestResponse Json(byte[] body) => new(200, "application/json", body);

    public static RestResponse Json(Action<Utf8JsonWriter> write) => Json(JsonBytes.Write(write));

    public static RestResponse JsonArray<T>(IEnumerable<T> items, Action<Utf8JsonWriter, T> write) =>
        Json(JsonBytes.WriteArray(items, write));

    public static RestResponse Text(string text, int status = 200) => new(status, "text/plain", Encoding.UTF8.GetBytes(text));

    public static RestResponse TextOrNothing(string? text) => text is null ? NoContent : Text(text);

    public static RestResponse Count(int count) => Json(writer =>
    {
        writer.WriteStartObject();
        writer.WriteNumber("count"u8, count);
        writer.WriteEndObject();
    });

    public static RestResponse Error(EngineRequestException error, EngineFlavor flavor) => error.IsPlainText
        ? Text(error.Message, (int)error.Status)
        : new((int)error.Status, "application/json", JsonBytes.Write(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("type"u8, error.Type);
            writer.WriteText("message", error.Message);
            if (flavor.HasErrorCodes())
            {
                writer.WriteNumberOrNull("code", error.Code);
            }

            if (error.WriteDetails is { } writeDetails)
            {
                writer.WritePropertyName("details"u8);
                writeDetails(writer);
            }

            writer.WriteEndObject();
        }));
}

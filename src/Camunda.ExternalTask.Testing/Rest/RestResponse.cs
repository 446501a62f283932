using System.Text;

namespace Camunda.ExternalTask.Testing;

/// <summary>An answer, whichever way it goes.</summary>
internal sealed record RestResponse(int Status, string? ContentType = null, byte[]? Body = null)
{
    public static RestResponse NoContent { get; } = new(204);

    /// <summary>Headers beyond the usual, such as the name of a file.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    public static RestResponse Json(byte[] body) => new(200, "application/json", body);

    public static RestResponse Text(string text, int status = 200) => new(status, "text/plain", Encoding.UTF8.GetBytes(text));

    public static RestResponse Count(int count) => Json(RestJson.Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteNumber("count"u8, count);
        writer.WriteEndObject();
    }));

    public static RestResponse Error(EngineRequestException error, EngineFlavor flavor) => error.IsPlainText
        ? Text(error.Message, (int)error.Status)
        : new((int)error.Status, "application/json", RestJson.Write(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("type"u8, error.Type);
            writer.WriteText("message", error.Message);
            if (flavor.HasErrorCodes())
            {
                writer.WriteNumberOrNull("code", error.Code);
            }

            writer.WriteEndObject();
        }));
}

using System.Buffers;
using System.Net.Http.Headers;
using System.Text;
using Camunda.ExternalTask.Values.Wire;

namespace Camunda.ExternalTask.Protocol.Uploads;

/// <summary>The two forms in which the engine accepts the content of a variable.</summary>
internal static class UploadBody
{
    private const string DefaultMimeType = "application/octet-stream";

    /// <summary>The maximum length of the headers of a part. The parser of current engines answers 400 beyond it.</summary>
    private const int MaxPartHeader = 512;

    /// <summary>Returns whether the name of the file fits into a header: short enough, and without surrounding blanks, which the engine would trim.</summary>
    public static bool FitsMultipart(VariableUpload upload) => upload.FileName.Trim().Length == upload.FileName.Length && PartHeader(upload).Length <= MaxPartHeader;

    /// <summary>Creates the body for <c>…/variables/{name}/data</c>: the unchanged content, of any length.</summary>
    public static UploadContent Multipart(VariableUpload upload)
    {
        var boundary = $"{Guid.NewGuid():N}";
        var head = $"--{boundary}\r\nContent-Disposition: form-data; name=\"valueType\"\r\n\r\n{VariableTypeNames.Of(upload.Type)}\r\n--{boundary}\r\n{PartHeader(upload)}";
        return new UploadContent.Plain(upload.Content, Encoding.UTF8.GetBytes(head), Encoding.UTF8.GetBytes($"\r\n--{boundary}--\r\n"))
        {
            Headers = { ContentType = new MediaTypeHeaderValue("multipart/form-data") { Parameters = { new("boundary", boundary) } } },
        };
    }

    /// <summary>Creates the body for <c>…/variables</c>: the content as Base64 in JSON, for any name.</summary>
    public static UploadContent Json(string variableName, VariableUpload upload)
    {
        using var buffer = RequestBuffer.Rent();
        var json = buffer.Json;
        json.WriteStartObject();
        json.WriteStartObject("modifications"u8);
        json.WriteStartObject(variableName);
        json.WriteString("type"u8, VariableTypeNames.Of(upload.Type));
        if (upload.Type == VariableType.File)
        {
            json.WriteStartObject("valueInfo"u8);
            json.WriteString("filename"u8, upload.FileName);
            json.WriteString("mimeType"u8, upload.MimeType ?? DefaultMimeType);
            if (upload.Encoding is { } encoding)
            {
                json.WriteString("encoding"u8, encoding);
            }

            json.WriteEndObject();
        }

        json.WritePropertyName("value"u8);
        json.Flush();
        return new UploadContent.Base64Text(upload.Content, [.. buffer.Written.ToArray(), (byte)'"'], "\"}}}"u8.ToArray())
        {
            Headers = { ContentType = new MediaTypeHeaderValue("application/json") },
        };
    }

    /// <summary>The engine reads the encoding from a parameter of that name and ignores <c>charset</c>.</summary>
    private static string PartHeader(VariableUpload upload) =>
        $"Content-Disposition: form-data; name=\"data\"; filename=\"{HeaderText(upload.FileName)}\"\r\n"
        + $"Content-Type: {upload.MimeType ?? DefaultMimeType}{(upload.Encoding is null ? "" : $"; encoding={upload.Encoding}")}\r\n\r\n";

    /// <summary>
    /// Returns a name unchanged, or as an encoded word (RFC 2047): the only form that all engines read back completely. They take backslashes literally, and 7.17 does
    /// not support <c>filename*</c>.
    /// </summary>
    internal static string HeaderText(string name) => IsPlain(name) ? name : $"=?UTF-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(name))}?=";

    private static bool IsPlain(string name) =>
        !name.AsSpan().ContainsAnyExceptInRange(' ', '~') && !name.AsSpan().ContainsAny("\"\\?");
}

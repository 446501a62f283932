namespace Camunda.ExternalTask.Values.Wire;

internal readonly ref partial struct VariableEntry
{
    /// <summary>Writes a JSON document as the text of a Json variable, or null.</summary>
    public void WriteJson(byte[]? document)
    {
        Begin(VariableType.Json);
        WriteText(document);
        End();
    }

    /// <summary>Writes a JSON document as the text of an Object of <c>application/json</c>, or a null of the class.</summary>
    public void WriteObject(byte[]? document, string objectTypeName)
    {
        Begin(VariableType.Object);
        WriteText(document);
        _json.WriteStartObject(InfoKey);
        _json.WriteString("objectTypeName"u8, objectTypeName);
        _json.WriteString("serializationDataFormat"u8, "application/json"u8);
        EndInfo();
    }

    /// <summary>Writes a file whose content is loaded.</summary>
    public void WriteFile(CamundaFile file)
    {
        Begin(VariableType.File);
        LargeText.WriteBase64(_json, file.Content.Span);
        _json.WriteStartObject(InfoKey);
        _json.WriteString("filename"u8, file.FileName);
        WriteInfo("mimeType"u8, file.MimeType);
        WriteInfo("encoding"u8, file.Encoding);
        EndInfo();
    }

    private void WriteText(byte[]? document)
    {
        if (document is null)
        {
            _json.WriteNullValue();
        }
        else
        {
            LargeText.Write(_json, document);
        }
    }

    private void WriteInfo(ReadOnlySpan<byte> key, string? value)
    {
        if (value is not null)
        {
            _json.WriteString(key, value);
        }
    }

    private void EndInfo()
    {
        if (_isTransient)
        {
            _json.WriteBoolean(TransientKey, true);
        }

        _json.WriteEndObject();
        _json.WriteEndObject();
    }
}

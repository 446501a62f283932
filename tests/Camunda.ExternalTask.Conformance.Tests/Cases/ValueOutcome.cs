using System.Globalization;

namespace Camunda.ExternalTask.Conformance.Tests;

/// <summary>What a completion with a value is answered, and what is stored then; null is nothing.</summary>
internal sealed record ValueOutcome(int Status, string? StoredJson = null, string? ErrorType = null, string? Message = null, int? Code = null)
{
    public static ValueOutcome NotStored { get; } = new(204);

    /// <summary>The database's column is full; Camunda 7.17 has another name for it.</summary>
    public static ValueOutcome TooLong { get; } = Refused(
        500,
        "<any>",
        "An exception occurred in the persistence layer. Please check the server logs for a detailed message and the entire exception stack trace.",
        10002);

    public static ValueOutcome Stored(string type, string value, string info = "{}") => new(204, $$"""{"type":"{{type}}","value":{{value}},"valueInfo":{{info}}}""");

    public static ValueOutcome StoredText(int length) => Stored("String", $"\"{new string('x', length)}\"");

    public static string TextOf(int length) => $$"""{"value":"{{new string('x', length)}}","type":"String"}""";

    public static ValueOutcome Refused(int status, string type, string message, int? code) => new(status, null, type, message, code);

    public static ValueOutcome CannotConvert(string value, string type, string javaType) =>
        Refused(400, "InvalidRequestException", $"Cannot convert value '{value}' of type '{type}' to java type {javaType}", null);

    public static ValueOutcome Unsupported(string type) => Refused(400, "RestException", $"Unsupported value type '{type}'", null);

    public static ValueOutcome NullValueObject(string package) => Refused(
        500,
        "NullPointerException",
        $"Cannot invoke \"{package}.bpm.engine.rest.dto.VariableValueDto.toTypedValue({package}.bpm.engine.ProcessEngine, "
        + "com.fasterxml.jackson.databind.ObjectMapper)\" because the return value of \"java.util.Map$Entry.getValue()\" is null",
        null);

    public static ValueOutcome NoSerializer(string format, string typeName, string serialized) => Refused(
        500,
        "ProcessEngineException",
        string.Create(
            CultureInfo.InvariantCulture,
            $"Cannot find serializer for value 'ObjectValue [value=null, isDeserialized=false, serializationDataFormat={format}, objectTypeName={typeName}, serializedValue={serialized}, isTransient=false]'."),
        0);
}

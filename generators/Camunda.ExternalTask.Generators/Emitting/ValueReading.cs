using Camunda.ExternalTask.Generators.Models;
using Camunda.ExternalTask.Generators.Parsing;
using Camunda.ExternalTask.Generators.Writing;

namespace Camunda.ExternalTask.Generators.Emitting;

/// <summary>Writes the statement that reads one variable into its local.</summary>
internal static class ValueReading
{
    public static void Emit(SourceWriter writer, InputLocal local, JsonTypesEmitter json)
    {
        var value = local.Property.Value;
        var orNull = OrNull(value);
        var (open, close) = local.IsOptional ? ("new(", ")") : ("", "");
        if (value.Kind != ValueKind.Enum)
        {
            writer.Line($"{local.Name} = {open}{orNull}{Read(local.Property, json)}{close};");
            return;
        }

        writer.Line($"{local.Name} = {open}{orNull}variables.Read<string>({Strict(local.Property)}) switch");
        writer.Open();
        foreach (var member in value.EnumMembers)
        {
            writer.Line($"{CSharpLiteral.Text(member.WireName)} => {value.TypeName}.{member.Name},");
        }

        writer.Line($"_ => throw {NotReadable(value)},");
        writer.Close($"{close};");
    }

    // A struct can have a conversion from a class, which would turn a plain null into a value, such as empty memory.
    private static string OrNull(ValueModel value) => value switch
    {
        { IsNullable: false } or { Kind: ValueKind.TypedValue } => "",
        { Kind: ValueKind.Memory } or { Kind: ValueKind.Json or ValueKind.Converted, IsValueType: true } => $"variables.IsNull ? ({value.TypeName}?)null : ",
        _ => "variables.IsNull ? null : ",
    };

    private static string Read(PropertyModel property, JsonTypesEmitter json)
    {
        var value = property.Value;
        var strict = Strict(property);
        return value.Kind switch
        {
            ValueKind.TypedValue => "variables.ReadTyped()",
            ValueKind.Converted => $"variables.ReadAs<{value.TypeName}, {value.Converter}>()",
            ValueKind.JsonNode => $"variables.ReadJsonNode({strict}){OrThrow(value)}",
            ValueKind.JsonObject or ValueKind.JsonArray => $"variables.ReadJsonNode({strict}) as {value.TypeName} ?? throw {NotReadable(value)}",
            ValueKind.Json => $"variables.ReadJson({json.Of(value)}{(property.Strict ? ", strict: true" : "")}){OrThrow(value)}",
            ValueKind.File or ValueKind.JsonElement or ValueKind.XDocument or ValueKind.XElement => $"variables.Read{value.Kind}({strict})",
            _ => $"variables.Read<{value.TypeName}>({strict})",
        };
    }

    // The JSON value can be null although the variable is not.
    private static string OrThrow(ValueModel value) => value.IsNullable || value.IsValueType ? "" : $" ?? throw {NotReadable(value)}";

    private static string NotReadable(ValueModel value)
    {
        var isJson = ValueKinds.DefaultType(value.Kind) == EngineType.Json;
        return $"variables.NotReadable({CSharpLiteral.Text(isJson ? $"{value.DisplayName} (Json)" : value.DisplayName)})";
    }

    private static string Strict(PropertyModel property) => property.Strict ? "strict: true" : "";
}

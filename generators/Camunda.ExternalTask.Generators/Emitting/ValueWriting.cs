using Camunda.ExternalTask.Generators.Models;
using Camunda.ExternalTask.Generators.Writing;
using Camunda.ExternalTask.Shared;

namespace Camunda.ExternalTask.Generators.Emitting;

/// <summary>Writes the statements that write variables.</summary>
internal static class ValueWriting
{
    /// <summary>Writes the variables of one scope, with a blank line around statements of several lines.</summary>
    public static void EmitAll(SourceWriter writer, EquatableArray<PropertyModel> properties, bool isLocal, JsonTypesEmitter json, bool isFirst = true)
    {
        var wasBlock = false;
        foreach (var property in properties)
        {
            if (property.IsLocal != isLocal)
            {
                continue;
            }

            var isBlock = property.Value.IsOptional || property.Value is { Kind: ValueKind.Json or ValueKind.Converted, IsValueType: true, IsNullable: true };
            if (!isFirst && (isBlock || wasBlock))
            {
                writer.Line();
            }

            Emit(writer, property, json);
            isFirst = false;
            wasBlock = isBlock;
        }
    }

    private static void Emit(SourceWriter writer, PropertyModel property, JsonTypesEmitter json)
    {
        // The parameter would hide a property with the same name.
        var access = property.Name == "variables" ? "this.variables" : property.Name;
        if (!property.Value.IsOptional)
        {
            EmitValue(writer, property, access, json);
            return;
        }

        writer.Open($"if ({access}.HasValue)");
        EmitValue(writer, property, $"{access}.Value", json);
        writer.Close();
    }

    private static void EmitValue(SourceWriter writer, PropertyModel property, string access, JsonTypesEmitter json)
    {
        var name = Utf8(property);
        var transient = property.Transient ? ", transient: true" : "";
        switch (property.Value)
        {
            case { Kind: ValueKind.Enum }:
                EmitEnum(writer, property, access, name, transient);
                break;
            case { Kind: ValueKind.Json or ValueKind.Converted, IsValueType: true, IsNullable: true }:
                EmitNullableStruct(writer, property, access, name, transient, json);
                break;
            case { Kind: ValueKind.Json or ValueKind.Converted }:
                writer.Line($"{GenericCall(property, access, name, transient, json)};");
                break;
            case { Kind: ValueKind.TypedValue }:
                writer.Line($"variables.Write({name}, {access});");
                break;
            default:
                writer.Line($"variables.{Method(property)}({name}, {Converted(property, access)}{transient});");
                break;
        }
    }

    private static string Method(PropertyModel property) => property.WrittenAs switch
    {
        EngineType.Json when property.Value.Kind == ValueKind.String => "WriteJsonText",
        EngineType.Json => "WriteJson",
        EngineType.String when property.Value.Kind != ValueKind.String => "Write",
        var type => $"Write{type}",
    };

    // Numbers are written through decimal, which holds all of these exactly. Floating-point numbers have the shortest text that can be read back.
    private static string Converted(PropertyModel property, string access)
    {
        var orNull = property.Value.IsNullable ? "?" : "";
        return (property.Value.Kind, property.WrittenAs) switch
        {
            (ValueKind.Single or ValueKind.Double, EngineType.String) =>
                $"{access}{orNull}.ToString(global::System.Globalization.CultureInfo.InvariantCulture)",
            (ValueKind.Decimal, EngineType.Double) => $"(double{orNull}){access}",
            (ValueKind.Byte or ValueKind.SByte or ValueKind.Int16 or ValueKind.UInt16 or ValueKind.Int32 or ValueKind.UInt32 or ValueKind.Int64, EngineType.String) =>
                $"(decimal{orNull}){access}",
            _ => access,
        };
    }

    private static string GenericCall(PropertyModel property, string access, string name, string transient, JsonTypesEmitter json) => property switch
    {
        { Value: { Kind: ValueKind.Converted } value } => $"variables.WriteAs<{value.TypeName}, {value.Converter}>({name}, {access}{transient})",
        { WrittenAs: EngineType.Object } =>
            $"variables.WriteObject({name}, {access}, {json.Of(property.Value)}, {CSharpLiteral.Text(property.ObjectTypeName?.Value ?? "")}{transient})",
        _ => $"variables.WriteJson({name}, {access}, {json.Of(property.Value)}{transient})",
    };

    private static void EmitNullableStruct(
        SourceWriter writer, PropertyModel property, string access, string name, string transient, JsonTypesEmitter json)
    {
        writer.Open($"if ({access}.HasValue)");
        writer.Line($"{GenericCall(property, $"{access}.Value", name, transient, json)};");
        writer.Close();
        writer.Open("else");
        writer.Line(property.WrittenAs == EngineType.Json ? $"variables.WriteJsonText({name}, null{transient});" : $"variables.WriteNull({name});");
        writer.Close();
    }

    private static void EmitEnum(SourceWriter writer, PropertyModel property, string access, string name, string transient)
    {
        writer.Line($"variables.WriteString({name}, {access} switch");
        writer.Open();
        foreach (var member in property.Value.EnumMembers)
        {
            if (!member.IsAlias)
            {
                writer.Line($"{property.Value.TypeName}.{member.Name} => {CSharpLiteral.Text(member.WireName)},");
            }
        }

        if (property.Value.IsNullable)
        {
            writer.Line("null => null,");
        }

        var variable = CSharpLiteral.Text(property.SourceName.Value ?? "");
        var reason = CSharpLiteral.Text($"its value is not a member of {property.Value.DisplayName}");
        writer.Line($"_ => throw {GeneratedFile.Library}.VariableException.NotWritable({variable}, {reason}),");
        writer.Close($"{transient});");
    }

    private static string Utf8(PropertyModel property) => CSharpLiteral.Text(property.SourceName.Value ?? "") + "u8";
}

using System.Linq;
using Camunda.ExternalTask.Analyzers.Flow;
using Camunda.ExternalTask.Generators.Models;
using Camunda.ExternalTask.Shared;

namespace Camunda.ExternalTask.Analyzers.Contracts;

/// <summary>What properties write and read, in the terms of the flow analysis.</summary>
internal static class ValueTypes
{
    private const VariableTypes Texts = VariableTypes.String;
    private const VariableTypes Numbers = VariableTypes.Integer | VariableTypes.Double | VariableTypes.String | VariableTypes.Json | VariableTypes.Object;
    private const VariableTypes Structures = VariableTypes.String | VariableTypes.Object | VariableTypes.JavaCollection;

    /// <summary>The variable that a property of an output or an error writes; null if its name is not known.</summary>
    public static WrittenVariable? Written(PropertyModel property)
    {
        if (property is not { Source: PropertySource.Variable, SourceName.Value: { } name })
        {
            return null;
        }

        // A transient variable is gone at the next wait state.
        var presence = property.Value.IsOptional || property.Transient ? Flow.Presence.Unknown : Flow.Presence.Present;
        var types = Written(property.WrittenAs) | (property.Value.IsNullable ? VariableTypes.Null : VariableTypes.None);
        var values = property is { Value: { Kind: ValueKind.Enum }, WrittenAs: EngineType.String }
            ? property.Value.EnumMembers.Where(static member => !member.IsAlias).Select(static member => member.WireName).ToEquatableArray()
            : default;
        return new(name, new(presence, presence == Flow.Presence.Unknown ? VariableTypes.Any : types, values), property.IsLocal);
    }

    /// <summary>The variable that a property of an input reads; null for other sources and unknown names.</summary>
    public static ReadVariable? Read(PropertyModel property)
    {
        if (property is not { Source: PropertySource.Variable, SourceName.Value: { } name })
        {
            return null;
        }

        var readable = property.Strict ? ReadableValues.Anything : Readable(property.Value);
        var acceptsNull = property.Value.IsNullable || property.Value.IsOptional || property.Presence != Generators.Models.Presence.Required;
        return new(
            name,
            property.Name.TrimStart('@'),
            property.Presence == Generators.Models.Presence.Required,
            readable with { Types = acceptsNull ? readable.Types | VariableTypes.Null : readable.Types & ~VariableTypes.Null });
    }

    private static VariableTypes Written(EngineType type) => type switch
    {
        EngineType.Null => VariableTypes.Null,
        EngineType.Boolean => VariableTypes.Boolean,
        EngineType.Short or EngineType.Integer or EngineType.Long => VariableTypes.Integer,
        EngineType.Double => VariableTypes.Double,
        EngineType.String => VariableTypes.String,
        EngineType.Date => VariableTypes.Date,
        EngineType.Bytes => VariableTypes.Bytes,
        EngineType.File => VariableTypes.File,
        EngineType.Json => VariableTypes.Json,
        EngineType.Xml => VariableTypes.Xml,
        EngineType.Object => VariableTypes.Object,
        _ => VariableTypes.Any,
    };

    private static ReadableValues Readable(ValueModel value) => value.Kind switch
    {
        ValueKind.Boolean => new(VariableTypes.Boolean | Texts, TextFormat.Boolean),
        ValueKind.Byte or ValueKind.SByte or ValueKind.Int16 or ValueKind.UInt16 or ValueKind.Int32 or ValueKind.UInt32 or ValueKind.Int64 or ValueKind.UInt64 =>
            new(Numbers, TextFormat.WholeNumber),
        ValueKind.Single or ValueKind.Double or ValueKind.Decimal => new(Numbers, TextFormat.Number),
        ValueKind.String => new(VariableTypes.Any & ~(VariableTypes.Bytes | VariableTypes.File)),
        ValueKind.Enum => new(Texts, TextFormat.Name, value.EnumMembers.Select(static member => member.WireName).ToEquatableArray()),
        ValueKind.DateTimeOffset or ValueKind.DateTime => new(VariableTypes.Date | Texts),
        ValueKind.Bytes or ValueKind.Memory => new(VariableTypes.Bytes | VariableTypes.Object | VariableTypes.JavaCollection),
        ValueKind.File => new(VariableTypes.File),
        ValueKind.Json or ValueKind.JsonArray or ValueKind.JsonElement or ValueKind.JsonNode or ValueKind.JsonObject => new(VariableTypes.Json | Structures),
        ValueKind.XDocument or ValueKind.XElement => new(VariableTypes.Xml | Structures),
        _ => ReadableValues.Anything,
    };
}

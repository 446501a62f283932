using System;
using System.Collections.Generic;
using Camunda.ExternalTask.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Generators.Parsing;

/// <summary>Which C# types are variables by themselves, and what they may be written as.</summary>
internal static class ValueKinds
{
    /// <summary>The table by type, for types that are no primitives of the language.</summary>
    public static Dictionary<INamedTypeSymbol, ValueKind> Of(Func<string, INamedTypeSymbol?> find)
    {
        var kinds = new Dictionary<INamedTypeSymbol, ValueKind>(SymbolEqualityComparer.Default);
        Add("System.Guid", ValueKind.Text);
        Add("System.Uri", ValueKind.Text);
        Add("System.TimeSpan", ValueKind.Text);
        Add("System.DateOnly", ValueKind.Text);
        Add("System.TimeOnly", ValueKind.Text);
        Add("System.Numerics.BigInteger", ValueKind.Text);
        Add("System.DateTimeOffset", ValueKind.DateTimeOffset);
        Add("System.Text.Json.JsonElement", ValueKind.JsonElement);
        Add("System.Text.Json.Nodes.JsonNode", ValueKind.JsonNode);
        Add("System.Text.Json.Nodes.JsonObject", ValueKind.JsonObject);
        Add("System.Text.Json.Nodes.JsonArray", ValueKind.JsonArray);
        Add("System.Xml.Linq.XDocument", ValueKind.XDocument);
        Add("System.Xml.Linq.XElement", ValueKind.XElement);
        Add("Camunda.ExternalTask.CamundaFile", ValueKind.File);
        Add("Camunda.ExternalTask.TypedValue", ValueKind.TypedValue);
        return kinds;

        void Add(string metadataName, ValueKind kind)
        {
            if (find(metadataName) is { } type)
            {
                kinds[type] = kind;
            }
        }
    }

    public static ValueKind? OfPrimitive(SpecialType type) => type switch
    {
        SpecialType.System_Boolean => ValueKind.Boolean,
        SpecialType.System_Byte => ValueKind.Byte,
        SpecialType.System_SByte => ValueKind.SByte,
        SpecialType.System_Int16 => ValueKind.Int16,
        SpecialType.System_UInt16 => ValueKind.UInt16,
        SpecialType.System_Int32 => ValueKind.Int32,
        SpecialType.System_UInt32 => ValueKind.UInt32,
        SpecialType.System_Int64 => ValueKind.Int64,
        SpecialType.System_UInt64 => ValueKind.UInt64,
        SpecialType.System_Single => ValueKind.Single,
        SpecialType.System_Double => ValueKind.Double,
        SpecialType.System_Decimal => ValueKind.Decimal,
        SpecialType.System_Char => ValueKind.Char,
        SpecialType.System_String => ValueKind.String,
        SpecialType.System_DateTime => ValueKind.DateTime,
        _ => null,
    };

    /// <summary>The engine type a kind is written as unless told otherwise.</summary>
    public static EngineType DefaultType(ValueKind kind) => kind switch
    {
        ValueKind.Boolean => EngineType.Boolean,
        ValueKind.Byte or ValueKind.SByte or ValueKind.Int16 => EngineType.Short,
        ValueKind.UInt16 or ValueKind.Int32 => EngineType.Integer,
        ValueKind.UInt32 or ValueKind.Int64 => EngineType.Long,
        ValueKind.Single or ValueKind.Double => EngineType.Double,
        ValueKind.DateTimeOffset or ValueKind.DateTime => EngineType.Date,
        ValueKind.Bytes or ValueKind.Memory => EngineType.Bytes,
        ValueKind.JsonElement or ValueKind.JsonNode or ValueKind.JsonObject or ValueKind.JsonArray or ValueKind.Json => EngineType.Json,
        ValueKind.File => EngineType.File,
        ValueKind.XDocument or ValueKind.XElement => EngineType.Xml,
        ValueKind.TypedValue or ValueKind.Converted => EngineType.Default,
        _ => EngineType.String,
    };

    /// <summary>Whether a kind can be written as an engine type: never with a loss, except for <c>decimal</c> as Double, which has to be asked for.</summary>
    public static bool CanBeWrittenAs(ValueKind kind, EngineType type) => type == DefaultType(kind) || type switch
    {
        EngineType.Integer => kind is ValueKind.Byte or ValueKind.SByte or ValueKind.Int16,
        EngineType.Long => IsSmallInteger(kind),
        EngineType.Double => IsSmallInteger(kind) || kind is ValueKind.UInt32 or ValueKind.Decimal,
        EngineType.String => IsSmallInteger(kind) || kind is ValueKind.UInt32 or ValueKind.Int64 or ValueKind.Single or ValueKind.Double,
        EngineType.Json or EngineType.Xml => kind is ValueKind.String,
        EngineType.Object => kind is ValueKind.Json,
        _ => false,
    };

    private static bool IsSmallInteger(ValueKind kind) =>
        kind is ValueKind.Byte or ValueKind.SByte or ValueKind.Int16 or ValueKind.UInt16 or ValueKind.Int32;
}

using System.Collections.Generic;
using Camunda.ExternalTask.Generators.Models;
using Camunda.ExternalTask.Generators.Writing;
using Camunda.ExternalTask.Shared;

namespace Camunda.ExternalTask.Generators.Emitting;

/// <summary>Writes the class that resolves and stores the JSON types of a part.</summary>
internal sealed class JsonTypesEmitter
{
    private readonly string _className;
    private readonly Dictionary<string, (string Property, string Context)> _types = [];
    private readonly List<string> _order = [];

    public JsonTypesEmitter(string className, EquatableArray<PropertyModel> properties)
    {
        _className = className;
        foreach (var property in properties)
        {
            if (property.Value is { Kind: ValueKind.Json, JsonContext: { } context, TypeName: var type } && !_types.ContainsKey(type))
            {
                _types.Add(type, (property.Name, context));
                _order.Add(type);
            }
        }
    }

    public bool IsEmpty => _order.Count == 0;

    /// <summary>The expression for the type info of a value.</summary>
    public string Of(ValueModel value) => $"{_className}.{_types[value.TypeName].Property}";

    public void EmitPrepare(SourceWriter writer, string contract, string? baseType = null)
    {
        if (IsEmpty)
        {
            return;
        }

        writer.Line();
        writer.MarkMethod();
        writer.Open($"static void {contract}.Prepare()");
        if (baseType is not null)
        {
            writer.Line($"{GeneratedFile.Support}.TaskPreparation.PrepareOutput<{baseType}>();");
        }

        foreach (var type in _order)
        {
            writer.Line($"_ = {_className}.{_types[type].Property};");
        }

        writer.Close();
    }

    public void EmitClass(SourceWriter writer)
    {
        if (IsEmpty)
        {
            return;
        }

        writer.Line();
        writer.MarkType();
        writer.Open($"private static class {_className}");
        var names = new UniqueNames();
        var fields = new Dictionary<string, string>();
        foreach (var type in _order)
        {
            fields[type] = names.Take("_" + CSharpNames.CamelCase(_types[type].Property.TrimStart('@')));
            writer.Line($"private static {TypeInfo(type)}? {fields[type]};");
        }

        foreach (var type in _order)
        {
            var (property, context) = _types[type];
            writer.Line();
            writer.Line($"public static {TypeInfo(type)} {property} => {fields[type]} ??= {GeneratedFile.Support}.TaskJson.Resolve<{type}>({context}.Default);");
        }

        writer.Close();
    }

    private static string TypeInfo(string type) => $"global::System.Text.Json.Serialization.Metadata.JsonTypeInfo<{type}>";
}

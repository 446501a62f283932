using System.Reflection;
using Camunda.ExternalTask.Generators.Tests.Driving;
using Camunda.ExternalTask.Generators.Models;
using Camunda.ExternalTask.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Generators.Tests.Parsing;

/// <summary>The generator's table of scalar types and the runtime's agree.</summary>
public sealed class ValueKindsTests
{
    private static readonly ValueKind[] Documents =
    [
        ValueKind.File, ValueKind.JsonElement, ValueKind.JsonNode, ValueKind.JsonObject, ValueKind.JsonArray, ValueKind.XDocument, ValueKind.XElement, ValueKind.TypedValue,
    ];

    /// <summary>The scalar types of the generator, with the engine type that each is written as by default.</summary>
    public static TheoryData<string, VariableType> Scalars
    {
        get
        {
            var compilation = SourceDriver.Compilation();
            var kinds = ValueKinds.Of(compilation.GetTypeByMetadataName);
            foreach (var special in Enum.GetValues<SpecialType>())
            {
                if (ValueKinds.OfPrimitive(special) is { } kind)
                {
                    kinds.Add(compilation.GetSpecialType(special), kind);
                }
            }

            var scalars = new TheoryData<string, VariableType>();
            foreach (var (type, kind) in kinds.Where(static pair => !Documents.Contains(pair.Value)))
            {
                scalars.Add($"{type.ContainingNamespace}.{type.MetadataName}, {type.ContainingAssembly.Name}", (VariableType)ValueKinds.DefaultType(kind));
            }

            return scalars;
        }
    }

    [Theory, MemberData(nameof(Scalars))]
    public void The_runtime_writes_a_scalar_as_the_same_type_and_reads_it(string typeName, VariableType writtenAs)
    {
        var type = Type.GetType(typeName, throwOnError: true)!;
        var value = Sample(type);

        var written = TypedValue.Of(value);

        Assert.Equal(writtenAs, written.Type);
        Assert.Equal(value, Get(written, type));
        if (type.IsValueType)
        {
            Assert.Equal(value, Get(written, typeof(Nullable<>).MakeGenericType(type)));
        }
    }

    private static object Sample(Type type) => type switch
    {
        _ when type == typeof(string) => "text",
        _ when type == typeof(Uri) => new Uri("https://example.com"),
        _ when type == typeof(char) => 'c',
        _ when type == typeof(DateTime) => DateTime.UnixEpoch,
        _ when type == typeof(DateTimeOffset) => DateTimeOffset.UnixEpoch,
        _ => Activator.CreateInstance(type)!,
    };

    private static object? Get(TypedValue value, Type type) =>
        typeof(TypedValue).GetMethod(nameof(TypedValue.Get), 1, BindingFlags.Public | BindingFlags.Instance, [])!.MakeGenericMethod(type).Invoke(value, null);
}

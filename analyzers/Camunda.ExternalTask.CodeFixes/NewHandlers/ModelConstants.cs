using System.IO;
using System.Linq;
using Camunda.ExternalTask.Generators.Writing;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.CodeFixes.NewHandlers;

/// <summary>Finds the generated constants of models.</summary>
internal static class ModelConstants
{
    private const string Suffix = "Bpmn";

    /// <summary>The constant with a value, fully qualified: that of the model if it has one. The literal if there is no constant.</summary>
    public static string Code(Compilation compilation, string group, string value, string path) =>
        Find(compilation, group, value, path) is { } field
            ? $"{field.ContainingType.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)}.{CSharpNames.Identifier(field.Name)}"
            : CSharpLiteral.Text(value);

    /// <summary>The constant with a value, or null.</summary>
    public static IFieldSymbol? Find(Compilation compilation, string group, string value, string? path)
    {
        var preferred = path is null ? null : CSharpNames.PascalCase(Path.GetFileNameWithoutExtension(path)) + Suffix;
        return compilation.Assembly.GlobalNamespace.GetTypeMembers().Where(static type => type.IsStatic && type.Name.Contains(Suffix))
            .OrderByDescending(type => type.Name == preferred)
            .SelectMany(type => type.GetTypeMembers(group)).SelectMany(static type => type.GetMembers()).OfType<IFieldSymbol>()
            .FirstOrDefault(field => field.HasConstantValue && field.ConstantValue is string text && text == value);
    }
}

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Camunda.ExternalTask.Generators.Parsing;
using Camunda.ExternalTask.Generators.Writing;
using Camunda.ExternalTask.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Camunda.ExternalTask.Generators.Constants;

/// <summary>The names of the classes that hold the constants: <c>loan-approval.bpmn</c> has <c>LoanApprovalBpmn</c>.</summary>
/// <remarks>
/// The name of a class depends on its own file only. If two files have one name, or if the project declares it, no class is generated, and a rule
/// reports it: a class must not change its name, or get the constants of another model, because a file was added.
/// </remarks>
internal static class ConstantsClasses
{
    /// <summary>The metadata of an item that sets the name.</summary>
    public const string Metadata = "ConstantsClass";

    private const string Option = $"build_metadata.AdditionalFiles.{Metadata}";

    /// <summary>The name that the item of a file sets, or null.</summary>
    public static string? NameSetFor(AdditionalText file, AnalyzerConfigOptionsProvider options) =>
        options.GetOptions(file).TryGetValue(Option, out var name) && !string.IsNullOrWhiteSpace(name) ? name.Trim() : null;

    /// <summary>The class of each file, in the order of the paths.</summary>
    public static EquatableArray<ConstantsClass> Of(IEnumerable<(string Path, string? Name)> files)
    {
        var classes = new List<ConstantsClass>();
        var byName = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var (path, name) in files.Distinct().OrderBy(static file => file.Path, StringComparer.Ordinal))
        {
            var @class = new ConstantsClass(path, name ?? DefaultName(path));
            if (!SyntaxFacts.IsValidIdentifier(@class.Name))
            {
                @class = @class with { Fault = ConstantsClassFault.Invalid };
            }
            else if (byName.TryGetValue(@class.Name, out var other))
            {
                // Case does not distinguish the files that are generated.
                classes[other] = classes[other] with { Fault = ConstantsClassFault.SeveralFiles, Other = classes[other].Other ?? path };
                @class = @class with { Fault = ConstantsClassFault.SeveralFiles, Other = classes[other].Path };
            }
            else
            {
                byName.Add(@class.Name, classes.Count);
            }

            classes.Add(@class);
        }

        return classes.ToEquatableArray();
    }

    /// <summary>The classes, with the fault of those that the project declares.</summary>
    public static EquatableArray<ConstantsClass> Check(EquatableArray<ConstantsClass> classes, Compilation compilation)
    {
        var types = compilation.Assembly.GlobalNamespace;
        var isChanged = false;
        var result = new ConstantsClass[classes.Count];
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = classes[i];
            if (result[i].Fault == ConstantsClassFault.None && IsDeclared(result[i].Name, types))
            {
                result[i] = result[i] with { Fault = ConstantsClassFault.Declared };
                isChanged = true;
            }
        }

        return isChanged ? new(result) : classes;
    }

    /// <summary>The name of a file's class, or null if it has none.</summary>
    public static string? NameOf(string path, EquatableArray<ConstantsClass> classes)
    {
        foreach (var @class in classes)
        {
            if (@class.Path == path)
            {
                return @class.Fault == ConstantsClassFault.None ? @class.Name : null;
            }
        }

        return null;
    }

    private static string DefaultName(string path) => CSharpNames.PascalCase(Path.GetFileNameWithoutExtension(path)) + "Bpmn";

    private static bool IsDeclared(string name, INamespaceSymbol types)
    {
        foreach (var member in types.GetMembers(name))
        {
            if (member is not INamedTypeSymbol { Arity: > 0 } && GeneratedParts.IsWritten(member))
            {
                return true;
            }
        }

        return false;
    }
}

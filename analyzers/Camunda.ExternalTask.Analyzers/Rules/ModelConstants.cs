using System.Collections.Immutable;
using System.Linq;
using Camunda.ExternalTask.Analyzers.Models;
using Camunda.ExternalTask.Generators.Constants;
using Camunda.ExternalTask.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Camunda.ExternalTask.Analyzers.Rules;

/// <summary>The classes with the constants of the models.</summary>
internal static class ModelConstants
{
    public static EquatableArray<ConstantsClass> ClassesOf(ProjectModels models, AnalyzerOptions options, Compilation compilation)
    {
        var paths = models.Files.Select(static file => file.Path).ToImmutableHashSet();
        var files = options.AdditionalFiles
            .Where(file => paths.Contains(file.Path))
            .Select(file => (file.Path, ConstantsClasses.NameSetFor(file, options.AnalyzerConfigOptionsProvider)));
        return ConstantsClasses.Check(ConstantsClasses.Of(files), compilation);
    }
}

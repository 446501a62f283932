using System.Collections.Immutable;
using System.Linq;
using Camunda.ExternalTask.Analyzers.Models;
using Camunda.ExternalTask.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Camunda.ExternalTask.Analyzers.Rules;

/// <summary>Reports a topic of a handler that is not in any BPMN model, and a similar topic if there is one.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TopicInNoModelAnalyzer : ModelAnalyzer
{
    /// <summary>The property of a diagnostic with the similar topic.</summary>
    internal const string NearestTopic = "NearestTopic";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(ModelRules.TopicMisspelled, ModelRules.TopicInNoModel);

    private protected override void Check(HandlerCheck check)
    {
        var topic = check.Handler.Topic.Value!;
        if (check.Models.HasTopic(topic))
        {
            return;
        }

        if (FindNearest(topic, check) is { } nearest)
        {
            check.Context.ReportDiagnostic(Diagnostic.Create(
                ModelRules.TopicMisspelled,
                check.TopicPlace,
                check.Models.Tasks.Where(task => task.Topic == nearest).Select(static task => task.Place),
                ImmutableDictionary<string, string?>.Empty.Add(NearestTopic, nearest),
                topic,
                nearest));
        }
        else if (check.Models.Tasks.All(static task => task.Node.External?.Topic?.HasExpression != true))
        {
            check.Context.ReportDiagnostic(Diagnostic.Create(ModelRules.TopicInNoModel, check.TopicPlace, topic));
        }
    }

    // A topic that has a handler is not misspelled by another one, such as that of an older version.
    private static string? FindNearest(string topic, HandlerCheck check) => NearMiss.Find(topic, check.Models.Topics) is null
        ? null
        : NearMiss.Find(topic, check.Models.Topics.Where(
            other => !check.Names.Contains(other, check.Parsing.Symbols.HandlerAttribute, check.Context.CancellationToken)));
}

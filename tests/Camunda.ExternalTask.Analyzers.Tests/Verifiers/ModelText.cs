using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Camunda.ExternalTask.Analyzers.Tests.Verifiers;

/// <summary>A model among the additional files.</summary>
internal sealed class ModelText(string text) : AdditionalText
{
    public override string Path => "order.bpmn";

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
}

using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Camunda.ExternalTask.Generators.Tests.Driving;

/// <summary>An additional file that is not on disk, with the class that its item sets for the constants.</summary>
internal sealed class TextFile(string path, string text, string? constantsClass = null) : AdditionalText
{
    public override string Path => path;

    public string? ConstantsClass => constantsClass;

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text, Encoding.UTF8);
}

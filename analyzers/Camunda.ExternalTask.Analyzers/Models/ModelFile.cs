using System;
using System.Linq;
using System.Threading;
using Camunda.ExternalTask.Bpmn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Camunda.ExternalTask.Analyzers.Models;

/// <summary>A <c>.bpmn</c> file of the project.</summary>
internal sealed record ModelFile(string Path, SourceText Text, BpmnModel Model)
{
    private const string Extension = ".bpmn";

    /// <summary>Why the file cannot be read to its end, or null.</summary>
    public BpmnProblem? Fault => Model.Problems.FirstOrDefault(static problem => problem.Kind == BpmnProblemKind.Malformed);

    /// <summary>Reads a file of the project; null for one that is not a model.</summary>
    public static ModelFile? Read(AdditionalText file, CancellationToken cancellationToken) => IsModel(file) && file.GetText(cancellationToken) is { } text
        ? new(file.Path, text, BpmnReader.Read(text.ToString()))
        : null;

    public static bool IsModel(AdditionalText file) => file.Path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase);

    /// <summary>An attribute in the file, its value included.</summary>
    public Location Locate(BpmnPosition position)
    {
        // A fault at the end of an empty file has no line.
        if (position.Line < 1 || position.Line > Text.Lines.Count)
        {
            position = new(1, 1);
        }

        var line = Text.Lines[position.Line - 1];
        var start = Math.Min(line.Start + Math.Max(position.Column - 1, 0), line.End);
        var span = TextSpan.FromBounds(start, EndOfAttribute(start, line.End));
        return Location.Create(Path, span, Text.Lines.GetLinePositionSpan(span));
    }

    private int EndOfAttribute(int start, int endOfLine)
    {
        var quote = '\0';
        for (var position = start; position < endOfLine; position++)
        {
            var letter = Text[position];
            if (letter == quote)
            {
                return position + 1;
            }

            if (quote == '\0' && letter is '"' or '\'')
            {
                quote = letter;
            }
            else if (quote == '\0' && letter is '<' or '>')
            {
                return position;
            }
        }

        return endOfLine;
    }
}

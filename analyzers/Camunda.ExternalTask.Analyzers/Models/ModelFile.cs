using Camunda.ExternalTask.Bpmn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Camunda.ExternalTask.Analyzers.Models;

/// <summary>A <c>.bpmn</c> file of the project.</summary>
internal sealed record ModelFile(string Path, SourceText Text, BpmnModel Model)
{
    /// <summary>An attribute in the file, its value included.</summary>
    public Location Locate(BpmnPosition position)
    {
        if (position.Line < 1 || position.Line > Text.Lines.Count)
        {
            return Location.Create(Path, default, default);
        }

        var line = Text.Lines[position.Line - 1];
        var start = System.Math.Min(line.Start + System.Math.Max(position.Column - 1, 0), line.End);
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

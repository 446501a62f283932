using System;
using System.Linq;
using Camunda.ExternalTask.Bpmn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Camunda.ExternalTask.Analyzers.Models;

/// <summary>A <c>.bpmn</c> file of the project.</summary>
internal sealed record ModelFile(string Path, SourceText Text, BpmnModel Model)
{
    private const string Extension = ".bpmn";

    // Cached with the text, so a model is read once for all rules and for all edits of code.
    private static readonly SourceTextValueProvider<BpmnModel> Reader = new(static text => BpmnReader.Read(text.ToString()));

    /// <summary>The error that prevents reading the file completely, or null.</summary>
    public BpmnProblem? Fault => Model.Problems.FirstOrDefault(static problem => problem.Kind == BpmnProblemKind.Malformed);

    public static bool IsModel(string path) => path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a model outside of an analysis.</summary>
    public static ModelFile Read(string path, SourceText text) => new(path, text, BpmnReader.Read(text.ToString()));

#pragma warning disable RS1012 // The caller registers the actions; the context caches a model with its text.
    /// <summary>Reads a file of the project; null for one that is not a model.</summary>
    public static ModelFile? Read(CompilationStartAnalysisContext context, AdditionalText file) =>
        IsModel(file.Path)
        && file.GetText(context.CancellationToken) is { } text
        && context.TryGetValue(text, Reader, out var model)
            ? new(file.Path, text, model)
            : null;
#pragma warning restore RS1012

    /// <summary>An attribute in the file with its value, or a text up to the end of the line or element.</summary>
    public Location Locate(BpmnPosition position)
    {
        // An error at the end of an empty file has no line.
        if (position.Line < 1 || position.Line > Text.Lines.Count)
        {
            position = new(1, 1);
        }

        var line = Text.Lines[position.Line - 1];
        var start = Math.Min(line.Start + Math.Max(position.Column - 1, 0), line.End);
        var span = TextSpan.FromBounds(start, IsExpression(start, line.End) ? EndOfText(start, line.End) : EndOfAttribute(start, line.End));
        return Location.Create(Path, span, Text.Lines.GetLinePositionSpan(span));
    }

    // The text of an element, in which ">" is a letter like others.
    private bool IsExpression(int start, int endOfLine) => start < endOfLine && Text[start] is '$' or '#';

    private int EndOfText(int start, int endOfLine)
    {
        for (var position = start; position < endOfLine; position++)
        {
            if (Text[position] == '<')
            {
                return position;
            }
        }

        return endOfLine;
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

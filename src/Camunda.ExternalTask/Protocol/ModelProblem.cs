using System.Globalization;
using System.Text.Json;
using Camunda.ExternalTask.Http;
using Camunda.ExternalTask.Protocol;

namespace Camunda.ExternalTask;

/// <summary>An error or a warning of the engine in a file of a deployment.</summary>
/// <param name="FileName">The name of the file in the deployment.</param>
/// <param name="Line">The line, from 1; 0 if the engine does not name one.</param>
/// <param name="Column">The column, from 1; 0 if the engine does not name one.</param>
/// <param name="Message">The reason.</param>
public sealed record ModelProblem(string FileName, int Line, int Column, string Message)
{
    /// <summary>The id of the element in the model, or null.</summary>
    public string? ElementId { get; init; }

    /// <summary>Whether the engine would deploy the file in spite of it.</summary>
    public bool IsWarning { get; init; }

    /// <summary>The problem as compilers write it: <c>loan.bpmn(4,80): Invalid destination</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{FileName}({Line},{Column}): {Message}");

    /// <summary>Reads the details of an error: an object with a list of errors and a list of warnings per file.</summary>
    internal static IReadOnlyList<ModelProblem> ReadAll(JsonElement details)
    {
        List<ModelProblem> problems = [];
        foreach (var file in details.EnumerateObject())
        {
            if (file.Value.ValueKind == JsonValueKind.Object)
            {
                problems.AddRange(Read(file, "errors", isWarning: false));
                problems.AddRange(Read(file, "warnings", isWarning: true));
            }
        }

        return problems;
    }

    private static IEnumerable<ModelProblem> Read(JsonProperty file, string list, bool isWarning) =>
        file.Value.TryGetProperty(list, out var items) && items.ValueKind == JsonValueKind.Array
            ? items.EnumerateArray().Where(static item => item.ValueKind == JsonValueKind.Object).Select(item => new ModelProblem(
                ResponseText.Sanitize(file.Name),
                AnswerElement.Number(item, "line"),
                AnswerElement.Number(item, "column"),
                ResponseText.Sanitize(AnswerElement.Text(item, "message") ?? ""))
            {
                ElementId = AnswerElement.Text(item, "mainElementId") is { Length: > 0 } id ? ResponseText.Sanitize(id) : null,
                IsWarning = isWarning,
            })
            : [];
}

using Camunda.ExternalTask.Bpmn;
using Camunda.ExternalTask.Testing.Flavors;

namespace Camunda.ExternalTask.Testing.Processes;

/// <summary>Parses the expressions of a model.</summary>
internal static class ProcessTexts
{
    /// <exception cref="EngineRequestException">The text is not a valid expression, so the engine does not deploy it.</exception>
    public static BpmnExpression Parse(string text) => BpmnExpression.TryParse(text, out var problem)
        ?? throw EngineErrors.Failed(
            $"ENGINE-01009 Error while parsing process. Error parsing '{text}': {problem?.Message} (position {problem?.Offset})");

    public static BpmnExpression? ParseOrNull(string? text) => string.IsNullOrEmpty(text) ? null : Parse(text);
}

using Camunda.ExternalTask.Shared;

namespace Camunda.ExternalTask.Generators.Constants;

/// <summary>The constants of a BPMN file.</summary>
/// <param name="Path">The file's path, its identity.</param>
/// <param name="FileName">The file's name, for comments.</param>
/// <param name="Groups">The groups that are not empty.</param>
internal sealed record BpmnConstantsModel(string Path, string FileName, EquatableArray<ConstantGroup> Groups);

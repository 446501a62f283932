namespace Camunda.ExternalTask.Bpmn;

/// <summary>A name an expression reads.</summary>
/// <remarks>
/// Only-called-on means that nothing but methods are called on the name, so it may well be a bean of the engine and no variable.
/// Guarded means that every read stands behind <c>execution.hasVariable('name')</c>, so a missing variable does no harm.
/// </remarks>
internal sealed record BpmnFreeVariable(string Name, int Offset, bool IsOnlyCalledOn, bool IsGuarded);

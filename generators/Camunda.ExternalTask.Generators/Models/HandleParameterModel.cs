namespace Camunda.ExternalTask.Generators.Models;

internal enum HandleParameterKind
{
    Input,
    Context,
    CancellationToken,
}

/// <summary>A parameter of the handle method.</summary>
internal sealed record HandleParameterModel(HandleParameterKind Kind);

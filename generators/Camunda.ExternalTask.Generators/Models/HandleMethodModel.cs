using Camunda.ExternalTask.Shared;

namespace Camunda.ExternalTask.Generators.Models;

/// <summary>The method that handles a task.</summary>
internal sealed record HandleMethodModel
{
    public required string Name { get; init; }

    public bool IsStatic { get; init; }

    /// <summary>The parameters, in order.</summary>
    public EquatableArray<HandleParameterModel> Parameters { get; init; }

    /// <summary>The input's type, fully qualified, or null.</summary>
    public string? InputType { get; init; }

    public HandleAwaitable Awaitable { get; init; }

    public HandleResult Result { get; init; }

    /// <summary>The output's type, fully qualified, or null.</summary>
    public string? OutputType { get; init; }

    /// <summary>Whether the handler can read any variable, because it takes a context and no input.</summary>
    public bool FetchesAllVariables => InputType is null && Takes(HandleParameterKind.Context);

    public bool Takes(HandleParameterKind kind)
    {
        foreach (var parameter in Parameters)
        {
            if (parameter.Kind == kind)
            {
                return true;
            }
        }

        return false;
    }
}

using Camunda.ExternalTask.Shared;

namespace Camunda.ExternalTask.Generators.Models;

/// <summary>The method that handles a task.</summary>
internal sealed record HandleMethodModel
{
    public required string Name { get; init; }

    public bool IsStatic { get; init; }

    /// <summary>What the parameters take, in order.</summary>
    public EquatableArray<HandleParameterModel> Parameters { get; init; }

    /// <summary>The input's type as code anywhere writes it, or null.</summary>
    public string? InputType { get; init; }

    public HandleAwaitable Awaitable { get; init; }

    public HandleResult Result { get; init; }

    /// <summary>The output's type as code anywhere writes it, or null.</summary>
    public string? OutputType { get; init; }

    /// <summary>Whether any variable may be asked for: there is no input that would say which, but a context.</summary>
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

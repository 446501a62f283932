namespace Camunda.ExternalTask.CodeFixes.NewHandlers;

/// <summary>A property of a new input or output.</summary>
/// <param name="Variable">The variable that it maps to.</param>
/// <param name="Type">The type, fully qualified.</param>
/// <param name="IsNullable">Whether the variable can be null or absent.</param>
internal sealed record NewProperty(string Variable, string Type, bool IsNullable)
{
    /// <summary>A property for the values of both; text if their types differ.</summary>
    public NewProperty With(NewProperty other) =>
        new(Variable, Type == other.Type ? Type : VariableCode.Text, IsNullable || other.IsNullable);
}

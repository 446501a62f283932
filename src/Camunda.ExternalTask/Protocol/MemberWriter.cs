using System.Text.Json;
using Camunda.ExternalTask.Values.Dates;

namespace Camunda.ExternalTask.Protocol;

/// <summary>Writes the members of a request that are set.</summary>
internal readonly struct MemberWriter(Utf8JsonWriter json, EngineDateFormat dateFormat)
{
    public void Text(string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    // False means "no restriction" for the engine, too, but older ones refuse some flags with that value.
    public void Flag(string name, bool value)
    {
        if (value)
        {
            json.WriteBoolean(name, true);
        }
    }

    public void Number(string name, long? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }

    public void Date(string name, DateTimeOffset? value)
    {
        if (value is { } date)
        {
            json.WriteString(
                name,
                dateFormat.TryWrite(date, out var text) ? text : throw new ArgumentOutOfRangeException(name, value, "The engine's date format cannot express this year."));
        }
    }

    public void List(string name, IReadOnlyCollection<string>? values)
    {
        if (values is null)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    public void Conditions(string name, IReadOnlyList<VariableCondition>? conditions)
    {
        if (conditions is null)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var condition in conditions)
        {
            json.WriteStartObject();
            json.WriteString("name"u8, condition.Name);
            json.WriteString("operator"u8, OperatorOf(condition.Operator));
            json.WritePropertyName("value"u8);
            json.WriteRawValue(condition.Value.ValueIn(dateFormat), skipInputValidation: true);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string OperatorOf(VariableOperator value) => value switch
    {
        VariableOperator.Equal => "eq",
        VariableOperator.NotEqual => "neq",
        VariableOperator.GreaterThan => "gt",
        VariableOperator.GreaterThanOrEqual => "gteq",
        VariableOperator.LessThan => "lt",
        VariableOperator.LessThanOrEqual => "lteq",
        VariableOperator.Like => "like",
        VariableOperator.NotLike => "notLike",
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "This is not an operator. Use a member of VariableOperator."),
    };
}

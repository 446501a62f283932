using System.Text.Json;

namespace Camunda.ExternalTask.Benchmarks;

/// <summary>The body of a <c>complete</c>.</summary>
internal readonly record struct Completion(string? WorkerId, int? Score, string? RiskClass)
{
    public static Completion Parse(byte[] json)
    {
        var completion = new Completion();
        var reader = new Utf8JsonReader(json);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("workerId"u8))
            {
                reader.Read();
                completion = completion with { WorkerId = reader.GetString() };
            }
            else if (reader.ValueTextEquals("variables"u8))
            {
                completion = completion.WithVariables(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return completion;
    }

    private Completion WithVariables(ref Utf8JsonReader reader)
    {
        var completion = this;
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isScore = reader.ValueTextEquals("score"u8);
            var isRiskClass = reader.ValueTextEquals("riskClass"u8);
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isValue = reader.ValueTextEquals("value"u8);
                reader.Read();
                if (isValue && isScore)
                {
                    completion = completion with { Score = reader.GetInt32() };
                }
                else if (isValue && isRiskClass)
                {
                    completion = completion with { RiskClass = reader.GetString() };
                }
                else
                {
                    reader.Skip();
                }
            }
        }

        return completion;
    }
}

using System.Text.Json.Serialization;

namespace Camunda.ExternalTask.Tests.Variables;

internal sealed record Loan(string Customer, decimal Amount);

internal sealed record Unregistered(int Number);

internal sealed record Picky
{
    public int Number
    {
        get;
        init => field = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value));
    }
}

[JsonSerializable(typeof(Loan))]
[JsonSerializable(typeof(Picky))]
[JsonSerializable(typeof(List<Loan>))]
[JsonSerializable(typeof(Dictionary<string, int>))]
[JsonSerializable(typeof(double))]
internal sealed partial class TestJson : JsonSerializerContext;

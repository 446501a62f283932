using System.Text.Json.Serialization;
using Camunda.ExternalTask;

[assembly: TaskJsonContext(typeof(Camunda.ExternalTask.Client.Conformance.Tests.CaseJson))]

namespace Camunda.ExternalTask.Client.Conformance.Tests;

public sealed record LoanData(string Customer, decimal Amount, string? Note);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(LoanData))]
[JsonSerializable(typeof(Address))]
[JsonSerializable(typeof(List<string>))]
internal sealed partial class CaseJson : JsonSerializerContext;

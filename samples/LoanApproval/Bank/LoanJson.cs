using System.Text.Json.Serialization;
using Camunda.ExternalTask;

[assembly: TaskJsonContext(typeof(LoanApproval.LoanJson))]

namespace LoanApproval;

/// <summary>Serializes the bank's types as JSON, without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Application))]
public sealed partial class LoanJson : JsonSerializerContext;

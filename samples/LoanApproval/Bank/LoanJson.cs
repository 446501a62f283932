using System.Text.Json.Serialization;
using Camunda.ExternalTask;

[assembly: TaskJsonContext(typeof(LoanApproval.LoanJson))]

namespace LoanApproval;

/// <summary>The bank's own types that travel as JSON, without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Application))]
public sealed partial class LoanJson : JsonSerializerContext;

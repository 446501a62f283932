using System.Text.Json.Serialization;
using Camunda.ExternalTask;

namespace Acme.Loan;

// What processes start with, and what they receive: written like outputs.

public record Applicant(string Name);

[JsonSerializable(typeof(Applicant))]
internal sealed partial class ProcessJson : JsonSerializerContext;

[ProcessStart("loanApproval")]
[TaskJsonContext(typeof(ProcessJson))]
public partial record LoanApplication(Applicant Applicant, decimal Amount, [property: Variable("dueOn", Transient = true)] DateTimeOffset? Due, Optional<string> Note);

[Message("paymentReceived")]
public partial record PaymentReceived([CorrelationKey] string OrderId, [CorrelationKey, Variable("customer", Type = VariableType.Long)] int CustomerNumber, double Amount);

[Message("reminder")]
public sealed partial class Reminder;

[Signal("marketClosed")]
public partial record struct MarketClosed(string Reason);

// One type in several roles: its correlation key is a variable of the others.
[ProcessStart("order")]
[Message("order")]
[Signal("order")]
[TaskInput]
[TaskOutput]
public partial record Everything([CorrelationKey] string Id, int Count);

using System.Text.Json.Serialization;
using Camunda.ExternalTask;

namespace Acme.Loan;

public record Shelf(string Name);

[JsonSerializable(typeof(Shelf))]
[JsonSerializable(typeof(List<Shelf>))]
public sealed partial class ErrorsJson : JsonSerializerContext;

[BpmnError("NO_STOCK", Message = "There is no \"stock\".")]
public sealed partial record NoStock(string Sku);

[BpmnError("PLAIN")]
public partial record PlainError : BpmnError;

[BpmnError("DERIVED")]
[TaskJsonContext(typeof(ErrorsJson))]
public partial record DerivedError(Shelf Shelf) : PlainError
{
    [Variable("howMany", Type = VariableType.Long)]
    public int Count { get; init; }
}

[BpmnError("MORE")]
[TaskJsonContext(typeof(ErrorsJson))]
public sealed partial record MoreDerivedError(Shelf Shelf, List<Shelf> Shelves) : DerivedError(Shelf)
{
    public override string? ErrorMessage => "Mine.";
}

[BpmnError("JSON")]
[TaskJsonContext(typeof(ErrorsJson))]
public sealed partial record JsonError(Shelf Shelf);

public abstract record Between(string Where) : BpmnError;

[BpmnError("BETWEEN")]
public sealed partial record BetweenError(string Where) : Between(Where);

[ExternalTaskHandler("errors")]
[ReportsBpmnError(typeof(JsonError))]
[ReportsBpmnError(typeof(NoStock))]
[ReportsBpmnError("NO_STOCK")]
public sealed partial class ReportErrors
{
    public TaskOutcome Handle() => new NoStock("A-1");
}

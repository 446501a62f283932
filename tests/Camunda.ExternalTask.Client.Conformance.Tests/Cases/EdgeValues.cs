using System.Xml.Linq;

namespace Camunda.ExternalTask.Client.Conformance.Tests;

/// <summary>The ends of what types hold, a typed null of each, and a file, as an input and an output whose reader and writer are generated.</summary>
[TaskInput]
[TaskOutput]
public sealed partial record EdgeValues(
    long LeastLong,
    long GreatestLong,
    short GreatestShort,
    double GreatestDouble,
    double LeastPositive,
    double Infinity,
    float FloatNaN,
    DateTimeOffset Ancient,
    DateTimeOffset Far,
    CamundaFile File,
    bool? NoTruth,
    short? NoShort,
    long? NoLong,
    double? NoDouble,
    decimal? NoMoney,
    Guid? NoGuid,
    DateTime? NoClock,
    CamundaFile? NoFile);

/// <summary>Nulls of documents, for engines with formats.</summary>
[TaskInput]
[TaskOutput]
public sealed partial record NoDocuments(
    XElement? NoXml,
    System.Text.Json.JsonElement? NoElement,
    [property: Variable("noObject", Type = VariableType.Object, ObjectTypeName = "com.example.Loan")] LoanData? NoObject);

/// <summary>What the handlers of a test write and have read.</summary>
public sealed class EdgeBox
{
    public EdgeValues? Written { get; set; }

    public TaskCompletionSource<(EdgeValues Values, byte[] Content)> Read { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource<(NoDocuments Values, FetchedTask Task)> NoDocuments { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}

[ExternalTaskHandler("case-write-edges")]
public sealed partial class WriteEdges(EdgeBox box)
{
    public EdgeValues Handle() => box.Written!;
}

[ExternalTaskHandler("case-read-edges")]
public sealed partial class ReadEdges(EdgeBox box)
{
    public async Task HandleAsync(EdgeValues values, CancellationToken cancellationToken) =>
        box.Read.TrySetResult((values, (await values.File.LoadAsync(cancellationToken)).ToArray()));
}

[ExternalTaskHandler("case-write-no-documents")]
public sealed partial class WriteNoDocuments
{
    public NoDocuments Handle() => new(null, null, null);
}

[ExternalTaskHandler("case-read-no-documents")]
public sealed partial class ReadNoDocuments(EdgeBox box)
{
    public void Handle(NoDocuments values, ExternalTaskContext context) => box.NoDocuments.TrySetResult((values, context.Task));
}

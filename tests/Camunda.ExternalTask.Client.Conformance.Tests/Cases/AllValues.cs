using System.Text.Json;
using System.Xml.Linq;

namespace Camunda.ExternalTask.Client.Conformance.Tests;

public enum Risk
{
    Low,
    High,
}

/// <summary>Everything every engine knows, as an input and an output whose reader and writer are generated.</summary>
[TaskInput]
[TaskOutput]
public sealed partial record PlainValues(
    bool Truth,
    short Short,
    int Integer,
    long Long,
    ulong Unsigned,
    double Double,
    double NaN,
    double Infinity,
    float Float,
    decimal Money,
    string Text,
    Guid Guid,
    Uri Uri,
    TimeSpan Duration,
    DateOnly Day,
    TimeOnly Time,
    DateTimeOffset Instant,
    DateTime Local,
    Risk Risk,
    char Character,
    byte[] Bytes,
    int? NoInteger,
    string? NoText,
    DateTimeOffset? NoInstant,
    byte[]? NoBytes,
    Optional<int?> NullInteger)
{
    public Optional<int> Absent { get; init; }
}

/// <summary>Documents, for engines with formats.</summary>
[TaskInput]
[TaskOutput]
public sealed partial record DocumentValues(
    LoanData Loan,
    LoanData? NoLoan,
    JsonElement Element,
    XElement Xml,
    [property: Variable("obj", Type = VariableType.Object, ObjectTypeName = "com.example.Loan")] LoanData Object);

/// <summary>What the handlers of a test write and have read.</summary>
public sealed class ValueBox
{
    public PlainValues? Plain { get; set; }

    public DocumentValues? Documents { get; set; }

    public TaskCompletionSource<PlainValues> PlainRead { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource<DocumentValues> DocumentsRead { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}

[ExternalTaskHandler("case-write-plain")]
public sealed partial class WritePlain(ValueBox box)
{
    public PlainValues Handle() => box.Plain!;
}

[ExternalTaskHandler("case-read-plain")]
public sealed partial class ReadPlain(ValueBox box)
{
    public void Handle(PlainValues values) => box.PlainRead.TrySetResult(values);
}

[ExternalTaskHandler("case-write-documents")]
public sealed partial class WriteDocuments(ValueBox box)
{
    public DocumentValues Handle() => box.Documents!;
}

[ExternalTaskHandler("case-read-documents")]
public sealed partial class ReadDocuments(ValueBox box)
{
    public void Handle(DocumentValues values) => box.DocumentsRead.TrySetResult(values);
}

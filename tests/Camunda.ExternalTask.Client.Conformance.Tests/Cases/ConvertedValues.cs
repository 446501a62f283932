using System.Globalization;
using System.Xml.Linq;
using Camunda.ExternalTask;
using Camunda.ExternalTask.Client.Conformance.Tests;

[assembly: VariableConverter(typeof(InstantConverter))]

namespace Camunda.ExternalTask.Client.Conformance.Tests;

/// <summary>An amount that processes keep as text.</summary>
[VariableConverter(typeof(MoneyConverter))]
public sealed record Money(decimal Amount, string Currency);

public sealed class MoneyConverter : IVariableConverter<Money>
{
    public static Money Read(TypedValue value) => value.Get<string>()!.Split(' ') is [var amount, var currency]
        ? new(decimal.Parse(amount, CultureInfo.InvariantCulture), currency)
        : throw new FormatException("Money is an amount and a currency.");

    public static TypedValue Write(Money value) => string.Create(CultureInfo.InvariantCulture, $"{value.Amount} {value.Currency}");
}

/// <summary>A type as a library of dates has it, which names no converter of this one.</summary>
public readonly record struct Instant(long Milliseconds);

public sealed class InstantConverter : IVariableConverter<Instant>
{
    public static Instant Read(TypedValue value) => new(value.Get<DateTimeOffset>().ToUnixTimeMilliseconds());

    public static TypedValue Write(Instant value) => DateTimeOffset.FromUnixTimeMilliseconds(value.Milliseconds);
}

/// <summary>A Java bean that old processes keep as XML.</summary>
[VariableConverter(typeof(CustomerXml))]
public sealed record Customer(string Name, int Discount);

public sealed class CustomerXml : IVariableConverter<Customer>
{
    public static Customer Read(TypedValue value)
    {
        var root = value.Get<XElement>()!;
        return new((string)root.Element("name")!, (int)root.Attribute("discount")!);
    }

    public static TypedValue Write(Customer value) => TypedValue.Object(
        new XElement("customer", new XAttribute("discount", value.Discount), new XElement("name", value.Name)).ToString(SaveOptions.DisableFormatting),
        "com.example.Customer",
        "application/xml");
}

[TaskInput]
[TaskOutput]
public sealed partial record ConvertedValues(
    Money Price,
    Money? NoPrice,
    Optional<Money> NeverThere,
    Instant Due,
    Instant? NoDue,
    [property: Variable(Transient = true)] Money? Fleeting);

[TaskInput]
[TaskOutput]
public sealed partial record CustomerValues(Customer Customer, Customer? Nobody);

/// <summary>What is an Object of a Java class wherever it is written.</summary>
[ObjectTypeName("com.example.Address")]
public sealed record Address(string Street);

[TaskInput]
[TaskOutput]
public sealed partial record AddressValues(Address Home, [property: Variable(Type = VariableType.Json)] Address Work);

/// <summary>A <c>java.util.Map</c> and a <c>java.util.List</c> that came Java-serialized.</summary>
[TaskInput]
public sealed partial record JavaValues(LoanData Loan, List<string> Names);

/// <summary>What the handlers of a test write and have read.</summary>
public sealed class ConvertedBox<T>(T? written = default)
{
    public T? Written { get; } = written;

    public TaskCompletionSource<T> Read { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}

[ExternalTaskHandler("case-write-converted")]
public sealed partial class WriteConverted(ConvertedBox<ConvertedValues> box)
{
    public ConvertedValues Handle() => box.Written!;
}

[ExternalTaskHandler("case-read-converted")]
public sealed partial class ReadConverted(ConvertedBox<ConvertedValues> box)
{
    public void Handle(ConvertedValues values) => box.Read.TrySetResult(values);
}

[ExternalTaskHandler("case-write-customer")]
public sealed partial class WriteCustomer(ConvertedBox<CustomerValues> box)
{
    public CustomerValues Handle() => box.Written!;
}

[ExternalTaskHandler("case-read-customer")]
public sealed partial class ReadCustomer(ConvertedBox<CustomerValues> box)
{
    public void Handle(CustomerValues values) => box.Read.TrySetResult(values);
}

[ExternalTaskHandler("case-write-address")]
public sealed partial class WriteAddress(ConvertedBox<AddressValues> box)
{
    public AddressValues Handle() => box.Written!;
}

[ExternalTaskHandler("case-read-address")]
public sealed partial class ReadAddress(ConvertedBox<AddressValues> box)
{
    public void Handle(AddressValues values) => box.Read.TrySetResult(values);
}

[ExternalTaskHandler("case-read-java", DeserializeValues = true)]
public sealed partial class ReadJava(ConvertedBox<JavaValues> box)
{
    public void Handle(JavaValues values) => box.Read.TrySetResult(values);
}

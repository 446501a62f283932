using System.Globalization;
using System.Text.Json.Serialization;
using System.Xml.Linq;
using Camunda.ExternalTask;
using Clocks;

[assembly: VariableConverter(typeof(Acme.Loan.MomentConverter))]

namespace Clocks
{
    // A type of somebody else.
    public readonly record struct Moment(long Ticks);
}

namespace Acme.Loan
{
    // Converters of types, properties and the assembly, and the Java classes of types.

    [VariableConverter(typeof(MoneyConverter))]
    public sealed record Money(decimal Amount, string Currency);

    public sealed class MoneyConverter : IVariableConverter<Money>
    {
        public static Money Read(TypedValue value) => value.Get<string>()!.Split(' ') is [var amount, var currency]
            ? new(decimal.Parse(amount, CultureInfo.InvariantCulture), currency)
            : throw new FormatException("Money is an amount and a currency.");

        public static TypedValue Write(Money value) => value.Amount < 0
            ? throw new ArgumentException("Nobody pays less than nothing.")
            : string.Create(CultureInfo.InvariantCulture, $"{value.Amount} {value.Currency}");
    }

    public readonly struct MomentConverter : IVariableConverter<Moment>
    {
        public static Moment Read(TypedValue value) => new(value.Get<long>());

        public static TypedValue Write(Moment value) => value.Ticks;
    }

    internal abstract class FineMomentConverter : IVariableConverter<Moment>, IVariableConverter<decimal>
    {
        static Moment IVariableConverter<Moment>.Read(TypedValue value) => new(value.Get<long>() * 1000);

        static TypedValue IVariableConverter<Moment>.Write(Moment value) => value.Ticks / 1000;

        static decimal IVariableConverter<decimal>.Read(TypedValue value) => value.Get<long>() / 100m;

        static TypedValue IVariableConverter<decimal>.Write(decimal value) => (long)(value * 100);
    }

    [Flags]
    [VariableConverter(typeof(RightsConverter))]
    public enum Rights
    {
        None,
        Read,
        Write,
    }

    public sealed class RightsConverter : IVariableConverter<Rights>
    {
        public static Rights Read(TypedValue value) => (Rights)value.Get<int>();

        public static TypedValue Write(Rights value) => (int)value;
    }

    [VariableConverter(typeof(Shape.Converter))]
    public interface IShape
    {
        double Area { get; }
    }

    public sealed record Shape(double Area) : IShape
    {
        public sealed class Converter : IVariableConverter<IShape>
        {
            public static IShape Read(TypedValue value) => new Shape(value.Get<double>());

            public static TypedValue Write(IShape value) => value.Area;
        }
    }

    [VariableConverter(typeof(PairConverter))]
    public sealed record Pair<T>(T Left, T Right);

    public sealed class PairConverter : IVariableConverter<Pair<int>>
    {
        public static Pair<int> Read(TypedValue value) => new(value.Get<int>(), value.Get<int>());

        public static TypedValue Write(Pair<int> value) => value.Left;
    }

    // Old Java beans as XML, mapped by hand.
    [VariableConverter(typeof(ReceiptXml))]
    public sealed record Receipt(string Number, decimal Total);

    public sealed class ReceiptXml : IVariableConverter<Receipt>
    {
        public static Receipt Read(TypedValue value)
        {
            var root = value.Get<XElement>()!;
            return new((string)root.Element("number")!, (decimal)root.Element("total")!);
        }

        public static TypedValue Write(Receipt value) => TypedValue.Object(
            new XElement("receipt", new XElement("number", value.Number), new XElement("total", value.Total)).ToString(SaveOptions.DisableFormatting),
            "com.example.Receipt",
            "application/xml");
    }

    [TaskInput]
    [TaskOutput]
    public partial record Converted(
        Money Price,
        Money? NoPrice,
        Optional<Money?> Fee,
        Moment Start,
        Moment? End,
        Optional<Moment?> Pause,
        [VariableConverter(typeof(FineMomentConverter))] Moment Fine,
        [property: VariableConverter(typeof(FineMomentConverter))] decimal Cents,
        [VariableConverter(typeof(FineMomentConverter))] decimal? NoCents,
        Rights Rights,
        IShape Shape,
        Pair<int> Pair,
        Receipt Receipt,
        [Variable("local", Scope = VariableScope.Local, Transient = true)] Money Local,
        Rights Default = Rights.Read,
        [VariableConverter(typeof(FineMomentConverter))] decimal Rate = 1.5m);

    [BpmnError("TOO_DEAR")]
    public partial record TooDear([Variable("asked", Transient = true)] Money Price, Moment? Since);

    [ObjectTypeName("com.example.Customer")]
    public sealed record Customer(string Name);

    [ObjectTypeName("com.example.Spot")]
    public readonly record struct Spot(int X);

    [JsonSerializable(typeof(Customer))]
    [JsonSerializable(typeof(Spot))]
    [JsonSerializable(typeof(List<Customer>))]
    internal sealed partial class BeansJson : JsonSerializerContext;

    [TaskInput]
    [TaskOutput]
    [TaskJsonContext(typeof(BeansJson))]
    public partial record Beans(
        Customer Customer,
        Customer? Nobody,
        Spot? Nowhere,
        [Variable(Type = VariableType.Json)] Customer Plain,
        [Variable(ObjectTypeName = "com.example.Person")] Customer Person,
        [Variable(Type = VariableType.Object)] Spot Spot,
        [Variable(Transient = true)] Optional<Customer?> Fleeting,
        List<Customer> All);

    [ExternalTaskHandler("java", DeserializeValues = true)]
    public partial class ReadBeans
    {
        public void Handle(Beans beans)
        {
        }
    }
}

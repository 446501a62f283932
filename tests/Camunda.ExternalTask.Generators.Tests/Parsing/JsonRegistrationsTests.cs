using Camunda.ExternalTask.Generators.Parsing;
using Camunda.ExternalTask.Generators.Tests.Driving;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Generators.Tests.Parsing;

/// <summary>What the parser thinks a context knows is what the framework's generator makes it know.</summary>
public sealed class JsonRegistrationsTests
{
    private const string Source = """
        using System.Text.Json.Serialization;

        public class Root : Base
        {
            public Leaf? Leaf { get; set; }
            public List<Element>? Elements { get; set; }
            public Dictionary<string, Value>? Values { get; set; }
            public ArrayElement[]? Array { get; set; }
            public Number? Number { get; set; }
            [JsonIgnore] public Ignored? Ignored { get; set; }
            internal Internal? Internal { get; set; }
            [JsonInclude] internal Included? Included { get; set; }
            public Field? Field;
        }

        public class Base { public InBase? InBase { get; set; } }
        public class InBase;
        public class Leaf { public Deep? Deep { get; set; } }
        public class Deep;
        public class Element;
        public class Value;
        public class ArrayElement;
        public struct Number;
        public class Ignored;
        public class Internal;
        public class Included;
        public class Field;
        [JsonPolymorphic, JsonDerivedType(typeof(Derived), "d")] public class Poly { }
        public class Derived : Poly { public InDerived? InDerived { get; set; } }
        public class InDerived;
        public class NotDerived : Poly;
        public class Listed;

        [JsonSerializable(typeof(Root))]
        [JsonSerializable(typeof(Poly))]
        [JsonSerializable(typeof(List<Listed>))]
        public partial class Context : JsonSerializerContext;
        """;

    [Theory]
    [InlineData("Root")]
    [InlineData("InBase")]
    [InlineData("Leaf")]
    [InlineData("Deep")]
    [InlineData("Element")]
    [InlineData("List<Element>")]
    [InlineData("Value")]
    [InlineData("Dictionary<string, Value>")]
    [InlineData("string")]
    [InlineData("ArrayElement")]
    [InlineData("ArrayElement[]")]
    [InlineData("Number")]
    [InlineData("Ignored")]
    [InlineData("Internal")]
    [InlineData("Included")]
    [InlineData("Field")]
    [InlineData("Poly")]
    [InlineData("Derived")]
    [InlineData("InDerived")]
    [InlineData("NotDerived")]
    [InlineData("Listed")]
    [InlineData("List<Listed>")]
    [InlineData("List<Root>")]
    [InlineData("Root[]")]
    [InlineData("int")]
    public void Known_is_what_the_framework_generates(string type)
    {
        var source = $"{Source}\n public class Asked {{ public {type} Type => default!; }}";
        var compilation = SourceDriver.Compilation(source);
        var symbols = KnownSymbols.Of(compilation)!;
        var asked = ((IPropertySymbol)compilation.GetTypeByMetadataName("Asked")!.GetMembers("Type")[0]).Type;
        var known = symbols.JsonContexts.RegistrationsOf(compilation.GetTypeByMetadataName("Context")!, TestContext.Current.CancellationToken).Knows(asked);

        // The framework's generator gives its context a property of type JsonTypeInfo<T> for every type it knows.
        var generated = SourceDriver.Complete(compilation).GetTypeByMetadataName("Context")!.GetMembers().OfType<IPropertySymbol>()
            .Select(property => property.Type).OfType<INamedTypeSymbol>().Where(info => info.Name == "JsonTypeInfo" && info.TypeArguments.Length == 1)
            .Select(info => info.TypeArguments[0].ToDisplayString());

        Assert.Equal(generated.Contains(asked.ToDisplayString()), known);
    }
}

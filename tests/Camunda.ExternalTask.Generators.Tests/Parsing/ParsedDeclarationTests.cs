using System.Runtime.CompilerServices;
using Camunda.ExternalTask.Generators.Parsing;
using Camunda.ExternalTask.Generators.Rules;
using Camunda.ExternalTask.Generators.Tests.Driving;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.Generators.Tests.Parsing;

/// <summary>Analyzers share what was parsed.</summary>
public sealed class ParsedDeclarationTests
{
    private const string Source = """
        using Camunda.ExternalTask;

        [TaskInput]
        public partial record Order(string Customer);

        [ExternalTaskHandler(" charge")]
        public partial class Charge
        {
            public Receipt Handle(Order order) => new(order.Customer);
        }

        [TaskOutput]
        public partial record Receipt(string Number);
        """;

    [Theory]
    [InlineData("Order")]
    [InlineData("Charge")]
    [InlineData("Receipt")]
    public void A_type_is_parsed_once(string name)
    {
        var (type, symbols) = Find(name);

        Assert.Same(ParsedDeclaration.Of(type, symbols, TestContext.Current.CancellationToken), ParsedDeclaration.Of(type, symbols, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_problem_is_kept_with_the_model()
    {
        var (type, symbols) = Find("Charge");
        var parsed = ParsedDeclaration.Of(type, symbols, TestContext.Current.CancellationToken);

        Assert.Equal(" charge", parsed.Handler?.Topic.Value);
        Assert.Equal(TopicRules.TopicPadded, Assert.Single(parsed.Problems).Rule);
    }

    [Theory]
    [InlineData("Order")]
    [InlineData("Charge")]
    [InlineData("Receipt")]
    public void A_canceled_parse_leaves_nothing_behind(string name)
    {
        var (type, symbols) = Find(name);

        Assert.ThrowsAny<OperationCanceledException>(() => ParsedDeclaration.Of(type, symbols, new CancellationToken(canceled: true)));

        Assert.Empty(symbols.Declarations);
        Assert.Empty(symbols.Inputs);
        Assert.Empty(symbols.Outputs);

        var parsed = ParsedDeclaration.Of(type, symbols, TestContext.Current.CancellationToken);
        Assert.True(parsed is { Handler: not null } or { Input: not null } or { Output: not null });
    }

    [Fact]
    public void Nothing_outlives_the_compilation()
    {
        var compilation = Parse();
        for (var attempt = 0; attempt < 10 && compilation.IsAlive; attempt++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(compilation.IsAlive);
    }

    // On a frame of its own, so that no local keeps the compilation.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Parse()
    {
        var (type, symbols) = Find("Charge");
        ParsedDeclaration.Of(type, symbols, TestContext.Current.CancellationToken);
        return new(symbols.Compilation);
    }

    private static (INamedTypeSymbol Type, KnownSymbols Symbols) Find(string name)
    {
        var compilation = SourceDriver.Compilation(Source);
        return (compilation.GetTypeByMetadataName(name)!, KnownSymbols.Of(compilation)!);
    }
}

using System.Collections.Immutable;
using Camunda.ExternalTask.Analyzers.Suppressors;
using Camunda.ExternalTask.Analyzers.Tests.Verifiers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Camunda.ExternalTask.Analyzers.Tests;

public class SuppressorTests
{
    private const string Code = """
        [ExternalTaskHandler("charge")]
        internal partial class Charge
        {
            private void Handle(Payment payment) => Log();

            private void Log() { }

            [TaskInput]
            internal partial record Payment(decimal Amount);
        }

        internal class Other
        {
            private void Handle() { }
        }

        internal class Money : IVariableConverter<Uri>
        {
            public static Uri? Read(in TypedValue value) => null;

            public static TypedValue Write(Uri? value) => default;
        }
        """;

    [Theory]
    [InlineData("CA1822", "Charge.Handle(Charge.Payment)")]
    [InlineData("IDE0051", "Charge.Handle(Charge.Payment)")]
    [InlineData("CA1812", "Charge")]
    [InlineData("CA1812", "Charge.Payment")]
    public async Task Suppresses_what_generated_code_uses(string rule, string symbol) => Assert.Contains((rule, symbol, true), await RunAsync());

    [Theory]
    [InlineData("CA1822", "Charge.Log()")]
    [InlineData("CA1822", "Other.Handle()")]
    [InlineData("IDE0051", "Charge.Log()")]
    [InlineData("CA1812", "Other")]
    public async Task Leaves_what_generated_code_does_not_use(string rule, string symbol) => Assert.Contains((rule, symbol, false), await RunAsync());

    private static async Task<IReadOnlyList<(string Rule, string Symbol, bool IsSuppressed)>> RunAsync()
    {
        var compilation = CSharpCompilation.Create(
            "Suppressed",
            [CSharpSyntaxTree.ParseText(RuleCompilation.Usings, RuleCompilation.ParseOptions), CSharpSyntaxTree.ParseText(Code, RuleCompilation.ParseOptions)],
            RuleCompilation.References,
            (CSharpCompilationOptions)RuleCompilation.CompilationOptions);
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false, reportSuppressedDiagnostics: true);
        var diagnostics = await compilation.WithAnalyzers([new Complaints(), new HandlerSuppressor()], options).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return [.. diagnostics.Select(diagnostic => (diagnostic.Id, diagnostic.GetMessage(), diagnostic.IsSuppressed))];
    }

    /// <summary>Reports every method and every class under the ids of the SDK.</summary>
#pragma warning disable RS1001, RS1029, RS1036, RS2008 // The analyzer is part of a test and stands in for those of the SDK.
    private sealed class Complaints : DiagnosticAnalyzer
    {
        private static readonly DiagnosticDescriptor Static = Rule("CA1822");
        private static readonly DiagnosticDescriptor UnusedClass = Rule("CA1812");
        private static readonly DiagnosticDescriptor UnusedMember = Rule("IDE0051");

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Static, UnusedClass, UnusedMember];

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterSymbolAction(Report, SymbolKind.Method, SymbolKind.NamedType);
        }

        private static void Report(SymbolAnalysisContext context)
        {
            if (context.Symbol is { IsImplicitlyDeclared: true } or IMethodSymbol { MethodKind: not MethodKind.Ordinary })
            {
                return;
            }

            DiagnosticDescriptor[] rules = context.Symbol is IMethodSymbol ? [Static, UnusedMember] : [UnusedClass];
            foreach (var rule in rules)
            {
                context.ReportDiagnostic(Diagnostic.Create(rule, context.Symbol.Locations[0], context.Symbol.ToDisplayString()));
            }
        }

        private static DiagnosticDescriptor Rule(string id) => new(id, "Title", "{0}", "Category", DiagnosticSeverity.Warning, isEnabledByDefault: true);
    }
#pragma warning restore RS1001, RS1029, RS1036, RS2008
}

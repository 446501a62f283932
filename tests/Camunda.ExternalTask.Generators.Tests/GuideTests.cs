using System.Reflection;
using System.Text.RegularExpressions;
using Camunda.ExternalTask.Generators.Tests.Driving;
using Camunda.ExternalTask.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Camunda.ExternalTask.Generators.Tests;

/// <summary>The examples of the guides compile, as they stand there, with what the generator writes.</summary>
public partial class GuideTests
{
    private static readonly string[] Pages = ["README.md", "docs/authentication.md", "docs/client.md", "docs/engine-in-memory.md", "docs/lifecycle.md", "docs/middleware.md", "docs/observability.md", "docs/processes.md", "docs/values.md"];

    /// <summary>What is no example: a piece of generated code, and a line for ASP.NET Core, which is not referenced here.</summary>
    private static readonly string[] BeginningsOfOthers = ["static CreditRequest ITaskInput", "app.MapHealthChecks"];

    private static readonly string[] Usings =
    [
        "using System.Globalization;", "using System.IO;", "using System.Linq;", "using System.Net.Http;", "using System.Xml.Linq;", "using Camunda.ExternalTask;",
        "using Microsoft.Extensions.DependencyInjection;", "using Microsoft.Extensions.Hosting;",
    ];

    /// <summary>What the examples speak of without declaring it: parameters of the method they are put into.</summary>
    private static readonly (string Type, string Name)[] Parameters =
    [
        ("string[]", "args"), ("HostApplicationBuilder", "builder"), ("ExternalTaskWorkerBuilder", "worker"), ("ExternalTaskWorkerOptions", "options"), ("ExternalTaskContext", "context"),
        ("CancellationToken", "cancellationToken"), ("ExternalTaskClient", "client"), ("HttpClient", "http"), ("Uri", "engine"), ("string", "path"), ("IService", "signer"), ("IService", "vault"),
        ("IService", "registry"), ("IService", "queue"), ("Reply", "reply"),
    ];

    private static readonly (string Name, string Code)[] Types =
    [
        ("Customer", "public sealed record Customer(string Name, int Discount);"),
        ("RiskClass", "public enum RiskClass { Low, High }"),
        ("Question", "public sealed record Question(string TaskId, string WorkerId);"),
        ("Reply", "public sealed record Reply(string TaskId, string WorkerId, TypedValue Answer);"),
        ("AuditHandler", "public sealed class AuditHandler : DelegatingHandler;"),
        ("ICreditBureau", "public interface ICreditBureau { Task<int?> ScoreOfAsync(string customerId, CancellationToken cancellationToken); }"),
        ("LoanContext", "public sealed class LoanContext { public Database Database { get; } = new(); public Task SaveChangesAsync(CancellationToken cancellationToken) => Task.CompletedTask; }"),
        ("Database", "public sealed class Database { public Task<Transaction> BeginTransactionAsync(CancellationToken cancellationToken) => Task.FromResult(new Transaction()); }"),
        ("Transaction", "public sealed class Transaction : IAsyncDisposable { public Task CommitAsync(CancellationToken token) => Task.CompletedTask; public ValueTask DisposeAsync() => default; }"),
        ("IService", """
            public interface IService
            {
                Task<string> SignAsync(HttpRequestMessage request, CancellationToken cancellationToken);
                Task<string> KeyAsync();
                Task<Uri> EngineAsync(CancellationToken cancellationToken);
                Task SendAsync(Question question, CancellationToken cancellationToken);
            }
            """),
        ("LoanApplication", """[ProcessStart("loanApproval")] public partial record LoanApplication(string CustomerId, decimal Amount);"""),
        ("PaymentReceived", """[Message("paymentReceived")] public partial record PaymentReceived([CorrelationKey] string OrderId, decimal Amount);"""),
        ("MarketClosed", """[Signal("marketClosed")] public partial record MarketClosed(string Reason);"""),
        ("AnyHandler", """[ExternalTaskHandler("any")] public sealed partial class AnyHandler { public void Handle() { } }"""),
    ];

    /// <summary>What a console project has besides the usings of all test sources.</summary>
    private const string ImplicitUsings = "global using System.IO; global using System.Linq; global using System.Net.Http;";

    /// <summary>That of a project of the current framework.</summary>
    private const LanguageVersion Version = LanguageVersion.CSharp14;

    private static readonly string[] Telemetry =
    [
        "Camunda.ExternalTask.OpenTelemetry", "OpenTelemetry", "OpenTelemetry.Api", "OpenTelemetry.Api.ProviderBuilderExtensions", "OpenTelemetry.Exporter.OpenTelemetryProtocol",
        "OpenTelemetry.Extensions.Hosting",
    ];

    private static readonly MetadataReference[] References =
    [
        .. SourceDriver.Extensions,
        MetadataReference.CreateFromFile(typeof(InMemoryEngine).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(Assert).Assembly.Location),
        .. Telemetry.Select(static name => MetadataReference.CreateFromFile(Assembly.Load(name).Location)),
    ];

    public static TheoryData<string, int> Examples => new(
        from page in Pages
        from number in Enumerable.Range(0, ExamplesOf(page).Length)
        select (page, number));

    [Theory, MemberData(nameof(Examples))]
    public void An_example_compiles(string page, int number)
    {
        var example = ExamplesOf(page)[number];
        var compilation = SourceDriver.Compilation(Version, Program(example)).AddReferences(References);
        Assert.Empty(SourceDriver.Complaints(SourceDriver.Complete(compilation, Version)));
    }

    public static TheoryData<string, int> Programs => new(
        from example in Examples
        where IsProgram(ExamplesOf(example.Data.Item1)[example.Data.Item2])
        select example.Data);

    /// <summary>A program has what a user would otherwise have to add: usings, and statements before types.</summary>
    [Theory, MemberData(nameof(Programs))]
    public void Whole_program_compiles_as_it_stands_there(string page, int number)
    {
        var example = ExamplesOf(page)[number];
        var around = $"{ImplicitUsings}\nusing Camunda.ExternalTask;\n{Around(example)}";
        var compilation = SourceDriver.Compilation(Version, example, around).AddReferences(References);
        var program = compilation.WithOptions(compilation.Options.WithOutputKind(OutputKind.ConsoleApplication));
        Assert.Empty(SourceDriver.Complaints(SourceDriver.Complete(program, Version)));
    }

    private static bool IsProgram(string example) => Using().Match(example) is { Success: true, Index: 0 };

    private static string[] ExamplesOf(string page) =>
    [
        .. Example().Matches(File.ReadAllText(Path.Combine(SourceDriver.ProjectDirectory, "..", "..", page)))
            .Select(static match => match.Groups[1].Value)
            .Where(static code => !BeginningsOfOthers.Any(other => code.StartsWith(other, StringComparison.Ordinal))),
    ];

    /// <summary>A file of the example: its types, and its statements in a method.</summary>
    private static string Program(string example)
    {
        var pieces = Pieces().Split(example.Replace("{ … }", "{ }", StringComparison.Ordinal));
        var types = pieces.Where(static piece => TypeBeginning().IsMatch(piece)).ToList();
        var statements = pieces.Where(static piece => !TypeBeginning().IsMatch(piece)).SelectMany(static piece => piece.Split('\n')).Where(static line => !Using().IsMatch(line));
        var body = string.Join('\n', statements);
        var parameters = Parameters.Where(parameter => !Regex.IsMatch(body, $@"\bvar {parameter.Name}\b")).Select(static parameter => $"{parameter.Type} {parameter.Name}");
        var usings = Using().Matches(example).Select(static match => match.Value.Trim()).Except(Usings);
        return $$"""
            {{string.Join('\n', [.. Usings, .. usings])}}
            namespace Acme.Loan;
            public static class Guide
            {
                public static async Task<TaskOutcome> RunAsync({{string.Join(", ", parameters)}})
                {
                    await Task.Yield();
            {{body}}
                    {{(body.Contains("\nreturn ", StringComparison.Ordinal) ? "" : "return default;")}}
                }
            }
            {{string.Join('\n', types)}}
            {{Around(example)}}
            """;
    }

    /// <summary>The types that an example speaks of without declaring them.</summary>
    private static string Around(string example) =>
        string.Join('\n', Types.Where(type => !Regex.IsMatch(example, $@"\b(record|class|enum|interface) {type.Name}\b")).Select(static type => type.Code));

    [GeneratedRegex(@"^```csharp\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex(@"\n\n(?=\S)")]
    private static partial Regex Pieces();

    [GeneratedRegex(@"^(\[|public |internal )")]
    private static partial Regex TypeBeginning();

    [GeneratedRegex(@"^using [A-Z][\w.]*;\s*$", RegexOptions.Multiline)]
    private static partial Regex Using();
}

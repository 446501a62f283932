using Basic.Reference.Assemblies;
using Camunda.ExternalTask.Generators.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Camunda.ExternalTask.Analyzers.Tests.Verifiers;

/// <summary>A class library that shares a handler, compiled with the generator.</summary>
internal static class LoanLibrary
{
    public const string AssemblyName = "Acme.Loans";

    public const string Handler = """
        namespace Acme.Loans
        {
            [Camunda.ExternalTask.ExternalTaskHandler("check")]
            public partial class CheckLoan
            {
                public void Handle() { }
            }
        }
        """;

    /// <summary>With the method <c>AddLoanHandlers</c>.</summary>
    public static MetadataReference Reference { get; } = Compile("[assembly: Camunda.ExternalTask.ExternalTaskHandlers(\"AddLoanHandlers\")]", Handler);

    /// <summary>Without such a method.</summary>
    public static MetadataReference Unnamed { get; } = Compile(Handler);

    private static PortableExecutableReference Compile(params string[] sources)
    {
        MetadataReference[] references =
        [
            .. Net100.References.All,
            MetadataReference.CreateFromFile(typeof(ExternalTaskHandlerAttribute).Assembly.Location),
            MetadataReference.CreateFromFile(typeof(FromKeyedServicesAttribute).Assembly.Location),
            MetadataReference.CreateFromFile(typeof(IHealthChecksBuilder).Assembly.Location),
            MetadataReference.CreateFromFile(typeof(HealthStatus).Assembly.Location),
        ];
        var compilation = CSharpCompilation.Create(
            AssemblyName, sources.Select(source => CSharpSyntaxTree.ParseText(source, new(LanguageVersion.Latest))), references, new(OutputKind.DynamicallyLinkedLibrary));
        CSharpGeneratorDriver.Create([new ExternalTaskGenerator().AsSourceGenerator()], parseOptions: new(LanguageVersion.Latest))
            .RunGeneratorsAndUpdateCompilation(compilation, out var generated, out _);
        using var image = new MemoryStream();
        var result = generated.Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}

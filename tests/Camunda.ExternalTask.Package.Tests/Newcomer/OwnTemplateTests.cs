using System.Net;
using System.Net.Sockets;

namespace Camunda.ExternalTask.Package.Tests.Newcomer;

/// <summary>The template <c>camunda-worker</c>: three commands from an empty folder to a completed task, with each combination of options.</summary>
public abstract class OwnTemplateTests(PackedPackage package)
{
    protected async Task CompleteAsync(string options)
    {
        var words = options.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var scenario = new Scenario(package, $"template{string.Concat(words.Select(word => "-" + word.TrimStart('-')))}", online: true);
        var hive = $"--debug:custom-hive {Path.Combine(scenario.Folder, "hive")}";
        await scenario.TypeAsync($"new install {PackedPackage.Templates}@{PackedPackage.Version} {hive}");
        await scenario.TypeAsync(string.Join(' ', ["new camunda-worker --output Loan-Worker", .. words, hive]));
        var output = await scenario.TypeAsync("test Loan-Worker");
        Assert.Contains("Passed!", output, StringComparison.Ordinal);
        Assert.DoesNotContain(" CS", WarningsIn(output), StringComparison.Ordinal);
        Assert.DoesNotContain("CET", WarningsIn(output), StringComparison.Ordinal);

        scenario.Process = "loanApproval";
        scenario.Model = await File.ReadAllTextAsync(Path.Combine(scenario.Folder, "Loan-Worker", "Loan-Worker", "LoanApproval.bpmn"), TestContext.Current.CancellationToken);
        scenario.WorkingFolder = "Loan-Worker/Loan-Worker";
        string[] program = ["dotnet", "bin/Debug/net10.0/Loan-Worker.dll"];
        if (options.Contains("--aot", StringComparison.Ordinal))
        {
            await scenario.TypeAsync("publish Loan-Worker/Loan-Worker --output published --use-current-runtime -warnaserror -p:IlcTreatWarningsAsErrors=true");
            scenario.WorkingFolder = "published";
            program = [Path.Combine(scenario.Folder, "published", "Loan-Worker")];
        }

        using var tokens = new TokenEndpoint(FreePort());
        await scenario.WorkAsync(
            program,
            "Camunda__BaseAddress",
            ("Credentials__Password", "demo"),
            ("Credentials__TokenEndpoint", tokens.Address.AbsoluteUri),
            ("Credentials__ClientSecret", "secret"));
        Assert.Equal(options.Contains("oauth", StringComparison.Ordinal) ? 1 : 0, tokens.Issued);
    }

    /// <summary>The lines with warnings, except those of NuGet about versions that a registry lacks.</summary>
    private static string WarningsIn(string output) => string.Join('\n', output.Split('\n').Where(line => line.Contains(": warning ", StringComparison.Ordinal)));

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

public sealed class TemplateOptionTests(PackedPackage package) : OwnTemplateTests(package)
{
    [Fact]
    public Task Template_without_options_completes_a_task() => CompleteAsync("");

    [Theory]
    [InlineData("--auth basic")]
    [InlineData("--auth oauth")]
    [InlineData("--aot")]
    [InlineData("--aot --auth basic")]
    [InlineData("--aot --auth oauth")]
    public Task Template_with_options_completes_a_task(string options)
    {
        Scenario.OnlyIfAll();
        return CompleteAsync(options);
    }
}

public sealed class AspireTemplateTests(PackedPackage package) : OwnTemplateTests(package)
{
    [Theory]
    [InlineData("--aspire")]
    [InlineData("--aspire --auth basic")]
    [InlineData("--aspire --auth oauth")]
    [InlineData("--aspire --aot")]
    [InlineData("--aspire --aot --auth basic")]
    [InlineData("--aspire --aot --auth oauth")]
    public Task Template_with_Aspire_completes_a_task(string options)
    {
        Scenario.OnlyIfAll();
        return CompleteAsync(options);
    }
}

using System.Text.RegularExpressions;

namespace Camunda.ExternalTask.Testing.Tests.Engine;

/// <summary>
/// Models of others, from the folder that <c>CAMUNDA_MODELS</c> names. Its file <c>camunda-7.24.tsv</c> has the name of each model and whether Camunda 7.24 accepts or refuses it.
/// </summary>
public sealed partial class RealModelsTests(ITestOutputHelper output)
{
    /// <summary>The engine in memory executes nearly every model that Camunda executes, once the test has implemented its Java code.</summary>
    private const double MinShare = 0.95;

    [Fact]
    public async Task Models_that_Camunda_accepts_are_deployed_and_the_others_are_refused()
    {
        var folder = Environment.GetEnvironmentVariable("CAMUNDA_MODELS");
        Assert.SkipUnless(Directory.Exists(folder), "Set CAMUNDA_MODELS to a folder with .bpmn files and camunda-7.24.tsv to deploy them.");
        List<string> differences = [];
        var (accepted, deployed, wronglyAccepted) = (0, 0, 0);
        foreach (var line in (await File.ReadAllLinesAsync(Path.Combine(folder!, "camunda-7.24.tsv"), TestContext.Current.CancellationToken)).Skip(1))
        {
            var columns = line.Split('\t');
            var error = Deploy(await File.ReadAllTextAsync(Path.Combine(folder!, columns[0]), TestContext.Current.CancellationToken));
            accepted += columns[1] == "accepts" ? 1 : 0;
            deployed += columns[1] == "accepts" && error is null ? 1 : 0;
            wronglyAccepted += columns[1] == "refuses" && error is null ? 1 : 0;
            if ((columns[1] == "accepts") != (error is null))
            {
                differences.Add($"{columns[0]}: Camunda {columns[1]} it {columns.ElementAtOrDefault(2)}; in memory: {error ?? "accepted"}");
            }
        }

        output.WriteLine($"Of {accepted} models that Camunda accepts, {deployed} are deployed. {wronglyAccepted} that it refuses are accepted.");
        differences.ForEach(output.WriteLine);
        Assert.True(deployed >= accepted * MinShare && wronglyAccepted == 0, string.Join('\n', differences));
    }

    /// <summary>Deploys a model and implements what the engine asks for.</summary>
    /// <returns>Why the model is refused; null if it is deployed.</returns>
    private static string? Deploy(string model)
    {
        using var engine = new InMemoryEngine();
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                engine.Deploy(model);
                return null;
            }
            catch (EngineRequestException exception) when (attempt == 0 && MissingImplementation().IsMatch(exception.Message))
            {
                foreach (Match match in MissingImplementation().Matches(exception.Message))
                {
                    engine.Implement(match.Groups[1].Value, static _ => { });
                }
            }
            catch (EngineRequestException exception)
            {
                return exception.Message;
            }
        }
    }

    [GeneratedRegex("""engine\.Implement\("(.*?)", execution""")]
    private static partial Regex MissingImplementation();
}

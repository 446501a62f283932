using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Camunda.ExternalTask.Testing;

namespace Camunda.ExternalTask.Package.Tests;

/// <summary>The first worker of the readme, installed and pasted as it stands there.</summary>
public sealed partial class ReadmeTests(PackedPackage package)
{
    private static readonly string Readme = File.ReadAllText(Repository.At("README.md"));

    private static readonly string Model = Repository.At("tests", "Camunda.ExternalTask.Package.Tests", "Readme.bpmn");

    [Fact]
    public async Task First_worker_of_the_readme_works_as_it_stands_there()
    {
        Assert.NotEmpty(package.Entries);
        var folder = await InstallAsync(UserProjects.Create("readme"));
        await File.WriteAllTextAsync(Path.Combine(folder, "Program.cs"), Block("csharp", "using "), TestContext.Current.CancellationToken);
        await DotNet.SucceedAsync(folder, "build", "-warnaserror");

        await using var engine = new InMemoryEngine();
        engine.Deploy(await File.ReadAllTextAsync(Model, TestContext.Current.CancellationToken));
        var address = await engine.ListenAsync(cancellationToken: TestContext.Current.CancellationToken);
        using var worker = DotNet.Start(folder, [], "run", "--no-build", "--", "--Engine", address.AbsoluteUri);

        engine.Start("loanApproval", new Dictionary<string, object?> { ["customerId"] = "C-1", ["amount"] = 5000 });
        var known = await NextTaskAsync(engine, worker);
        Assert.Equal("checked", known.GetProperty("topicName").GetString());
        Assert.Equal(["amount Integer 5000", "customerId String C-1", "riskClass String Low", "score Integer 712"], VariablesOf(known));

        engine.Start("loanApproval", new Dictionary<string, object?> { ["customerId"] = "D-1", ["amount"] = 5000 });
        var unknown = await NextTaskAsync(engine, worker);
        Assert.Equal("notChecked", unknown.GetProperty("topicName").GetString());
        Assert.Equal(["amount Integer 5000", "customerId String D-1", "unknownCustomerId String D-1"], VariablesOf(unknown));
        Assert.Empty(engine.Incidents);
    }

    [Fact]
    public void Readme_has_at_most_120_lines() => Assert.InRange(Readme.TrimEnd('\n').Split('\n').Length, 1, 120);

    /// <summary>Runs the commands of the readme.</summary>
    /// <returns>The folder they end in.</returns>
    private static async Task<string> InstallAsync(string folder)
    {
        foreach (var command in Block("shell", "dotnet new console ").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var words = command.Split(' ');
            if (words[0] == "cd")
            {
                folder = Path.Combine(folder, words[1]);
                continue;
            }

            Assert.Equal("dotnet", words[0]);
            await DotNet.SucceedAsync(folder, words[1..]);
        }

        return folder;
    }

    /// <summary>The one code block of a language that begins so.</summary>
    private static string Block(string language, string beginning) => Assert.Single(
        CodeBlock().Matches(Readme).Where(block => block.Groups["language"].Value == language).Select(block => block.Groups["code"].Value),
        code => code.StartsWith(beginning, StringComparison.Ordinal));

    /// <summary>The task that the engine creates once the worker has completed its own.</summary>
    private static async Task<JsonElement> NextTaskAsync(InMemoryEngine engine, RunningProcess worker)
    {
        using var http = new HttpClient(engine.CreateHandler()) { BaseAddress = InMemoryEngine.BaseAddress, Timeout = Timeout.InfiniteTimeSpan };
        var request = new
        {
            workerId = "test",
            maxTasks = 1,
            asyncResponseTimeout = 120_000,
            topics = new[] { new { topicName = "checked", lockDuration = 600_000 }, new { topicName = "notChecked", lockDuration = 600_000 } },
        };
        var response = http.PostAsJsonAsync("external-task/fetchAndLock", request, TestContext.Current.CancellationToken);
        await Task.WhenAny(response, worker.WaitAsync());
        Assert.True(response.IsCompleted, $"The worker has ended:\n{worker.Output}");
        var tasks = await (await response).Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.True(tasks.GetArrayLength() == 1, $"The worker has completed nothing:\n{worker.Output}");
        return tasks[0];
    }

    private static IEnumerable<string> VariablesOf(JsonElement task) => task.GetProperty("variables").EnumerateObject()
        .Select(static variable => $"{variable.Name} {variable.Value.GetProperty("type").GetString()} {variable.Value.GetProperty("value")}")
        .Order(StringComparer.Ordinal);

    [GeneratedRegex(@"^```(?<language>\w+)\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}

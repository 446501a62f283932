using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Camunda.ExternalTask.Package.Tests.Newcomer;

/// <summary>What a newcomer does in an empty folder: types commands, writes files, and starts a worker that completes a task.</summary>
internal sealed partial class Scenario
{
    private readonly string _name;
    private readonly Stopwatch _building = new();

    public Scenario(PackedPackage package, string name, bool online = false)
    {
        Assert.NotEmpty(package.Entries);
        _name = name;
        Folder = UserProjects.Create($"newcomer-{name}", online);
    }

    /// <summary>Skips scenarios that take minutes, unless <c>NEWCOMER=all</c>.</summary>
    public static void OnlyIfAll() => Assert.SkipUnless(
        Environment.GetEnvironmentVariable("NEWCOMER") == "all", "This scenario takes minutes. Set NEWCOMER=all to run it.");

    public string Folder { get; }

    /// <summary>The topic of the scenario's task. It is the scenario's own, so that scenarios can share an engine.</summary>
    public string Topic => $"check-{_name}";

    /// <summary>The folder in which the worker starts, and finds its settings.</summary>
    public string WorkingFolder { get; set; } = "";

    /// <summary>The id of the process in <see cref="Model"/>.</summary>
    public string Process { get => field ?? $"loan-{_name}"; set; }

    /// <summary>The model that is deployed: a copy for this scenario, or the one of a template.</summary>
    public string Model
    {
        get => field ?? OwnModel();
        set;
    }

    /// <summary>Runs a command line of dotnet, with words that are separated by spaces.</summary>
    /// <returns>What it printed.</returns>
    public Task<string> TypeAsync(string arguments, string folder = "") => TimeAsync(() => DotNet.SucceedAsync(Path.Combine(Folder, folder), arguments.Split(' ')));

    /// <summary>Runs a command line that fails.</summary>
    /// <returns>What it printed.</returns>
    public async Task<string> FailAsync(string arguments, string folder = "")
    {
        var (exitCode, output) = await TimeAsync(() => DotNet.RunAsync(Path.Combine(Folder, folder), arguments.Split(' ')));
        Assert.NotEqual(0, exitCode);
        return output;
    }

    /// <summary>Adds the packed package as <c>dotnet add package</c> does.</summary>
    public Task AddPackageAsync(string project, string id = "Camunda.ExternalTask") => TypeAsync($"add {project} package {id} --prerelease");

    /// <summary>Writes a file. <c>TOPIC</c> in the text stands for the scenario's topic, <c>VERSION</c> and <c>HOSTING</c> for the versions of the packages.</summary>
    public void Write(string path, string text)
    {
        var file = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, Placeholder().Replace(text, word => word.Value switch
        {
            "TOPIC" => Topic,
            "VERSION" => PackedPackage.Version,
            _ => PackedPackage.HostingVersion,
        }));
    }

    public void WriteModel(string path) => Write(path, Model);

    public void Delete(string path) => File.Delete(Path.Combine(Folder, path));

    /// <summary>Starts an instance and the worker, and waits until the worker has completed the task.</summary>
    /// <param name="command">The words of the command line; the first one is the program.</param>
    /// <param name="addressVariable">The environment variable with the address of the engine.</param>
    /// <param name="environment">Further environment variables.</param>
    public async Task WorkAsync(string[] command, string addressVariable = "Engine", params (string Name, string Value)[] environment)
    {
        var token = TestContext.Current.CancellationToken;
        await using var engine = await ScenarioEngine.OpenAsync();
        await engine.Client.DeployAsync(Process, Model, token);
        var instance = await engine.Client.StartAsync(Process, new Dictionary<string, object?> { ["customerId"] = "C-1" }, cancellationToken: token);

        var working = Stopwatch.StartNew();
        using var worker = DotNet.StartProgram(Path.Combine(Folder, WorkingFolder), command, [(addressVariable, engine.Address.AbsoluteUri), ("ASPNETCORE_URLS", "http://127.0.0.1:0"), .. environment]);
        var ended = engine.Client.WaitUntilEndedAsync(instance, token);
        await Task.WhenAny(ended, worker.WaitAsync());
        Assert.True(ended.IsCompleted, $"The worker has ended:\n{worker.Output}");
        await ended;
        ScenarioTimes.Add(_name, _building.Elapsed, working.Elapsed);

        Assert.Equal(["Checked"], await engine.Client.GetEndEventsAsync(instance, token));
        Assert.Equal(712, (await engine.Client.GetHistoricVariablesAsync(instance, token))["score"].Value);
    }

    private string OwnModel() => File.ReadAllText(Repository.At("tests", "Camunda.ExternalTask.Package.Tests", "Consumer", "Loan.bpmn"))
        .Replace("creditScoreChecker", Topic, StringComparison.Ordinal)
        .Replace("loanApproval", Process, StringComparison.Ordinal);

    private async Task<T> TimeAsync<T>(Func<Task<T>> act)
    {
        _building.Start();
        try
        {
            return await act();
        }
        finally
        {
            _building.Stop();
        }
    }

    [GeneratedRegex(@"\b(TOPIC|VERSION|HOSTING)\b")]
    private static partial Regex Placeholder();
}

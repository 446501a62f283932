using System.Diagnostics;

namespace Camunda.ExternalTask.Package.Tests;

/// <summary>Runs the dotnet command line as a user would.</summary>
internal static class DotNet
{
    /// <returns>The exit code, and everything that was written.</returns>
    public static async Task<(int ExitCode, string Output)> RunAsync(string folder, params string[] arguments)
    {
        using var process = Start(folder, [], arguments);
        return (await process.WaitAsync(), process.Output);
    }

    /// <summary>Starts what runs on until it is disposed.</summary>
    public static RunningProcess Start(string folder, (string Name, string Value)[] environment, params string[] arguments) =>
        StartProgram(folder, ["dotnet", .. arguments], environment);

    /// <summary>Starts any program, which runs on until it is disposed.</summary>
    public static RunningProcess StartProgram(string folder, string[] command, (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(command[0], command[1..]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var variable in start.Environment.Keys.Where(name => name.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            // The test host hands down what its own build was told.
            start.Environment.Remove(variable);
        }

        // Servers that stay behind would hold the output open.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        start.Environment["DOTNET_TieredPGO"] = "0"; // The commands end before optimized code pays off.
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new(start);
    }

    public static async Task<string> SucceedAsync(string folder, params string[] arguments)
    {
        var (exitCode, output) = await RunAsync(folder, arguments);
        Assert.True(exitCode == 0, $"dotnet {string.Join(' ', arguments)} ended with {exitCode}:\n{output}");
        return output;
    }
}

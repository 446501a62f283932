namespace Camunda.ExternalTask.Package.Tests;

/// <summary>A user's project: a copy of the folder Consumer.</summary>
public sealed class ConsumerProject : IAsyncLifetime
{
    private static readonly string Folder = UserProjects.Create("consumer");

    private static readonly string[] Properties =
        [$"-p:CamundaExternalTaskVersion={PackedPackage.Version}", $"-p:HostingVersion={PackedPackage.HostingVersion}"];

    public async ValueTask InitializeAsync()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.At("tests", "Camunda.ExternalTask.Package.Tests", "Consumer")))
        {
            File.Copy(file, Path.Combine(Folder, Path.GetFileName(file)));
        }

        await DotNet.SucceedAsync(Folder, ["restore", .. Properties]);
    }

    /// <summary>Builds it again from scratch.</summary>
    public Task<(int ExitCode, string Output)> BuildAsync(params string[] properties) =>
        DotNet.RunAsync(Folder, ["build", "--no-restore", "--no-incremental", .. Properties, .. properties.Select(property => $"-p:{property}")]);

    public async Task<string> RunAsync()
    {
        var (exitCode, output) = await BuildAsync();
        Assert.True(exitCode == 0, output);
        return await DotNet.SucceedAsync(Folder, Path.Combine("bin", "Debug", "net10.0", "Consumer.dll"));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

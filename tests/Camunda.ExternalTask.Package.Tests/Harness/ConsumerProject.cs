namespace Camunda.ExternalTask.Package.Tests;

/// <summary>A user's project: a copy of the folder Consumer.</summary>
public sealed class ConsumerProject : IAsyncLifetime
{
    private static readonly string _folder = UserProjects.Create("consumer");

    private static readonly string[] _properties =
        [$"-p:CamundaExternalTaskVersion={PackedPackage.Version}", $"-p:HostingVersion={PackedPackage.HostingVersion}"];

    public async ValueTask InitializeAsync()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.At("tests", "Camunda.ExternalTask.Package.Tests", "Consumer")))
        {
            File.Copy(file, Path.Combine(_folder, Path.GetFileName(file)));
        }

        await DotNet.SucceedAsync(_folder, ["restore", .. _properties]);
    }

    /// <summary>Builds it again from scratch.</summary>
    public Task<(int ExitCode, string Output)> BuildAsync(params string[] properties) =>
        DotNet.RunAsync(_folder, ["build", "--no-restore", "--no-incremental", .. _properties, .. properties.Select(property => $"-p:{property}")]);

    public async Task<string> RunAsync()
    {
        var (exitCode, output) = await BuildAsync();
        Assert.True(exitCode == 0, output);
        return await DotNet.SucceedAsync(_folder, Path.Combine("bin", "Debug", "net10.0", "Consumer.dll"));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

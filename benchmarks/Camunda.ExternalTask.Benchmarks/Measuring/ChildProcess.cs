using System.Diagnostics;

namespace Camunda.ExternalTask.Benchmarks;

/// <summary>This executable once more, in another role; killed when disposed.</summary>
internal sealed class ChildProcess : IDisposable
{
    private readonly Process _process;
    private readonly string _role;

    public ChildProcess(params string[] arguments)
    {
        _role = arguments[0];
        var path = Environment.ProcessPath!;
        string[] host = Path.GetFileNameWithoutExtension(path) == "dotnet" ? [typeof(ChildProcess).Assembly.Location] : [];
        _process = Process.Start(new ProcessStartInfo(path, [.. host, .. arguments]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
    }

    public async Task<string> ReadLineAsync() =>
        await _process.StandardOutput.ReadLineAsync() ?? throw new BenchmarkException($"The process '{_role}' ended without an answer.");

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}

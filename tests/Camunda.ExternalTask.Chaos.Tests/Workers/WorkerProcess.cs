using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Camunda.ExternalTask.Chaos.Workers;

/// <summary>A worker in a process of its own, which can be killed, frozen and stopped.</summary>
internal sealed partial class WorkerProcess : IDisposable
{
    private const int Terminate = 15;
    private const int Freeze = 19;
    private const int Thaw = 18;

    private readonly Process _process;

    public WorkerProcess(Uri engine, string topic, string folder)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        string[] arguments = ["--worker", engine.ToString(), topic, folder];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        _process = Process.Start(start) ?? throw new InvalidOperationException("The worker process did not start.");
        _ = _process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
    }

    public int Id => _process.Id;

    /// <summary>When the process was killed or frozen, with the end of the time in which it could not work.</summary>
    public List<(DateTimeOffset From, DateTimeOffset To)> Disturbances { get; } = [];

    public void Kill()
    {
        Disturbances.Add((DateTimeOffset.UtcNow, DateTimeOffset.MaxValue));
        _process.Kill();
        _process.WaitForExit();
    }

    public async Task FreezeAsync(TimeSpan time)
    {
        var from = DateTimeOffset.UtcNow;
        Signal(Freeze);
        await Task.Delay(time);
        Signal(Thaw);
        Disturbances.Add((from, DateTimeOffset.UtcNow));
    }

    /// <summary>Asks the process to stop and waits until it has.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> StopAsync(CancellationToken cancellationToken)
    {
        Signal(Terminate);
        await _process.WaitForExitAsync(cancellationToken);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private void Signal(int signal)
    {
        // A process that has ended by itself, or by an earlier signal, cannot receive another.
        if (SendSignal(_process.Id, signal) != 0 && !_process.WaitForExit(TimeSpan.FromSeconds(1)))
        {
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"Signal {signal} to process {_process.Id} failed."));
        }
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int SendSignal(int process, int signal);
}

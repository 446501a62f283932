using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Camunda.ExternalTask.Testing;

namespace Camunda.ExternalTask.Tests.Engines;

/// <summary>An engine started by a launcher script; it ends with the test run.</summary>
internal static class LaunchedEngine
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public static async Task<RealEngine?> StartAsync(string home, EngineFlavor flavor)
    {
        var (port, clock) = FreePorts();
        var start = new ProcessStartInfo(Path.Combine(home, "engine"))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,

            // An engine prints dates in its own zone; the test that starts it may just be pretending to be in Kathmandu.
            Environment = { ["TZ"] = "UTC" },
        };
        string[] arguments = [NameOf(flavor), "-p", Text(port), "-c", Text(clock)];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start) ?? throw new InvalidOperationException($"'{start.FileName}' did not start.");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => End(process);
        await ReadyAsync(process);
        return new(new Uri($"http://127.0.0.1:{Text(port)}/engine-rest"), new Uri($"http://127.0.0.1:{Text(clock)}/"));
    }

    private static async Task ReadyAsync(Process process)
    {
        using var timeout = new CancellationTokenSource(Patience);
        var lines = new List<string>();
        process.ErrorDataReceived += (_, data) => Keep(lines, data.Data);
        process.BeginErrorReadLine();
        while (await process.StandardOutput.ReadLineAsync(timeout.Token) is { } line)
        {
            if (line.StartsWith("ready", StringComparison.Ordinal))
            {
                // Nobody reads on; a full pipe would stop the engine.
                _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
                return;
            }

            Keep(lines, line);
        }

        throw new InvalidOperationException($"The engine ended before it was ready:\n{string.Join('\n', lines)}");
    }

    private static void Keep(List<string> lines, string? line)
    {
        lock (lines)
        {
            lines.Add(line ?? "");
        }
    }

    private static void End(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }
    }

    private static (int First, int Second) FreePorts()
    {
        using var first = new TcpListener(IPAddress.Loopback, 0);
        using var second = new TcpListener(IPAddress.Loopback, 0);
        first.Start();
        second.Start();
        return (((IPEndPoint)first.LocalEndpoint).Port, ((IPEndPoint)second.LocalEndpoint).Port);
    }

    private static string NameOf(EngineFlavor flavor) => flavor switch
    {
        EngineFlavor.Camunda717 => "camunda-7.17",
        EngineFlavor.Operaton10 => "operaton",
        _ => "camunda",
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

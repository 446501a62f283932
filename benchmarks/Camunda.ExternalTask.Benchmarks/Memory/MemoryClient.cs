using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Camunda.ExternalTask.Benchmarks;

/// <summary>A worker in its own process. It processes a scenario and prints the peak of its resident memory.</summary>
internal static class MemoryClient
{
    public static async Task<int> RunAsync(Uri engine)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        var worker = builder.Services.AddCamundaExternalTasks(options =>
        {
            options.BaseAddress = engine;
            options.MaxStringLength = 60_000_000;
        });
        worker
            .AddHandler(nameof(LargeTaskKind.Text), static (context, _) => Task.FromResult(Read(context)))
            .AddHandler(nameof(LargeTaskKind.Bytes), static (context, _) => Task.FromResult(ReadBytes(context)))
            .AddHandler(nameof(LargeTaskKind.TooLarge), static (context, _) => Task.FromResult(Read(context)))
            .AddHandler(nameof(LargeTaskKind.Output), static (context, _) => Task.FromResult(Write(context)))
            .AddHandler(nameof(LargeTaskKind.Nested), static (context, _) => Task.FromResult(ReadJson(context)))
            .AddHandler(nameof(LargeTaskKind.NestedText), static (context, _) => Task.FromResult(ReadJson(context)))
            .AddHandler(nameof(LargeTaskKind.Undecodable), static (context, _) => Task.FromResult(ReadNumber(context)));

        using var host = builder.Build();
        await host.StartAsync();
        using var control = new HttpClient { BaseAddress = engine, Timeout = TimeSpan.FromMinutes(5) };
        (await control.GetAsync(new Uri("finished", UriKind.Relative))).EnsureSuccessStatusCode();
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(process.PeakWorkingSet64.ToString(CultureInfo.InvariantCulture));
        await host.StopAsync();
        return 0;
    }

    private static TaskOutcome Read(ExternalTaskContext context)
    {
        var (text, size) = (context.Variables.Get<string>("data")!, context.Variables.Get<int>("size"));
        return text.Length == size ? TaskOutcome.Completed() : throw new InvalidOperationException($"The text has {text.Length} characters, and not {size}.");
    }

    private static TaskOutcome ReadBytes(ExternalTaskContext context)
    {
        var (bytes, size) = (context.Variables.Get<byte[]>("data")!, context.Variables.Get<int>("size"));
        return bytes.Length == size / 4 * 3 ? TaskOutcome.Completed() : throw new InvalidOperationException($"There are {bytes.Length} bytes instead of {size / 4 * 3}.");
    }

    private static TaskOutcome Write(ExternalTaskContext context) => TaskOutcome.Completed(new Text(new('y', context.Variables.Get<int>("size"))));

    private static TaskOutcome ReadJson(ExternalTaskContext context)
    {
        _ = context.Variables.Get<JsonElement>("data");
        return TaskOutcome.Completed();
    }

    private static TaskOutcome ReadNumber(ExternalTaskContext context)
    {
        _ = context.Variables.Get<int>("data");
        return TaskOutcome.Completed();
    }

    private sealed class Text(string text) : ITaskOutput
    {
        public void WriteVariables(VariableWriter variables) => variables.WriteString("text"u8, text);
    }
}

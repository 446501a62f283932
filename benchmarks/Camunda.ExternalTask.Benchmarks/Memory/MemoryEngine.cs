using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Camunda.ExternalTask.Benchmarks;

/// <summary>An engine that delivers large tasks. It runs in the process of the report, so that its memory does not count.</summary>
internal sealed class MemoryEngine(MemoryBacklog backlog) : IAsyncDisposable
{
    private WebApplication? _app;

    public async Task<string> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(static kestrel => kestrel.Limits.MaxRequestBodySize = null);
        _app = builder.Build();
        _app.Run(AnswerAsync);
        await _app.StartAsync();
        return _app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single();
    }

    public ValueTask DisposeAsync() => _app?.DisposeAsync() ?? default;

    private async Task AnswerAsync(HttpContext context)
    {
        var segments = context.Request.Path.Value!.Split('/');
        switch (segments)
        {
            case [_, "external-task", "fetchAndLock"]:
                await FetchAsync(context);
                break;
            case [_, "external-task"]:
                await ListAsync(context);
                break;
            case [_, "external-task", var id, var operation]:
                await SettleAsync(context, TaskWriter.NumberOf(id), operation);
                break;
            case [_, "finished"]:
                await backlog.Finished.WaitAsync(context.RequestAborted);
                break;
        }
    }

    private async Task FetchAsync(HttpContext context)
    {
        var request = FetchRequest.Parse(await BodyAsync(context));
        var tasks = backlog.Take(request.WorkerId, request.MaxTasks);
        if (tasks.Count == 0)
        {
            await Task.WhenAny(backlog.Finished, Task.Delay(Math.Min(request.AsyncResponseTimeout, 200), context.RequestAborted));
        }

        await WriteAsync(context, tasks, request.WorkerId);
    }

    private async Task ListAsync(HttpContext context)
    {
        using var query = JsonDocument.Parse(await BodyAsync(context));
        var workerId = query.RootElement.TryGetProperty("workerId", out var id) ? id.GetString() : null;
        context.Response.ContentType = "application/json";
        var tasks = backlog.LockedFor(workerId).Select(number => string.Create(
            CultureInfo.InvariantCulture, $$"""{"id":"{{TaskWriter.Id(number)}}","topicName":"{{backlog[number].Kind}}","workerId":"{{workerId}}"}"""));
        await context.Response.WriteAsync($"[{string.Join(',', tasks)}]");
    }

    private async Task SettleAsync(HttpContext context, int number, string operation)
    {
        var length = 0L;
        var piece = new byte[64 * 1024];
        while (await context.Request.Body.ReadAsync(piece) is > 0 and var read)
        {
            length += read;
        }

        switch (operation)
        {
            case "complete" or "failure":
                backlog.End(number, isCompletion: operation == "complete", length);
                break;
            case "unlock":
                backlog.Unlock(number);
                break;
        }

        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private async Task WriteAsync(HttpContext context, List<int> tasks, string workerId)
    {
        context.Response.ContentType = "application/json";
        try
        {
            await LargeTaskWriter.WriteAsync(context.Response.BodyWriter, tasks, backlog, workerId);
        }
        catch (OperationCanceledException)
        {
            context.Abort();
        }
    }

    private static async Task<byte[]> BodyAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        return body.ToArray();
    }
}

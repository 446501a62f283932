using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Camunda.ExternalTask.Benchmarks;

/// <summary>An engine that costs next to nothing: long polls, canned tasks, counted completions. Runs in a process of its own until its input ends.</summary>
internal sealed class StubEngine
{
    private StubBacklog _backlog = new(0);
    private TaskCompletionSource _loaded = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public static async Task<int> RunAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        app.Run(new StubEngine().AnswerAsync);
        await app.StartAsync();
        Console.WriteLine(app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single());
        await Console.In.ReadToEndAsync();
        return 0;
    }

    private Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value.AsSpan();
        if (path.EndsWith("/complete"))
        {
            return CompleteAsync(context, TaskWriter.NumberOf(path["/external-task/".Length..^"/complete".Length]));
        }

        return path switch
        {
            "/external-task/fetchAndLock" => FetchAsync(context),
            "/external-task" => AnswerAsync(context, "[]"),
            "/load" => LoadAsync(context),
            "/finished" => FinishedAsync(context),
            _ => RefuseAsync(context),
        };
    }

    private async Task FetchAsync(HttpContext context)
    {
        var request = FetchRequest.Parse(await BodyAsync(context));
        var tasks = await TakeAsync(request, context.RequestAborted);
        context.Response.ContentType = "application/json";
        TaskWriter.Write(context.Response.BodyWriter, tasks, request.WorkerId, DateTime.UtcNow);
        await context.Response.BodyWriter.FlushAsync();
    }

    private async Task<Range> TakeAsync(FetchRequest request, CancellationToken aborted)
    {
        var loaded = Volatile.Read(ref _loaded).Task;
        var tasks = _backlog.Take(request.WorkerId, request.MaxTasks);
        if (tasks.Start.Value < tasks.End.Value || request.AsyncResponseTimeout == 0)
        {
            return tasks;
        }

        await Task.WhenAny(loaded, Task.Delay(request.AsyncResponseTimeout, aborted));
        return aborted.IsCancellationRequested ? tasks : _backlog.Take(request.WorkerId, request.MaxTasks);
    }

    private async Task CompleteAsync(HttpContext context, int number)
    {
        _backlog.Complete(number, Completion.Parse(await BodyAsync(context)));
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private Task LoadAsync(HttpContext context)
    {
        _backlog = new(int.Parse(context.Request.Query["count"]!, CultureInfo.InvariantCulture));
        Interlocked.Exchange(ref _loaded, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
        return AnswerAsync(context, "");
    }

    private async Task FinishedAsync(HttpContext context)
    {
        await _backlog.Finished.WaitAsync(context.RequestAborted);
        await AnswerAsync(context, string.Create(CultureInfo.InvariantCulture, $"{_backlog.Distinct} {_backlog.Wrong}"));
    }

    private Task RefuseAsync(HttpContext context)
    {
        _backlog.Refuse();
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private static Task AnswerAsync(HttpContext context, string body)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(body);
    }

    private static async Task<byte[]> BodyAsync(HttpContext context)
    {
        var body = new byte[context.Request.ContentLength ?? throw new BadHttpRequestException("A body with a length is needed.")];
        await context.Request.Body.ReadExactlyAsync(body);
        return body;
    }
}

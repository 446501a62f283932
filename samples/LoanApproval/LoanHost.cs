using LoanApproval.Running;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace LoanApproval;

/// <summary>The application as it would run in production: services, the worker, its handlers.</summary>
internal static class LoanHost
{
    public static IHost Build(EngineAccess engine, HandlerWatch watch)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new() { ApplicationName = "loan-approval" });
        builder.Services
            .AddSingleton<ICreditBureau, SimulatedCreditBureau>()
            .AddSingleton<ILoanLedger, LoanLedger>()
            .Configure<ConsoleLifetimeOptions>(console => console.SuppressStatusMessages = true);
        builder.Logging
            .SetMinimumLevel(LogLevel.Debug)
            .AddProvider(watch)
            .AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace)
            .AddFilter<ConsoleLoggerProvider>(null, LogLevel.Error);

        var worker = builder.Services
            .AddCamundaExternalTasks(options => options.BaseAddress = engine.Url)
            .AddHandlers();
        engine.Configure(worker);
        return builder.Build();
    }
}

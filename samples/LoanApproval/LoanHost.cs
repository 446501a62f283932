using LoanApproval.Running;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LoanApproval;

/// <summary>Builds the application as in production: services, the worker and its handlers.</summary>
internal static class LoanHost
{
    public static IHost Build(EngineAccess engine)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new() { ApplicationName = "loan-approval" });
        builder.Services
            .AddSingleton<ICreditBureau, SimulatedCreditBureau>()
            .AddSingleton<ILoanLedger, LoanLedger>()
            .Configure<ConsoleLifetimeOptions>(console => console.SuppressStatusMessages = true);
        builder.Logging
            .SetMinimumLevel(LogLevel.Error) // Retried failures are warnings, and this sample causes dozens.
            .AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);

        var worker = builder.Services
            .AddCamundaExternalTasks(options => options.BaseAddress = engine.Url)
            .AddHandlers();
        engine.Configure(worker);
        return builder.Build();
    }
}

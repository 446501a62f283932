using Acme.Loans;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

var builder = Host.CreateEmptyApplicationBuilder(new() { ApplicationName = "consumer" });
builder.Services.AddSingleton<IScoreService, ScoreService>();
builder.Services
    .AddCamundaExternalTasks(options => options.BaseAddress = new("http://engine.invalid/engine-rest"))
    .AddHandlers()
    .ConfigurePrimaryHttpMessageHandler(services => new CannedEngine(services.GetRequiredService<IHostApplicationLifetime>()));

Console.WriteLine($"constants: {LoanBpmn.Processes.LoanApproval} {LoanBpmn.Topics.CreditScoreChecker} {LoanBpmn.ErrorCodes.CustomerUnknown}");
await builder.Build().RunAsync();

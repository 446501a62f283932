using System.Net;
using System.Text.Json;
using Camunda.ExternalTask.Testing;

namespace LoanApproval.Running;

/// <summary>Receives applications: deploys the model and starts a process instance for each application.</summary>
internal sealed class LoanDesk(EngineClient engine, Screen screen)
{
    private const int Clerks = 8;

    private bool _hasJson = true;

    /// <returns>The id of the process definition.</returns>
    public async Task<string> DeployAsync()
    {
        await engine.GetVersionAsync();
        await using var model = typeof(LoanDesk).Assembly.GetManifestResourceStream("LoanApproval.bpmn")!;
        using var reader = new StreamReader(model);
        var deployment = await engine.DeployAsync("LoanApproval", await reader.ReadToEndAsync());
        return deployment.DefinitionIds.Single();
    }

    public async Task ReceiveAsync(int count, Action received, CancellationToken cancellationToken)
    {
        await ReceiveFirstAsync(cancellationToken);
        received();
        await Parallel.ForAsync(2, count + 1, new ParallelOptions { MaxDegreeOfParallelism = Clerks, CancellationToken = cancellationToken }, async (number, canceled) =>
        {
            await StartAsync(number, canceled);
            received();
        });
    }

    /// <summary>
    /// Starts the first instance, which shows whether the engine supports JSON variables (Spin). If not, applications are sent as text,
    /// which the handlers can also read.
    /// </summary>
    private async Task ReceiveFirstAsync(CancellationToken cancellationToken)
    {
        try
        {
            await StartAsync(1, cancellationToken);
        }
        catch (EngineRequestException refused) when (refused.Status == HttpStatusCode.BadRequest && refused.Message.Contains("'Json'", StringComparison.Ordinal))
        {
            screen.Say("This engine does not support JSON variables (Spin). Applications are sent as text.");
            _hasJson = false;
            await StartAsync(1, cancellationToken);
        }
    }

    private Task StartAsync(int number, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.Serialize(ApplicationMaker.Make(number), LoanJson.Default.Application);
        var variables = new Dictionary<string, object?> { ["application"] = _hasJson ? EngineVariable.Json(json) : json };
        return engine.StartAsync(LoanApprovalBpmn.Processes.LoanApproval, variables, ApplicationMaker.IdOf(number), cancellationToken: cancellationToken);
    }
}

using System.Net;
using System.Text.Json;
using Camunda.ExternalTask.Testing;

namespace LoanApproval.Running;

/// <summary>Where applications come in: deploys the model and starts an instance for each.</summary>
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
        await Parallel.ForAsync(2, count + 1, new ParallelOptions { MaxDegreeOfParallelism = Clerks, CancellationToken = cancellationToken }, async (number, cancelled) =>
        {
            await StartAsync(number, cancelled);
            received();
        });
    }

    /// <summary>The first one shows whether the engine has JSON variables (Spin); without them applications travel as text, which the handlers read as well.</summary>
    private async Task ReceiveFirstAsync(CancellationToken cancellationToken)
    {
        try
        {
            await StartAsync(1, cancellationToken);
        }
        catch (EngineRequestException refused) when (refused.Status == HttpStatusCode.BadRequest && refused.Message.Contains("'Json'", StringComparison.Ordinal))
        {
            screen.Say("This engine has no JSON variables (Spin): applications travel as text.");
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

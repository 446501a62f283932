using Camunda.ExternalTask.Protocol;
using Camunda.ExternalTask.Worker.Core;

namespace Camunda.ExternalTask.Worker.Shell;

/// <content>Sending results.</content>
internal sealed partial class WorkerShell
{
    private async Task SettleAsync(WorkerTask task)
    {
        var process = (task.Run as TaskRun)?.Activity;
        var settle = _reporter.EnterTrace(process);
        EngineError? error;
        var isCaught = false;
        try
        {
            error = await _gateway.SettleAsync(task, CancellationToken.None).ConfigureAwait(false);
            isCaught = error is null && task.Settlement is { Kind: SettlementKind.Failure, Retries: 0 } && await IsCaughtAsync(task).ConfigureAwait(false);
        }
        catch (EngineOutputException exception)
        {
            Feed((task, exception), static (core, now, unwritable) => core.SettleUnwritable(now, unwritable.task, unwritable.exception));
            return;
        }
        catch (Exception exception)
        {
            error = Unexpected(exception);
        }
        finally
        {
            _reporter.StopActivity(settle);
            _reporter.StopActivity(process);
        }

        Feed((task, error, isCaught), static (core, now, answered) => core.SettleAnswered(now, answered.task, answered.error, answered.isCaught));
    }

    /// <summary>
    /// Whether the engine created no incident for a failure without retries. Its response to the failure does not tell. If the question has no answer, an incident
    /// is assumed.
    /// </summary>
    private async Task<bool> IsCaughtAsync(WorkerTask task) => await _gateway.FindAsync(task.Fetched.TaskId).ConfigureAwait(false) is { IsGone: true };
}

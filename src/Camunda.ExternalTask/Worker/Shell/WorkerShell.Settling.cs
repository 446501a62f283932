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
        try
        {
            error = await _gateway.SettleAsync(task, CancellationToken.None).ConfigureAwait(false);
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

        Feed((task, error), static (core, now, answered) => core.SettleAnswered(now, answered.task, answered.error));
    }
}

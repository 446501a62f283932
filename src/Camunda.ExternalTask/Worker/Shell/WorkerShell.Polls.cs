using Camunda.ExternalTask.Diagnostics;
using Camunda.ExternalTask.Http;
using Camunda.ExternalTask.Worker.Core;

namespace Camunda.ExternalTask.Worker.Shell;

/// <content>Sending and aborting polls.</content>
internal sealed partial class WorkerShell
{
    private async Task PollAsync(WorkerPoll poll)
    {
        using var abort = new CancellationTokenSource();
        poll.Abort = abort;
        PollAnswer answer;
        WorkerTracing.Leave();
        _reporter.PollStarted(poll);
        try
        {
            answer = await _gateway.PollAsync(poll, poll.Plan.TopicsJson, poll.Plan.TopicNames, abort.Token).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            answer = new([], null, Unexpected(exception));
        }

        Feed((poll, answer), static (core, now, answered) =>
        {
            answered.poll.Abort = null;
            core.PollAnswered(now, answered.poll, answered.answer);
        });
    }

    private void AbortPoll(WorkerPoll poll)
    {
        if (poll.Abort?.TryCancel() is { } failure)
        {
            _reporter.InternalError(failure);
        }
    }

    private void ChooseBackoff(WorkerPoll poll)
    {
        TimeSpan wait = default;
        Exception? failure = null;
        try
        {
            wait = _core.BackoffStrategy!(poll.Result!);
        }
        catch (Exception exception)
        {
            failure = exception;
        }

        Feed((poll, wait, failure), static (core, now, chosen) => core.BackoffChosen(now, chosen.poll, chosen.wait, chosen.failure));
    }
}

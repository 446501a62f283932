using Camunda.ExternalTask.Hosting;

namespace Camunda.ExternalTask;

/// <content>Settings that change while the process runs.</content>
public sealed partial class ExternalTaskWorker
{
    private void Reload(ExternalTaskWorkerOptions reloaded, string? name)
    {
        if (name != _registration.Name)
        {
            return;
        }

        try
        {
            if (_handlers.Count > 0)
            {
                // The next start would fail.
                WorkerPlanner.Check(_handlers, reloaded, _registration.Section);
            }
        }
        catch (InvalidOperationException exception)
        {
            _registration.ReloadRefused?.Invoke(exception.Message);
            return;
        }

        var settings = new SettingsReload(_registration.Section, _handlers);
        lock (_sync)
        {
            if (reloaded == _options)
            {
                return;
            }

            settings.Apply(_options, reloaded);
            _reporter.Digest.Interval = _options.SummaryInterval;
            _shells.Reload();
        }

        if (settings.HasChanges)
        {
            _reporter.Report(new WorkerEvent(WorkerEventKind.SettingsApplied) { Message = settings.Applied, Pending = settings.Pending });
        }
    }
}

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Camunda.ExternalTask.Hosting;

/// <summary>
/// Tells the options that a worker's section has changed, but only if the new values are valid. Otherwise the options would drop the old values first and then
/// throw, now and at every later use.
/// </summary>
internal sealed class CheckedReload : IOptionsChangeTokenSource<ExternalTaskWorkerOptions>, IDisposable
{
    private readonly WorkerRegistration _registration;
    private readonly IServiceProvider _services;
    private readonly IDisposable _subscription;
    private CancellationTokenSource _changed = new();

    public CheckedReload(WorkerRegistration registration, IConfiguration section, IServiceProvider services)
    {
        _registration = registration;
        _services = services;
        _subscription = ChangeToken.OnChange(section.GetReloadToken, Reloaded);
    }

    public string Name => _registration.Name;

    public IChangeToken GetChangeToken() => new CancellationChangeToken(_changed.Token);

    public void Dispose() => _subscription.Dispose();

    private void Reloaded()
    {
        try
        {
            _services.GetRequiredService<IOptionsFactory<ExternalTaskWorkerOptions>>().Create(Name);
        }
        catch (OptionsValidationException exception)
        {
            _registration.ReloadRefused?.Invoke(string.Join(" ", exception.Failures));
            return;
        }
        catch (Exception exception)
        {
            // The binder names the path of a value that it cannot convert.
            _registration.ReloadRefused?.Invoke(exception.Message);
            return;
        }

        Interlocked.Exchange(ref _changed, new()).Cancel();
    }
}

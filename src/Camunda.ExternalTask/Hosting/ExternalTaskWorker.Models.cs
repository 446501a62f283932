using Camunda.ExternalTask.Client;
using Camunda.ExternalTask.Protocol;
using Microsoft.Extensions.DependencyInjection;

namespace Camunda.ExternalTask;

/// <content>The deployment of models.</content>
public sealed partial class ExternalTaskWorker
{
    /// <summary>
    /// Deploys the models that <c>DeployModels()</c> has added, if they have changed. A host calls it before it starts the worker. Call it yourself before
    /// <see cref="Start"/> if there is no host or <see cref="ExternalTaskWorkerOptions.AutoStart"/> is false.
    /// </summary>
    /// <param name="cancellationToken">Cancels the call. The engine may deploy the models nevertheless.</param>
    /// <exception cref="InvalidOperationException">The engine refused a model; the message has file, line, column and reason. Or an assembly has no models.</exception>
    /// <exception cref="EngineException">The engine could not be reached or refused the call.</exception>
    public async Task DeployModelsAsync(CancellationToken cancellationToken = default)
    {
        if (_registration.Deployments.Count == 0)
        {
            return;
        }

        var http = _services.GetRequiredService<IHttpClientFactory>().CreateClient(_registration.SettlingClient);
        var connection = new EngineConnection(http, _services.GetRequiredService<TimeProvider>());
        var sender = new CallSender(connection, new(_options.RequestTimeout, _options.RequestTimeout, _options.MaxResponseBytes, _options.MaxStringLength));
        foreach (var deployment in _registration.Deployments)
        {
            await deployment.DeployAsync(sender, cancellationToken).ConfigureAwait(false);
        }
    }
}

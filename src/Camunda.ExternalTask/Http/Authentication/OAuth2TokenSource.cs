using Microsoft.Extensions.Logging;

namespace Camunda.ExternalTask.Http.Authentication;

/// <summary>
/// Provides one token for all callers, with at most one token request at a time. The source requests a new token at 80 % of the lifetime,
/// while the old one is still valid, and when the engine refuses the token. After the token endpoint failed or the engine refused a new
/// token, it waits for a back-off delay first.
/// </summary>
internal sealed class OAuth2TokenSource(TokenEndpoint endpoint, Func<OAuth2ClientCredentialsOptions> options, ILogger logger, TimeProvider time)
{
    private const double RefreshShare = 0.8;
    private static readonly TimeSpan FirstBackoff = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MaxBackoff = TimeSpan.FromMinutes(1);

    private readonly Lock _sync = new();
    private readonly long _origin = time.GetTimestamp();
    private AccessToken? _token;
    private TaskCompletionSource<AccessToken>? _request;
    private string _endpoint = "the token endpoint";
    private string _lastError = "";
    private TimeSpan _notBefore;
    private int _failures;
    private volatile int _refusals;

    private TimeSpan Now => time.GetElapsedTime(_origin);

    /// <summary>Returns a token for a request.</summary>
    /// <exception cref="PipelineException">There is no valid token, and the token endpoint does not issue one at present.</exception>
    public async ValueTask<string> GetAsync(CancellationToken cancellationToken)
    {
        TaskCompletionSource<AccessToken>? started = null;
        Task<AccessToken> pending;
        lock (_sync)
        {
            var now = Now;
            if (_token is { } token && token.IsGoodAt(now))
            {
                if (now < token.RefreshAt || _request is not null || now < _notBefore)
                {
                    return token.Value;
                }

                started = Begin();
                pending = Task.FromResult(token);
            }
            else
            {
                if (_request is null)
                {
                    ThrowIfTooSoon(now);
                    started = Begin();
                }

                pending = _request!.Task;
            }
        }

        Run(started);
        return (await AwaitAsync(pending, cancellationToken).ConfigureAwait(false)).Value;
    }

    /// <summary>Returns a replacement for a token that the engine refused.</summary>
    /// <returns>Another token; null if there is none, so that the refusal stands.</returns>
    public async ValueTask<string?> ReplaceAsync(string refused, CancellationToken cancellationToken)
    {
        TaskCompletionSource<AccessToken>? started = null;
        Task<AccessToken> pending;
        lock (_sync)
        {
            if (_token is { } token && token.Value == refused && !token.IsRefused)
            {
                token.IsRefused = true;
                if (_refusals++ > 0)
                {
                    // The engine refuses a new token, too, so expiry is not the cause. More requests would only flood the server.
                    _lastError = "the engine refuses even new tokens; check issuer, audience and scopes";
                    _notBefore = Now + WaitAfter(_refusals);
                    return null;
                }

                started = _request is null && Now >= _notBefore ? Begin() : null;
            }

            if (_request is null)
            {
                return _token is { } current && current.Value != refused && current.IsGoodAt(Now) ? current.Value : null;
            }

            pending = _request.Task;
        }

        if (started is not null)
        {
            AuthenticationLog.TokenRefused(logger);
        }

        Run(started);
        try
        {
            var fresh = (await AwaitAsync(pending, cancellationToken).ConfigureAwait(false)).Value;
            return fresh == refused ? null : fresh;
        }
        catch (PipelineException)
        {
            return null;
        }
    }

    /// <summary>Records that the engine accepted a token.</summary>
    public void Accept()
    {
        if (_refusals > 0)
        {
            _refusals = 0;
        }
    }

    private static async Task<AccessToken> AwaitAsync(Task<AccessToken> pending, CancellationToken cancellationToken)
    {
        try
        {
            return await pending.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception)
        {
            // This exception tells the caller that its own request was never sent.
            throw new PipelineException("The request was not sent: no token was available in time.", exception);
        }
    }

    private static TimeSpan WaitAfter(int failures)
    {
        var bound = Backoff.Bound(failures, FirstBackoff, MaxBackoff);
        return (bound / 2) + (bound / 2 * Random.Shared.NextDouble());
    }

    private void ThrowIfTooSoon(TimeSpan now)
    {
        if (now < _notBefore)
        {
            throw NotSent(_notBefore - now);
        }
    }

    private PipelineException NotSent(TimeSpan wait) =>
        new($"The request was not sent because there is no valid token from {_endpoint}: {_lastError}.") { RetryAfter = wait };

    private TaskCompletionSource<AccessToken> Begin() => _request = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Run(TaskCompletionSource<AccessToken>? request)
    {
        if (request is not null)
        {
            _ = RequestAsync(request);
        }
    }

    private async Task RequestAsync(TaskCompletionSource<AccessToken> request)
    {
        var sentAt = Now;
        try
        {
            var current = options();
            _endpoint = current.TokenEndpoint!.GetLeftPart(UriPartial.Path);
            var (value, lifetime) = await endpoint.RequestAsync(current).ConfigureAwait(false);
            var token = lifetime is { } known
                ? new AccessToken(value, sentAt + (known * RefreshShare), sentAt + known)
                : new AccessToken(value, TimeSpan.MaxValue, TimeSpan.MaxValue);
            lock (_sync)
            {
                _token = token;
                _failures = 0;
                _notBefore = TimeSpan.Zero;
                _request = null;
            }

            AuthenticationLog.TokenObtained(logger, lifetime?.ToString("c") ?? "unknown");
            request.SetResult(token);
        }
        catch (Exception exception)
        {
            Fail(request, exception);
        }
    }

    private void Fail(TaskCompletionSource<AccessToken> request, Exception exception)
    {
        PipelineException failure;
        TimeSpan wait;
        lock (_sync)
        {
            wait = WaitAfter(++_failures);
            if (exception is TokenException { RetryAfter: { } asked } && asked > wait)
            {
                wait = asked;
            }

            _lastError = exception is TokenException ? exception.Message : exception.GetType().Name;
            _notBefore = Now + wait;
            _request = null;
            failure = NotSent(wait);
        }

        AuthenticationLog.TokenFailed(logger, _endpoint, wait, _lastError);
        request.SetException(failure);

        // No request waits for this task if the old token is still valid. Reading the exception marks it as observed.
        _ = request.Task.Exception;
    }
}

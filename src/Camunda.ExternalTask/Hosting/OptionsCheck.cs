using System.Globalization;
using Camunda.ExternalTask.Shared.Notation;
using Camunda.ExternalTask.Tasks;
using Camunda.ExternalTask.Values.Dates;
using Microsoft.Extensions.Options;

namespace Camunda.ExternalTask.Hosting;

/// <summary>Checks a worker's options in code, because validation by attributes uses reflection.</summary>
internal sealed class OptionsCheck(WorkerRegistration registration) : IValidateOptions<ExternalTaskWorkerOptions>
{
    private const int MaxWorkerIdCharacters = 150;
    private static readonly TimeSpan MinLock = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan MaxPollTimeout = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan MinDelay = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan MaxDelay = TimeSpan.FromDays(1);

    public ValidateOptionsResult Validate(string? optionsName, ExternalTaskWorkerOptions options)
    {
        if (optionsName != registration.Name)
        {
            return ValidateOptionsResult.Skip;
        }

        List<string> problems = [.. AddressProblems(options), .. ValueProblems(options), .. BackoffProblems(options.Backoff), .. options.Topics.SelectMany(TopicProblems)];
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems.Select(problem => SettingPath.Complete(registration.Section, problem)));
    }

    private IEnumerable<string> AddressProblems(ExternalTaskWorkerOptions options)
    {
        switch (options.BaseAddress)
        {
            case not null when registration.HasAddressResolver:
                yield return "Both BaseAddress and a base address resolver are set. Remove one of them.";
                break;
            case null when registration.HasAddressResolver:
                break;
            case null:
                yield return "BaseAddress is missing. Set it to the engine's REST address, for example http://localhost:8080/engine-rest.";
                break;
            case { IsAbsoluteUri: false } or { Scheme: not ("http" or "https") }:
                yield return $"BaseAddress '{WithoutUser(options.BaseAddress)}' is not an absolute http or https address.";
                break;
            case { Query.Length: > 0 } or { Fragment.Length: > 0 }:
                yield return $"BaseAddress '{options.BaseAddress.GetLeftPart(UriPartial.Path)}' has a query or a fragment, which no call would send. "
                    + "Remove it; add parameters in an interceptor.";
                break;
            case { UserInfo.Length: > 0 }:
                yield return "BaseAddress contains credentials, which would appear in logs. Use UseBasicAuthentication instead.";
                break;
            case { Scheme: "http", IsLoopback: false } when registration.HasCredentials && !options.AllowInsecureCredentials:
                yield return $"Credentials would be sent over plain HTTP to '{options.BaseAddress.Host}'. Use https, or set AllowInsecureCredentials.";
                break;
        }
    }

    private static string WithoutUser(Uri address) =>
        address.IsAbsoluteUri && address.UserInfo.Length > 0
            ? address.GetComponents(UriComponents.AbsoluteUri & ~UriComponents.UserInfo, UriFormat.UriEscaped)
            : address.ToString();

    private static IEnumerable<string> ValueProblems(ExternalTaskWorkerOptions options)
    {
        if (options.WorkerId is { } id && (string.IsNullOrWhiteSpace(id) || id.Length > MaxWorkerIdCharacters || id.Any(char.IsControl)))
        {
            yield return $"WorkerId has {id.Length} characters; it must have 1 to {MaxWorkerIdCharacters}, not all of them blank, and no control characters.";
        }

        if (options.MaxConcurrency < 1)
        {
            yield return $"MaxConcurrency is {options.MaxConcurrency}; it must be at least 1.";
        }

        if (options.LockDuration < MinLock)
        {
            yield return $"LockDuration is {options.LockDuration}; it must be at least {MinLock}, because shorter locks can expire before they are extended.";
        }

        if (options.FetchLockDuration < MinLock)
        {
            yield return $"FetchLockDuration is {options.FetchLockDuration}; it must be at least {MinLock}, or the worker cannot extend the lock in time.";
        }

        if (options.PollTimeout < TimeSpan.Zero || options.PollTimeout > MaxPollTimeout)
        {
            yield return $"PollTimeout is {options.PollTimeout}; it must be between zero and {MaxPollTimeout}.";
        }

        if (options.PollInterval < TimeSpan.Zero || options.PollInterval > MaxDelay)
        {
            yield return $"PollInterval is {options.PollInterval}; it must be between zero and {MaxDelay}.";
        }

        if (options.RequestTimeout <= TimeSpan.Zero)
        {
            yield return $"RequestTimeout is {options.RequestTimeout}; it must be positive.";
        }

        if (options.ShutdownGrace < TimeSpan.Zero)
        {
            yield return $"ShutdownGrace is {options.ShutdownGrace}; it must not be negative.";
        }

        if (options.SummaryInterval < TimeSpan.Zero || options.SummaryInterval > MaxDelay)
        {
            yield return $"SummaryInterval is {options.SummaryInterval}; it must be between zero (no summaries) and {MaxDelay}.";
        }

        if (options.TraceVariable is { } trace && string.IsNullOrWhiteSpace(trace))
        {
            yield return "TraceVariable is blank. Set it to the name of a process variable, for example traceparent, or remove it.";
        }

        foreach (var problem in RunProblems("", options.LongRunningAfter, options.MaxDuration))
        {
            yield return problem;
        }

        if (options.MaxStringLength < 1)
        {
            yield return $"MaxStringLength is {options.MaxStringLength}; it must be at least 1.";
        }

        if (options.MaxResponseBytes < 64 * 1024)
        {
            yield return $"MaxResponseBytes is {options.MaxResponseBytes}; it must be at least 65536 (64 KiB).";
        }

        if (EngineDateFormat.ProblemOf(options.DateFormat) is { } dateProblem)
        {
            yield return dateProblem;
        }

        if (RetryCycleProblem(options.RetryCycle) is { } cycleProblem)
        {
            yield return cycleProblem;
        }
    }

    private static IEnumerable<string> RunProblems(string path, TimeSpan? longRunningAfter, TimeSpan? maxDuration)
    {
        if (longRunningAfter < TimeSpan.Zero)
        {
            yield return $"{path}LongRunningAfter is {longRunningAfter}; it must not be negative. Zero turns the report off.";
        }

        if (maxDuration <= TimeSpan.Zero)
        {
            yield return $"{path}MaxDuration is {maxDuration}; it must be positive. Remove it if handlers have no limit.";
        }
    }

    private static IEnumerable<string> BackoffProblems(BackoffOptions backoff)
    {
        if (backoff.InitialDelay < MinDelay)
        {
            yield return $"Backoff:InitialDelay is {backoff.InitialDelay}; it must be at least {MinDelay}.";
        }

        if (backoff.MaxDelay < backoff.InitialDelay || backoff.MaxDelay > MaxDelay)
        {
            yield return $"Backoff:MaxDelay is {backoff.MaxDelay}; it must be between InitialDelay ({backoff.InitialDelay}) and {MaxDelay}.";
        }

        if (!(backoff.Factor >= 1) || double.IsInfinity(backoff.Factor))
        {
            yield return $"Backoff:Factor is {backoff.Factor.ToString(CultureInfo.InvariantCulture)}; it must be a finite number of at least 1.";
        }
    }

    private static IEnumerable<string> TopicProblems(KeyValuePair<string, TopicOptions> topic)
    {
        if (topic.Value.LockDuration < MinLock)
        {
            yield return $"Topics:{topic.Key}:LockDuration is {topic.Value.LockDuration}; it must be at least {MinLock}.";
        }

        if (topic.Value.MaxConcurrency < 0)
        {
            yield return $"Topics:{topic.Key}:MaxConcurrency is {topic.Value.MaxConcurrency}; it must not be negative.";
        }

        if (topic.Value.RetryCycle is { } cycle && RetryCycleProblem(cycle) is { } problem)
        {
            yield return $"Topics:{topic.Key}:{problem}";
        }

        foreach (var runProblem in RunProblems($"Topics:{topic.Key}:", topic.Value.LongRunningAfter, topic.Value.MaxDuration))
        {
            yield return runProblem;
        }

        foreach (var filterProblem in FilterProblems(topic.Value))
        {
            yield return $"Topics:{topic.Key}:{filterProblem}";
        }
    }

    private static IEnumerable<string> FilterProblems(TopicOptions topic)
    {
        (string Name, string? Value)[] texts =
        [
            (nameof(topic.ProcessDefinitionId), topic.ProcessDefinitionId),
            (nameof(topic.ProcessDefinitionKey), topic.ProcessDefinitionKey),
            (nameof(topic.ProcessDefinitionVersionTag), topic.ProcessDefinitionVersionTag),
            (nameof(topic.BusinessKey), topic.BusinessKey),
        ];
        (string Name, IList<string>? Values)[] lists =
        [
            (nameof(topic.ProcessDefinitionIdIn), topic.ProcessDefinitionIdIn),
            (nameof(topic.ProcessDefinitionKeyIn), topic.ProcessDefinitionKeyIn),
            (nameof(topic.TenantIdIn), topic.TenantIdIn),
        ];
        return
        [
            .. texts.Select(static text => FilterCheck.ProblemOf(text.Name, text.Value)).OfType<string>(),
            .. lists
                .Select(static list => FilterCheck.ProblemOf(
                    list.Name, list.Values?.AsReadOnly(), list.Name == nameof(TopicOptions.TenantIdIn) ? TopicFilter.WithoutTenant : null))
                .OfType<string>(),
        ];
    }

    private static string? RetryCycleProblem(string? cycle) =>
        RetryCycleNotation.TryParse(cycle, out _) ? null : $"{nameof(RetryCycle)} {RetryCycleNotation.Problem(cycle)}";
}

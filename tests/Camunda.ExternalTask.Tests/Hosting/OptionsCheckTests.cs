using Camunda.ExternalTask.Hosting;

namespace Camunda.ExternalTask.Tests.Hosting;

public class OptionsCheckTests
{
    private readonly WorkerRegistration _registration = new("");
    private readonly OptionsCheck _check;

    public OptionsCheckTests() => _check = new(_registration);

    public static TheoryData<Action<ExternalTaskWorkerOptions>, string> Mistakes => new()
    {
        { options => options.BaseAddress = null, "BaseAddress is missing" },
        { options => options.BaseAddress = new("/engine-rest", UriKind.Relative), "not an absolute" },
        { options => options.BaseAddress = new("ftp://host/engine-rest"), "not an absolute" },
        { options => options.BaseAddress = new("http://demo:secret@localhost/engine-rest"), "UseBasicAuthentication" },
        { options => options.BaseAddress = new("http://localhost/engine-rest?tenant=a"), "has a query or a fragment" },
        { options => options.BaseAddress = new("http://localhost/engine-rest#a"), "has a query or a fragment" },
        { options => options.BaseAddress = new("ftp://demo:secret@host/engine-rest"), "'ftp://host/engine-rest' is not an absolute" },
        { options => options.FetchLockDuration = TimeSpan.FromSeconds(1), "FetchLockDuration" },
        { options => options.MaxStringLength = 0, "MaxStringLength" },
        { options => options.WorkerId = " ", "WorkerId" },
        { options => options.WorkerId = new string('x', 151), "WorkerId" },
        { options => options.WorkerId = "a\nb", "WorkerId" },
        { options => options.MaxConcurrency = 0, "MaxConcurrency" },
        { options => options.LockDuration = TimeSpan.FromSeconds(1), "LockDuration" },
        { options => options.PollTimeout = TimeSpan.FromMinutes(31), "PollTimeout" },
        { options => options.PollInterval = TimeSpan.FromSeconds(-1), "PollInterval" },
        { options => options.Backoff.InitialDelay = TimeSpan.Zero, "Backoff:InitialDelay" },
        { options => options.Backoff.MaxDelay = TimeSpan.FromMilliseconds(99), "Backoff:MaxDelay" },
        { options => options.Backoff.MaxDelay = TimeSpan.FromDays(2), "Backoff:MaxDelay" },
        { options => options.Backoff.Factor = 0.5, "Backoff:Factor" },
        { options => options.Backoff.Factor = double.NaN, "Backoff:Factor" },
        { options => options.RequestTimeout = TimeSpan.Zero, "RequestTimeout" },
        { options => options.ShutdownGrace = TimeSpan.FromSeconds(-1), "ShutdownGrace" },
        { options => options.MaxResponseBytes = 10, "MaxResponseBytes" },
        { options => options.RetryCycle = "soon", "RetryCycle 'soon' is not a retry cycle" },
        { options => options.DateFormat = "dd MMM yyyy HH:mm:ss", "DateFormat 'dd MMM yyyy HH:mm:ss' has the letter 'M' 3 times" },
        { options => options.DateFormat = "yyyy-MM-dd hh:mm:ss a", "supported are y, M, d, H, m, s, S, Z and X" },
        { options => options.Topics["t"] = new() { LockDuration = TimeSpan.Zero }, "Topics:t:LockDuration" },
        { options => options.Topics["t"] = new() { RetryCycle = "soon" }, "Topics:t:RetryCycle 'soon' is not a retry cycle" },
        { options => options.Topics["t"] = new() { MaxConcurrency = -1 }, "Topics:t:MaxConcurrency" },
        { options => options.Topics["t"] = new() { BusinessKey = " " }, "Topics:t:BusinessKey is blank" },
        { options => options.Topics["t"] = new() { TenantIdIn = [] }, "Topics:t:TenantIdIn is empty" },
        { options => options.Topics["t"] = new() { ProcessDefinitionKeyIn = ["a", ""] }, "Topics:t:ProcessDefinitionKeyIn has a null or blank entry" },
    };

    [Fact]
    public void The_defaults_with_an_address_are_valid() => Assert.True(_check.Validate("", Options()).Succeeded);

    [Theory]
    [MemberData(nameof(Mistakes))]
    [Trait("Situation", "69")]
    [Trait("Situation", "78")]
    public void Case003_and_005_An_invalid_option_is_named(Action<ExternalTaskWorkerOptions> make, string message)
    {
        var options = Options();
        make(options);

        Assert.Contains(message, _check.Validate("", options).FailureMessage);
    }

    [Fact]
    [Trait("Security", "S3")]
    public void The_message_does_not_contain_the_password_of_an_address()
    {
        var options = Options();
        options.BaseAddress = new("http://demo:secret@localhost/engine-rest");

        Assert.DoesNotContain("secret", _check.Validate("", options).FailureMessage);
    }

    [Fact]
    [Trait("Security", "S2")]
    public void Credentials_over_plain_HTTP_are_rejected_unless_allowed()
    {
        var options = Options();
        options.BaseAddress = new("http://far.example/engine-rest");
        _registration.HasCredentials = true;
        Assert.Contains("plain HTTP to 'far.example'", _check.Validate("", options).FailureMessage);

        options.AllowInsecureCredentials = true;
        Assert.True(_check.Validate("", options).Succeeded);
    }

    [Fact]
    public void A_resolver_replaces_the_address_and_conflicts_with_one()
    {
        _registration.HasAddressResolver = true;
        Assert.True(_check.Validate("", new()).Succeeded);

        Assert.Contains("Remove one of them", _check.Validate("", Options()).FailureMessage);
    }

    private static ExternalTaskWorkerOptions Options() => new() { BaseAddress = new("http://localhost:8080/engine-rest") };
}

using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Camunda.ExternalTask.Tests.Hosting;

public class ConfigurationTests
{
    [Fact]
    public void Everything_that_configuration_can_say_arrives()
    {
        var options = Bind("""
            {
              "BaseAddress": "https://engine.example/engine-rest", "WorkerId": "w", "MaxConcurrency": 3, "LockDuration": "00:02:00", "RetryCycle": "R2/PT1S",
              "PollTimeout": "00:00:07", "RequestTimeout": "00:00:08", "ShutdownGrace": "00:00:09", "UsePriority": false, "IncludeStackTrace": false,
              "MaxResponseBytes": 100000, "AllowInsecureCredentials": true,
              "Topics": {
                "creditScoreChecker": {
                  "LockDuration": "00:05:00", "RetryCycle": "PT1M", "MaxConcurrency": 2, "ProcessDefinitionId": "id", "ProcessDefinitionIdIn": ["a", "b"], "ProcessDefinitionKey": "key",
                  "ProcessDefinitionKeyIn": ["c"], "ProcessDefinitionVersionTag": "tag", "BusinessKey": "bk", "TenantIdIn": ["t"], "WithoutTenantId": true, "LocalVariables": true
                }
              }
            }
            """);

        Assert.Equal("https://engine.example/engine-rest", options.BaseAddress!.OriginalString);
        Assert.Equal(("w", 3, "R2/PT1S", 100000), (options.WorkerId, options.MaxConcurrency, options.RetryCycle, options.MaxResponseBytes));
        Assert.Equal([120, 7, 8, 9], new[] { options.LockDuration, options.PollTimeout, options.RequestTimeout, options.ShutdownGrace }.Select(time => time.TotalSeconds));
        Assert.Equal((false, false, true), (options.UsePriority, options.IncludeStackTrace, options.AllowInsecureCredentials));
        var topic = Assert.Single(options.Topics);
        Assert.Equal("creditScoreChecker", topic.Key);
        Assert.Equal((TimeSpan.FromMinutes(5), "PT1M", 2), (topic.Value.LockDuration, topic.Value.RetryCycle, topic.Value.MaxConcurrency));
        var filter = topic.Value.Override(TopicFilter.None);
        Assert.Equal(["a", "b"], filter.ProcessDefinitionIdIn!);
        Assert.Equal(["c"], filter.ProcessDefinitionKeyIn!);
        Assert.Equal(["t"], filter.TenantIdIn!);
        Assert.Equal(("id", "key", "tag", "bk"), (filter.ProcessDefinitionId, filter.ProcessDefinitionKey, filter.ProcessDefinitionVersionTag, filter.BusinessKey));
        Assert.True(filter is { WithoutTenantId: true, LocalVariables: true });
    }

    [Theory]
    [InlineData("""{ "BaseAddress": "http://localhost/", "LockDuraton": "00:01:00" }""", "LockDuraton")]
    [InlineData("""{ "BaseAddress": "http://localhost/", "Topics": { "t": { "BusinesKey": "1" } } }""", "BusinesKey")]
    [InlineData("""{ "BaseAddress": "http://localhost/", "HasCredentials": true }""", "HasCredentials")]
    [InlineData("""{ "BaseAddress": "http://localhost/", "Topics": { "t": { "TenantIdIn": [] } } }""", "Topics:t:TenantIdIn is empty")]
    [InlineData("""{ "BaseAddress": "http://localhost/", "Topics": { "t": { "ProcessDefinitionKeyIn": "a" } } }""", "Topics:t:ProcessDefinitionKeyIn is empty or no list")]
    [InlineData("""{ "BaseAddress": "http://localhost/", "Topics": { "t": { "LockDuration": "soon" } } }""", "LockDuration")]
    public void A_mistake_is_named(string json, string named)
    {
        var exception = Assert.ThrowsAny<Exception>(() => Bind(json));

        Assert.Contains(named, exception.ToString());
    }

    [Fact]
    public void Code_wins_over_configuration() =>
        Assert.Equal(5, Bind("""{ "BaseAddress": "http://localhost/", "MaxConcurrency": 3 }""", options => options.MaxConcurrency = 5).MaxConcurrency);

    [Fact]
    public void Two_workers_have_a_section_each()
    {
        var services = new ServiceCollection();
        services.AddCamundaExternalTasks("one", Configuration("""{ "BaseAddress": "http://localhost/1" }"""));
        services.AddCamundaExternalTasks("two", Configuration("""{ "BaseAddress": "http://localhost/2" }"""));
        using var provider = services.BuildServiceProvider();
        var options = provider.GetRequiredService<IOptionsMonitor<ExternalTaskWorkerOptions>>();

        Assert.Equal(["/1", "/2"], new[] { options.Get("one"), options.Get("two") }.Select(one => one.BaseAddress!.AbsolutePath));
    }

    private static ExternalTaskWorkerOptions Bind(string json, Action<ExternalTaskWorkerOptions>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddCamundaExternalTasks(Configuration(json), configure);
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptionsMonitor<ExternalTaskWorkerOptions>>().CurrentValue;
    }

    private static IConfiguration Configuration(string json) => new ConfigurationBuilder().AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(json))).Build();
}

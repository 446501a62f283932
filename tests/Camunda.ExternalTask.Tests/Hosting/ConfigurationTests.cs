using System.Globalization;
using System.Text;
using Camunda.ExternalTask.Hosting;
using Camunda.ExternalTask.Tests.Repository;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Camunda.ExternalTask.Tests.Hosting;

public class ConfigurationTests
{
    [Fact]
    public void All_options_can_be_set_by_configuration()
    {
        var options = Bind("""
            {
              "BaseAddress": "https://engine.example/engine-rest", "WorkerId": "w", "MaxConcurrency": 3, "LockDuration": "00:02:00", "RetryCycle": "R2/PT1S",
              "PollTimeout": "00:00:07", "RequestTimeout": "00:00:08", "ShutdownGrace": "00:00:09", "UsePriority": false, "IncludeStackTrace": false,
              "PollInterval": "00:00:02", "AutoStart": false, "Backoff": { "InitialDelay": "PT0.5S", "Factor": 1.5, "MaxDelay": "00:01:00", "Jitter": false },
              "MaxResponseBytes": 100000, "AllowInsecureCredentials": true, "DateFormat": "yyyy-MM-dd'T'HH:mm:ss",
              "Topics": {
                "creditScoreChecker": {
                  "LockDuration": "00:05:00", "RetryCycle": "PT1M", "MaxConcurrency": 2, "AutoOpen": false, "ProcessDefinitionId": "id", "ProcessDefinitionIdIn": ["a", "b"], "ProcessDefinitionKey": "key",
                  "ProcessDefinitionKeyIn": ["c"], "ProcessDefinitionVersionTag": "tag", "BusinessKey": "bk", "TenantIdIn": ["t"], "WithoutTenantId": true, "LocalVariables": true,
                  "DeserializeValues": true
                }
              }
            }
            """);

        Assert.Equal("https://engine.example/engine-rest", options.BaseAddress!.OriginalString);
        Assert.Equal(("w", 3, "R2/PT1S", 100000), (options.WorkerId, options.MaxConcurrency, options.RetryCycle, options.MaxResponseBytes));
        Assert.Equal("yyyy-MM-dd'T'HH:mm:ss", options.DateFormat);
        Assert.Equal([120, 7, 8, 9], new[] { options.LockDuration, options.PollTimeout, options.RequestTimeout, options.ShutdownGrace }.Select(time => time.TotalSeconds));
        Assert.Equal((false, false, true), (options.UsePriority, options.IncludeStackTrace, options.AllowInsecureCredentials));
        Assert.Equal((TimeSpan.FromSeconds(2), false), (options.PollInterval, options.AutoStart));
        Assert.Equal(
            (TimeSpan.FromMilliseconds(500), 1.5, TimeSpan.FromMinutes(1), false), (options.Backoff.InitialDelay, options.Backoff.Factor, options.Backoff.MaxDelay, options.Backoff.Jitter));
        var topic = Assert.Single(options.Topics);
        Assert.Equal("creditScoreChecker", topic.Key);
        Assert.Equal((TimeSpan.FromMinutes(5), "PT1M", 2, false), (topic.Value.LockDuration, topic.Value.RetryCycle, topic.Value.MaxConcurrency, topic.Value.AutoOpen));
        var filter = topic.Value.Override(TopicFilter.None);
        Assert.Equal(["a", "b"], filter.ProcessDefinitionIdIn!);
        Assert.Equal(["c"], filter.ProcessDefinitionKeyIn!);
        Assert.Equal(["t"], filter.TenantIdIn!);
        Assert.Equal(("id", "key", "tag", "bk"), (filter.ProcessDefinitionId, filter.ProcessDefinitionKey, filter.ProcessDefinitionVersionTag, filter.BusinessKey));
        Assert.True(filter is { WithoutTenantId: true, LocalVariables: true });
        Assert.True(topic.Value.DeserializeValues);
    }

    [Fact]
    public void Topics_are_found_without_regard_to_case() =>
        Assert.Equal(7, Bind("""{ "BaseAddress": "http://localhost/", "TOPICS": { "CREDITSCORECHECKER": { "MAXCONCURRENCY": 7 } } }""").Topics["creditScoreChecker"].MaxConcurrency);

    [Fact]
    public void Every_option_that_a_configuration_can_set_is_a_known_key()
    {
        Assert.Equal(KeysOf<ExternalTaskWorkerOptions>(nameof(ExternalTaskWorkerOptions.NonRetryableExceptions)), SectionKeys.OfWorker.Order());
        Assert.Equal(KeysOf<BackoffOptions>(nameof(BackoffOptions.Strategy)), SectionKeys.OfBackoff.Order());
        Assert.Equal(KeysOf<TopicOptions>("ProcessVariables"), SectionKeys.OfTopic.Order());
    }

    [Fact]
    public void The_guide_has_a_row_for_every_key()
    {
        var guide = File.ReadAllLines(Path.Combine(RepositoryRoot.Folder, "docs", "configuration.md"));
        var rows = guide.Where(line => line.StartsWith("| `")).Select(line => line.Split('`')[1]);

        Assert.Equal([.. SectionKeys.OfWorker, .. SectionKeys.OfBackoff.Select(key => $"Backoff:{key}"), .. SectionKeys.OfTopic.Select(key => $"Topics:{{topic}}:{key}"), .. ConfiguredCredentials.Keys.Select(key => $"Authentication:{key}")], rows);
    }

    [Fact]
    public void The_guide_has_the_default_of_every_key()
    {
        var cells = File.ReadAllLines(Path.Combine(RepositoryRoot.Folder, "docs", "configuration.md"))
            .Where(static line => line.StartsWith("| `", StringComparison.Ordinal))
            .ToDictionary(static line => line.Split('`')[1], static line => line.Split('|')[2].Trim());

        Check(new ExternalTaskWorkerOptions(), SectionKeys.OfWorker.Except(SectionKeys.Sections), "");
        Check(new BackoffOptions(), SectionKeys.OfBackoff, "Backoff:");
        Check(new TopicOptions(), SectionKeys.OfTopic, "Topics:{topic}:");

        void Check<TOptions>(TOptions options, IEnumerable<string> keys, string path)
        {
            foreach (var key in keys)
            {
                var (cell, value) = (cells[path + key], typeof(TOptions).GetProperty(key)!.GetValue(options));
                Assert.True(IsDefault(cell, value), $"{path}{key} has the default '{value ?? "null"}', but the guide says '{cell}'.");
            }
        }
    }

    private static bool IsDefault(string cell, object? value) => value switch
    {
        null => cell is "required" or "none" or "no limit" or "name, machine and process" || cell.StartsWith("attribute", StringComparison.Ordinal) || cell == "worker",
        TimeSpan time => cell.Split(' ') switch
        {
            ["0"] => time == TimeSpan.Zero,
            [var number, "ms"] => time == TimeSpan.FromMilliseconds(int.Parse(number, CultureInfo.InvariantCulture)),
            [var number, "s"] => time == TimeSpan.FromSeconds(int.Parse(number, CultureInfo.InvariantCulture)),
            [var number, "min"] => time == TimeSpan.FromMinutes(int.Parse(number, CultureInfo.InvariantCulture)),
            _ => false,
        },
        bool flag => cell == (flag ? "true" : "false"),
        int number => cell == number.ToString("N0", CultureInfo.InvariantCulture),
        string text => cell == $"`{text}`",
        _ => cell == string.Create(CultureInfo.InvariantCulture, $"{value}"),
    };

    private static IEnumerable<string> KeysOf<TOptions>(params string[] onlyInCode) =>
        typeof(TOptions).GetProperties().Select(property => property.Name).Except(onlyInCode).Order();

    [Theory]
    [InlineData("""{ "BaseAddress": "http://localhost/", "LockDuraton": "00:01:00" }""", "The configuration key 'LockDuraton' is unknown. Did you mean 'LockDuration'?")]
    [InlineData("""{ "BaseAddress": "http://localhost/", "Backoff": { "Delay": "1" } }""", "The configuration key 'Backoff:Delay' is unknown. Known keys: InitialDelay, Factor, MaxDelay, Jitter.")]
    [InlineData("""{ "BaseAddress": "http://localhost/", "Backoff": "5s" }""", "The configuration key 'Backoff' is a value, but must be a section, for example Backoff:MaxDelay.")]
    [InlineData("""{ "BaseAddress": "http://localhost/", "RetryCycle": ["PT1M"] }""", "The configuration key 'RetryCycle' is a list or a section, but must be a single value.")]
    [InlineData("""{ "BaseAddress": "http://localhost/", "Topics": { "t": { "BusinessKey": ["1"] } } }""", "'Topics:t:BusinessKey' is a list or a section")]
    [InlineData("""{ "BaseAddress": "http://localhost/", "Topics": { "t": { "BusinesKey": "1" } } }""", "BusinesKey")]
    [InlineData("""{ "BaseAddress": "http://localhost/", "HasCredentials": true }""", "HasCredentials")]
    [InlineData("""{ "BaseAddress": "http://localhost/", "Topics": { "t": { "TenantIdIn": [] } } }""", "Topics:t:TenantIdIn is empty")]
    [InlineData("""{ "BaseAddress": "http://localhost/", "Topics": { "t": { "ProcessDefinitionKeyIn": "a" } } }""", "Topics:t:ProcessDefinitionKeyIn is empty or not a list")]
    [InlineData("""{ "BaseAddress": "http://localhost/", "Topics": { "t": { "LockDuration": "soon" } } }""", "LockDuration")]
    [InlineData("""{ "BaseAddress": "http://localhost/", "LockDuration": "30" }""", "LockDuration is '30', which .NET reads as days. Write 00:00:30 (or PT30S) for 30 seconds.")]
    [InlineData("""{ "BaseAddress": "http://localhost/", "pollTimeout": 90 }""", "PollTimeout is '90', which .NET reads as days. Write 00:01:30 (or PT90S) for 90 seconds.")]
    [InlineData("""{ "BaseAddress": "http://localhost/", "ShutdownGrace": "-1" }""", "ShutdownGrace is '-1', which .NET reads as days. Write it as 00:00:30 or PT30S")]
    [InlineData("""{ "BaseAddress": "http://localhost/", "Topics": { "t": { "LockDuration": 30 } } }""", "Topics:t:LockDuration is '30', which .NET reads as days. Write 00:00:30")]
    [InlineData("""{ "BaseAddress": "http://localhost/", "Backoff": { "MaxDelay": 30 } }""", "Backoff:MaxDelay is '30', which .NET reads as days")]
    [InlineData("""{ "BaseAddress": "http://localhost/", "Backoff": { "Strategy": "mine" } }""", "Strategy")]
    [InlineData("""{ "BaseAddress": "http://localhost/", "Backoff": { "Maximum": 30 } }""", "Maximum")]
    [InlineData("""{ "BaseAddress": "http://localhost/", "LockDuration": "P1M" }""", "LockDuration")]
    [InlineData("""{ "BaseAddress": "http://localhost/", "Topics": "creditScoreChecker" }""", "Topics is the value 'creditScoreChecker'. It must be a section")]
    [InlineData("""{ "BaseAddress": "http://localhost/", "Topics": ["creditScoreChecker"] }""", "Topics:0 is the value 'creditScoreChecker'. It must be a section")]
    [InlineData("""{ "BaseAddress": "http://localhost/", "Topics": { "t": "00:00:30" } }""", "Topics:t is the value '00:00:30'. It must be a section")]
    public void A_mistake_in_the_configuration_is_named(string json, string named)
    {
        var exception = Assert.ThrowsAny<Exception>(() => Bind(json));

        Assert.Contains(named, exception.ToString());
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("[null]")]
    [InlineData("[\"\"]")]
    [InlineData("[\"a\", \" \"]")]
    [InlineData("[\"a\", null]")]
    [InlineData("{}")]
    [InlineData("\"a\"")]
    [InlineData("\"\"")]
    public void A_configured_filter_list_must_have_values(string list)
    {
        foreach (var name in (string[])[nameof(TopicOptions.TenantIdIn), nameof(TopicOptions.ProcessDefinitionKeyIn), nameof(TopicOptions.ProcessDefinitionIdIn)])
        {
            var exception = Assert.ThrowsAny<Exception>(() => Bind($$"""{ "BaseAddress": "http://localhost/", "Topics": { "t": { "{{name}}": {{list}} } } }"""));

            Assert.Contains($"Topics:t:{name} ", exception.ToString());
        }
    }

    [Fact]
    public void Durations_can_be_written_as_in_attributes_and_models()
    {
        var options = Bind("""
            {
              "BaseAddress": "http://localhost/", "LockDuration": "PT2M", "PollTimeout": "PT1.5S", "requestTimeout": " PT8S ", "ShutdownGrace": "PT0S",
              "Topics": { "P1D": { "LockDuration": "P1DT1H", "BusinessKey": "PT1S" } }
            }
            """);

        Assert.Equal([120, 1.5, 8, 0], new[] { options.LockDuration, options.PollTimeout, options.RequestTimeout, options.ShutdownGrace }.Select(time => time.TotalSeconds));
        Assert.Equal((TimeSpan.FromHours(25), "PT1S"), (options.Topics["P1D"].LockDuration, options.Topics["P1D"].BusinessKey));
    }

    [Fact]
    public void Every_duration_option_has_a_duration_key()
    {
        Assert.Equal(DurationsOf(typeof(ExternalTaskWorkerOptions)), DurationKeys.OfWorker.Order());
        Assert.Equal(DurationsOf(typeof(TopicOptions)), DurationKeys.OfTopic);
        Assert.Equal(DurationsOf(typeof(BackoffOptions)), DurationKeys.OfBackoff.Order());

        static IEnumerable<string> DurationsOf(Type type) => type.GetProperties()
            .Where(property => (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) == typeof(TimeSpan))
            .Select(property => property.Name)
            .Order();
    }

    [Fact]
    public void A_changed_section_is_read_again()
    {
        var source = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["w:BaseAddress"] = "http://localhost/", ["w:LockDuration"] = "PT1M" }).Build();
        var services = new ServiceCollection();
        services.AddCamundaExternalTasks(source.GetSection("w"));
        using var provider = services.BuildServiceProvider();
        var options = provider.GetRequiredService<IOptionsMonitor<ExternalTaskWorkerOptions>>();
        Assert.Equal(TimeSpan.FromMinutes(1), options.CurrentValue.LockDuration);

        source["w:LockDuration"] = "PT2M";
        source.Reload();

        Assert.Equal(TimeSpan.FromMinutes(2), options.CurrentValue.LockDuration);
    }

    [Fact]
    public void Code_overrides_configuration() =>
        Assert.Equal(5, Bind("""{ "BaseAddress": "http://localhost/", "MaxConcurrency": 3 }""", options => options.MaxConcurrency = 5).MaxConcurrency);

    [Fact]
    public void Each_worker_has_its_own_section()
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

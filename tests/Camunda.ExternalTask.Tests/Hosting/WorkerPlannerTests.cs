using System.Text;
using Camunda.ExternalTask.Hosting;
using Camunda.ExternalTask.Tasks;

namespace Camunda.ExternalTask.Tests.Hosting;

public class WorkerPlannerTests
{
    private readonly ExternalTaskWorkerOptions _options = new() { MaxConcurrency = 8 };

    [Fact]
    public void Topics_without_a_limit_share_a_poll()
    {
        var groups = WorkerPlanner.Groups([Handler("a"), Handler("b"), Handler("slow", d => d with { MaxConcurrency = 2 })], _options);

        Assert.Equal(["default", "slow"], groups.Select(group => group.Name));
        Assert.Equal([8, 2], groups.Select(group => group.Slots));
        Assert.Equal(["a", "b"], groups[0].TopicNames);
    }

    [Fact]
    public void A_topic_with_two_filters_has_two_polls_because_the_engine_uses_only_the_last()
    {
        var groups = WorkerPlanner.Groups(
            [Handler("a", d => d with { Filter = new() { BusinessKey = "1" } }), Handler("a", d => d with { Filter = new() { BusinessKey = "2" } })], _options);

        Assert.Equal(2, groups.Count);
        Assert.Contains("\"businessKey\":\"1\"", Encoding.UTF8.GetString(groups[0].TopicsJson));
        Assert.Contains("\"businessKey\":\"2\"", Encoding.UTF8.GetString(groups[1].TopicsJson));
    }

    [Fact]
    [Trait("Situation", "70")]
    public void Case009_Two_handlers_of_the_same_topic_are_rejected_and_named()
    {
        var exception = Assert.Throws<InvalidOperationException>(() => WorkerPlanner.Check([Handler("a", d => d with { Name = "One" }), Handler("a", d => d with { Name = "Two" })], _options));

        Assert.Contains("One and Two", exception.Message);
    }

    [Fact]
    public void Configuration_overrides_the_handler_and_the_handler_overrides_the_worker()
    {
        _options.Topics["a"] = new() { LockDuration = TimeSpan.FromMinutes(9), RetryCycle = "R5/PT1S", MaxConcurrency = 3 };
        var groups = WorkerPlanner.Groups(
            [Handler("a", d => d with { LockDuration = TimeSpan.FromMinutes(1) }), Handler("b", d => d with { LockDuration = TimeSpan.FromMinutes(2) }), Handler("c")], _options);

        var a = groups.Single(group => group.Name == "a");
        Assert.Equal((3, TimeSpan.FromMinutes(9), 4), (a.Slots, a.Subscriptions[0].LockDuration, a.Subscriptions[0].RetryCycle.Retries));
        Assert.Equal([TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(60)], groups[0].Subscriptions.Select(subscription => subscription.LockDuration));
    }

    [Fact]
    public void A_configured_filter_overrides_only_the_members_that_it_sets()
    {
        _options.Topics["a"] = new() { BusinessKey = "configured", TenantIdIn = ["t1"], WithoutTenantId = false };
        var groups = WorkerPlanner.Groups([Handler("a", d => d with { Filter = new() { BusinessKey = "attribute", ProcessDefinitionKey = "kept", WithoutTenantId = true } })], _options);

        Assert.Equal(
            """[{"topicName":"a","lockDuration":10000,"processDefinitionKey":"kept","businessKey":"configured","tenantIdIn":["t1"]}]""",
            Encoding.UTF8.GetString(groups[0].TopicsJson));
    }

    [Theory]
    [InlineData(false, null, false)]
    [InlineData(true, null, true)]
    [InlineData(false, true, true)]
    [InlineData(true, false, false)]
    public void Configuration_overrides_whether_a_handler_deserializes_values(bool handler, bool? configured, bool asked)
    {
        _options.Topics["a"] = new() { DeserializeValues = configured };
        var groups = WorkerPlanner.Groups([Handler("a", d => d with { DeserializeValues = handler, Input = new(["x"]) })], _options);

        Assert.Equal(
            $$"""[{"topicName":"a","lockDuration":10000,"variables":["x"]{{(asked ? ",\"deserializeValues\":true" : "")}}}]""",
            Encoding.UTF8.GetString(groups[0].TopicsJson));
    }

    [Fact]
    public void Two_handlers_of_a_topic_cannot_differ_only_in_deserialization() =>
        Assert.Throws<InvalidOperationException>(() => WorkerPlanner.Check([Handler("a", d => d with { DeserializeValues = true }), Handler("a")], _options));

    [Fact]
    public void Handlers_with_equal_filters_after_configuration_are_rejected()
    {
        _options.Topics["a"] = new() { BusinessKey = "same" };

        Assert.Throws<InvalidOperationException>(() => WorkerPlanner.Check(
            [Handler("a", d => d with { Filter = new() { BusinessKey = "1" } }), Handler("a", d => d with { Filter = new() { BusinessKey = "2" } })], _options));
    }

    [Fact]
    public void Handlers_with_equal_lists_in_their_filters_are_rejected() =>
        Assert.Throws<InvalidOperationException>(() => WorkerPlanner.Check(
            [Handler("a", d => d with { Filter = new() { TenantIdIn = ["1"] } }), Handler("a", d => d with { Filter = new() { TenantIdIn = ["1"] } })], _options));

    [Fact]
    public void A_filter_by_a_variable_that_is_null_is_written_as_null()
    {
        var filter = new TopicFilter { ProcessVariables = new Dictionary<string, TypedValue> { ["none"] = TypedValue.Null() } };

        Assert.Contains("""
            "processVariables":{"none":null}
            """.Trim(), Encoding.UTF8.GetString(WorkerPlanner.Groups([Handler("a", d => d with { Filter = filter })], _options)[0].TopicsJson));
    }

    [Fact]
    public void Options_for_a_topic_without_a_handler_are_rejected()
    {
        _options.Topics["b"] = new();

        Assert.Contains("'b'", Assert.Throws<InvalidOperationException>(() => WorkerPlanner.Check([Handler("a")], _options)).Message);
    }

    [Fact]
    public void A_worker_without_handlers_is_rejected() =>
        Assert.Contains("AddHandlers()", Assert.Throws<InvalidOperationException>(() => WorkerPlanner.Check([], _options)).Message);

    private static HandlerInvoker Handler(string topic, Func<HandlerDescriptor, HandlerDescriptor>? change = null)
    {
        var descriptor = new HandlerDescriptor(topic);
        return new DelegateInvoker(change?.Invoke(descriptor) ?? descriptor, (_, _) => Task.FromResult(TaskOutcome.Completed()));
    }
}

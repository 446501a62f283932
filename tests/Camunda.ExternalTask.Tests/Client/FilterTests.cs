using System.Reflection;
using Camunda.ExternalTask.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Camunda.ExternalTask.Tests.Client;

/// <summary>The engine reads an empty list as "no restriction", so a filter that has become empty would fetch, or change, everybody's tasks.</summary>
public class FilterTests
{
    private static readonly Type[] Filters =
        [typeof(TopicFilter), typeof(ExternalTaskQuery), typeof(ProcessInstanceQuery), typeof(HistoricProcessInstanceQuery), typeof(ExternalTaskSelection)];

    public static TheoryData<string, string> Lists => [.. ListsOf(typeof(IEnumerable<string>))];

    public static TheoryData<string, string> ConditionLists => [.. ListsOf(typeof(IEnumerable<VariableCondition>))];

    public static TheoryData<string> TopicLists => [.. typeof(TopicOptions).GetProperties().Where(static member => member.PropertyType == typeof(IList<string>)).Select(static member => member.Name)];

    [Theory, MemberData(nameof(Lists))]
    public void No_filter_takes_a_list_that_is_empty_or_has_a_blank(string filter, string list)
    {
        foreach (string[] values in (string[][])[[], [""], [" "], ["a", null!]])
        {
            Assert.Contains(list, Assert.IsAssignableFrom<ArgumentException>(Record.Exception(() => Set(filter, list, values))).Message);
        }

        Set(filter, list, null);
        Set(filter, list, new[] { "a" });
    }

    [Theory, MemberData(nameof(ConditionLists))]
    public void No_query_takes_conditions_that_are_empty_or_say_nothing(string filter, string list)
    {
        foreach (VariableCondition[] values in (VariableCondition[][])[[], [null!], [new("", VariableOperator.Equal, 1)], [new("a", VariableOperator.Equal, null!)]])
        {
            Assert.Contains(list, Assert.IsAssignableFrom<ArgumentException>(Record.Exception(() => Set(filter, list, values))).Message);
        }

        Set(filter, list, null);
        Set(filter, list, new VariableCondition[] { new("a", VariableOperator.Equal, 1) });
    }

    [Fact]
    public void No_filter_of_a_topic_takes_variables_that_are_empty_or_a_blank_text()
    {
        Assert.Throws<ArgumentException>(nameof(TopicFilter.ProcessVariables), static () => new TopicFilter { ProcessVariables = new Dictionary<string, TypedValue>() });
        Assert.Throws<ArgumentException>(nameof(TopicFilter.ProcessVariables), static () => new TopicFilter { ProcessVariables = new Dictionary<string, TypedValue> { ["a"] = null! } });
        Assert.Throws<ArgumentException>(nameof(TopicFilter.BusinessKey), static () => new TopicFilter { BusinessKey = "" });
        Assert.Throws<ArgumentException>(nameof(TopicFilter.ProcessDefinitionId), static () => new TopicFilter { ProcessDefinitionId = " " });
        Assert.Throws<ArgumentException>(nameof(TopicFilter.ProcessDefinitionKey), static () => new TopicFilter { ProcessDefinitionKey = "" });
        Assert.Throws<ArgumentException>(nameof(TopicFilter.ProcessDefinitionVersionTag), static () => new TopicFilter { ProcessDefinitionVersionTag = "" });
    }

    [Fact]
    public void A_list_that_is_emptied_later_still_restricts()
    {
        List<string> tenants = ["a"];
        var filter = new TopicFilter { TenantIdIn = tenants };
        var query = new ExternalTaskQuery { TenantIdIn = tenants };

        tenants.Clear();

        Assert.Equal(["a"], filter.TenantIdIn);
        Assert.Equal(["a"], query.TenantIdIn);
    }

    [Fact]
    public void A_delegate_with_an_empty_filter_is_not_added()
    {
        var worker = new ServiceCollection().AddCamundaExternalTasks(static options => options.BaseAddress = new("http://localhost/"));

        var problem = Assert.Throws<ArgumentException>(() => worker.AddHandler("t", Completed, static plain => plain with { Filter = new() { TenantIdIn = [] } }));

        Assert.Contains("TenantIdIn is empty", problem.Message);
        Assert.Contains("WithoutTenantId", problem.Message);
    }

    [Fact]
    public void A_topic_is_not_opened_for_a_delegate_with_an_empty_filter()
    {
        var services = new ServiceCollection();
        services.AddCamundaExternalTasks(static options => options.BaseAddress = new("http://localhost/")).AddHandler("a", Completed);
        using var provider = services.BuildServiceProvider();
        var worker = provider.GetRequiredService<ExternalTaskWorker>();

        Assert.Throws<ArgumentException>(
            nameof(TopicFilter.ProcessDefinitionKeyIn), () => worker.Subscribe("t", Completed, static plain => plain with { Filter = new() { ProcessDefinitionKeyIn = [] } }));
    }

    [Theory, MemberData(nameof(TopicLists))]
    public void Options_with_an_empty_list_name_its_path(string list)
    {
        foreach (string[] values in (string[][])[[], [""], [null!]])
        {
            var topic = new TopicOptions();
            typeof(TopicOptions).GetProperty(list)!.SetValue(topic, values.ToList());
            var options = new ExternalTaskWorkerOptions { BaseAddress = new("http://localhost/"), Topics = { ["t"] = topic } };

            Assert.Contains($"Topics:t:{list} ", new OptionsCheck(new("")).Validate("", options).FailureMessage);
        }
    }

    private static Task<TaskOutcome> Completed(ExternalTaskContext context, CancellationToken cancellationToken) => Task.FromResult(TaskOutcome.Completed());

    private static IEnumerable<(string, string)> ListsOf(Type type) =>
        from filter in Filters
        from member in filter.GetProperties()
        where member.CanWrite && member.PropertyType.IsAssignableTo(type)
        select (filter.Name, member.Name);

    private static void Set(string filter, string member, object? value)
    {
        var target = Activator.CreateInstance(Filters.Single(type => type.Name == filter))!;
        target.GetType().GetProperty(member)!.SetValue(target, value, BindingFlags.DoNotWrapExceptions, null, null, null);
    }
}

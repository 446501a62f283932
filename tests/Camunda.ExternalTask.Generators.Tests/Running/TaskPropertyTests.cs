using Acme.Loan;

namespace Camunda.ExternalTask.Generators.Tests.Running;

public sealed class TaskPropertyTests
{
    private const string All = """
        "businessKey":"b1","tenantId":"acme","priority":50,"retries":2,"processInstanceId":"p1","processDefinitionVersionTag":"v1",
        "createTime":"2026-01-01T00:00:00.000+0000","extensionProperties":{"endpoint":"https://acme.com","mode":"slow"}
        """;

    [Fact]
    public void Task_properties_come_from_the_task()
    {
        var properties = Wire.Task("{}", All).Read<TaskProperties>();

        Assert.Equal(
            new("b1", "https://acme.com", null, "t1", "topic", "acme", "v1", 50, 2, new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), "p1", "slow", 2),
            properties);
    }

    [Fact]
    public void Absent_task_properties_leave_defaults_and_initializers()
    {
        var properties = Wire.Task("{}", All.Replace("\"retries\":2,", "").Replace(",\"mode\":\"slow\"", "")).Read<TaskProperties>();
        var more = Wire.Task("{}").Read<MoreTaskProperties>();
        var filled = Wire.Task("{}", """ "businessKey":"b1","extensionProperties":{"other":"o"} """).Read<MoreTaskProperties>();

        Assert.Equal(("fast", null, 3), (properties.Mode, properties.Retries, properties.Left));
        Assert.Equal(("computed", "computed", null), (more.Key, more.Other, more.Nullable));
        Assert.Equal(("b1", "o", "b1"), (filled.Key, filled.Other, filled.Nullable));
    }

    [Theory]
    [InlineData("\"businessKey\":\"b1\",", "business key")]
    [InlineData("\"tenantId\":\"acme\",", "tenant")]
    [InlineData("\"endpoint\":\"https://acme.com\",", "extension property 'endpoint'")]
    public void A_missing_task_property_is_named(string without, string name)
    {
        var exception = Assert.Throws<VariableException>(() => Wire.Task("{}", All.Replace(without, "")).Read<TaskProperties>());

        Assert.Equal($"The task has no {name} (expected string).", exception.Message);
    }

    [Fact]
    public void Extension_properties_are_fetched_only_if_an_input_asks_for_them()
    {
        Assert.True(TaskInputDescriptor.Of<TaskProperties>().IncludeExtensionProperties);
        Assert.Empty(TaskInputDescriptor.Of<TaskProperties>().Variables);
        Assert.False(TaskInputDescriptor.Of<CreditRequest>().IncludeExtensionProperties);
    }
}

using Camunda.ExternalTask.Generated;

namespace Camunda.ExternalTask.Tests.Variables;

public class TaskJsonTests
{
    [Fact]
    public void A_registered_type_is_found() => Assert.Same(TestJson.Default.Loan, TaskJson.Resolve<Loan>(TestJson.Default));

    [Fact]
    public void A_missing_type_is_named_with_its_cure()
    {
        var message = Assert.Throws<InvalidOperationException>(() => TaskJson.Resolve<List<Unregistered>>(TestJson.Default)).Message;
        Assert.Equal("TestJson does not contain List<Unregistered>. Add [JsonSerializable(typeof(List<Unregistered>))] to it.", message);
    }
}

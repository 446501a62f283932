using Camunda.ExternalTask.Worker.Shell;

namespace Camunda.ExternalTask.Tests.Worker;

public class WorkerIdentityTests
{
    private readonly WorkerIdentity _ids = new("loans", "host", 100, "abc123", isAlive: static process => process == 7);

    [Theory]
    [InlineData("loans:host:99:ffffff#3", true)]
    [InlineData("loans:host:100:ffffff#3", true)]
    [InlineData("loans:host:7:ffffff#3", false)]
    [InlineData("loans:host:100:abc123#3", false)]
    [InlineData("loans:host:100:abc123-2#3", false)]
    [InlineData("loans:host:99:ffffff-2#3", true)]
    [InlineData("loans:other:99:ffffff#3", false)]
    [InlineData("loans:host~0a1b2c:99:ffffff#3", false)]
    [InlineData("other:host:99:ffffff#3", false)]
    [InlineData("loans:host:99:ffffff", false)]
    [InlineData("loans:host:x:ffffff#3", false)]
    [InlineData("loans", false)]
    [InlineData("", false)]
    public void Only_a_dead_process_of_this_worker_on_this_machine_is_a_predecessor(string workerId, bool isDead) =>
        Assert.Equal(isDead, _ids.IsDeadPredecessor(workerId));

    [Fact]
    public void Case007_The_own_id_names_worker_machine_and_process() => Assert.Equal("loans:host:100:abc123", _ids.Own);

    [Theory]
    [InlineData("loans:host:100:abc123#3")]
    [InlineData("loans:host:100:abc123.3#3")]
    [InlineData("loans:host:100:abc123.2-2#3")]
    [Trait("Situation", "68")]
    public void Workers_of_one_process_are_not_predecessors_of_each_other(string workerId)
    {
        var second = new WorkerIdentity("loans", "host", 100, "abc123", number: 2);

        Assert.Equal("loans:host:100:abc123.2", second.Own);
        Assert.False(second.IsDeadPredecessor(workerId));
        Assert.False(_ids.IsDeadPredecessor(workerId));
    }

    [Fact]
    public void The_machine_names_the_space_of_its_processes()
    {
        Assert.Matches($"^{System.Text.RegularExpressions.Regex.Escape(Environment.MachineName)}~([0-9a-f]{{6}}|0)$", ProcessSpace.Machine);
        Assert.Equal(ProcessSpace.Machine, ProcessSpace.Machine);
    }
}

using System.Net;

namespace Camunda.ExternalTask.Tests.Worker.Shell;

public class LostResponseTests
{
    [Fact]
    [Trait("Situation", "3")]
    public async Task A_BPMN_error_whose_response_is_lost_is_done()
    {
        await using var bench = new WorkerBench();
        bench.Network.LoseAnswer("/bpmnError");

        var runs = await RunAsync(bench, static () => throw new BpmnErrorException("REFUSED"));

        Assert.Equal(1, runs);
        Assert.Equal(0, bench.Log.CountOf("TaskFailed") + bench.Log.CountOf("IncidentCreated"));
    }

    [Fact]
    [Trait("Situation", "14")]
    public async Task A_completion_that_a_gateway_answers_is_done()
    {
        await using var bench = new WorkerBench();
        bench.Network.Next("/complete", static async send =>
        {
            (await send()).Dispose();
            return new(HttpStatusCode.GatewayTimeout) { Content = new StringContent("<html>Gateway Timeout</html>", null, "text/html") };
        });

        var runs = await RunAsync(bench, static () => TaskOutcome.Completed());

        Assert.Equal(1, runs);
        Assert.Equal(0, bench.Log.CountOf("TaskFailed") + bench.Log.CountOf("IncidentCreated"));
    }

    [Fact]
    [Trait("Situation", "57")]
    public async Task Ambient_state_of_one_task_does_not_reach_the_next()
    {
        await using var bench = new WorkerBench();
        var ambient = new AsyncLocal<string>();
        var seen = new List<string?>();
        bench.StartInstance();
        bench.StartInstance();

        await bench.StartAsync(
            (task, _) =>
            {
                seen.Add(ambient.Value);
                ambient.Value = task.TaskId;
                return Task.FromResult(TaskOutcome.Completed());
            },
            static options => options.MaxConcurrency = 1);
        await bench.PassUntilAsync(() => bench.Log.CountOf("TaskCompleted") == 2);

        Assert.Equal([null, null], seen);
    }

    private static async Task<int> RunAsync(WorkerBench bench, Func<TaskOutcome> handle)
    {
        var runs = 0;
        bench.StartInstance();
        await bench.StartAsync((_, _) =>
        {
            Interlocked.Increment(ref runs);
            return Task.FromResult(handle());
        });
        await bench.PassUntilAsync(() => bench.Log.CountOf("ResultAssumedDone") == 1);
        return runs;
    }
}

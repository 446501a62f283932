using Microsoft.Extensions.Logging;

namespace Camunda.ExternalTask.Tests.Worker.Shell;

/// <summary>Failures without retries, which an error definition of the model can turn into a BPMN error.</summary>
public class CaughtFailureTests
{
    private const string Model = """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
          <process id="caught" isExecutable="true" camunda:historyTimeToLive="1">
            <startEvent id="start"/><sequenceFlow id="f1" sourceRef="start" targetRef="task"/>
            <serviceTask id="task" camunda:type="external" camunda:topic="caught"><extensionElements>
              <camunda:errorEventDefinition id="definition" errorRef="error" expression="${externalTask.errorMessage == 'no stock'}"/></extensionElements></serviceTask>
            <boundaryEvent id="boundary" attachedToRef="task"><errorEventDefinition errorRef="error"/></boundaryEvent>
            <sequenceFlow id="f2" sourceRef="boundary" targetRef="refused"/><sequenceFlow id="f3" sourceRef="task" targetRef="end"/><endEvent id="end"/><endEvent id="refused"/>
          </process>
          <error id="error" errorCode="NO_STOCK"/>
        </definitions>
        """;

    [Fact]
    public async Task A_failure_that_becomes_a_BPMN_error_is_no_incident()
    {
        await using var bench = new WorkerBench();
        var instance = await RunAsync(bench, "no stock", "FailureCaught");

        Assert.Equal(["refused"], bench.Engine.EndEvents(instance));
        Assert.Equal(0, bench.Log.CountOf("IncidentCreated"));
        var entry = Assert.Single(bench.Log.Entries, static entry => entry.Event == "FailureCaught");
        Assert.Equal(LogLevel.Information, entry.Level);
        Assert.EndsWith("the model turned the failure into a BPMN error: no stock", entry.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_failure_is_an_incident()
    {
        await using var bench = new WorkerBench();
        await RunAsync(bench, "no bureau", "IncidentCreated");

        Assert.Single(bench.Engine.Incidents);
        Assert.Equal(0, bench.Log.CountOf("FailureCaught"));
    }

    private static async Task<string> RunAsync(WorkerBench bench, string message, string seen)
    {
        bench.Engine.Deploy(Model);
        var instance = bench.Engine.Start("caught");
        await bench.StartAsync(worker => worker.AddHandler("caught", (_, _) => Task.FromResult(TaskOutcome.Incident(message))));
        await bench.Log.SeeAsync(seen);
        return instance;
    }
}

using System.Reflection;
using System.Text;
using Camunda.ExternalTask.Conformance.Tests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Camunda.ExternalTask.Client.Conformance.Tests;

/// <summary>Models that a worker deploys before it starts.</summary>
public sealed class ModelDeploymentCases
{
    private static CancellationToken Token => ClientSession.Token;

    [Theory, Engines]
    public async Task The_models_of_a_project_are_deployed_once(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        var name = "models" + session.Engine.Suffix;
        var worker = session.CreateWorker(builder => builder.DeployModels(models => models.Name = name));

        await worker.DeployModelsAsync(Token);
        await worker.DeployModelsAsync(Token);

        var deployment = Assert.Single((await session.Engine.GetAsync($"deployment?name={name}")).Json.EnumerateArray()).GetProperty("id").GetString();
        var definition = Assert.Single((await session.Engine.GetAsync($"process-definition?deploymentId={deployment}")).Json.EnumerateArray());
        Assert.Equal(("deployedModel", "Cases/DeployedModel.bpmn"), (definition.GetProperty("key").GetString(), definition.GetProperty("resource").GetString()));
        await session.Engine.DeleteAsync($"deployment/{deployment}?cascade=true");
    }

    [Theory, Engines]
    public async Task A_refused_model_stops_the_start_of_the_host(EngineUnderTest engine)
    {
        await using var session = await ClientSession.OpenAsync(engine);
        const string Broken = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="cases">
            <process id="brokenModel" isExecutable="true" camunda:historyTimeToLive="1">
            <startEvent id="start" />
            <sequenceFlow id="flow" sourceRef="start" targetRef="nowhere" />
            </process></definitions>
            """;
        var builder = Host.CreateApplicationBuilder();
        builder.Services.AddSingleton(session.Engine.Time);
        builder.Services.AddCamundaExternalTasks(options => options.BaseAddress = session.Engine.Address)
            .ConfigurePrimaryHttpMessageHandler(_ => session.Engine.CreateHandler())
            .AddHandler("anything" + session.Engine.Suffix, static (_, _) => Task.FromResult<TaskOutcome>(TaskOutcome.Released()))
            .AddModelDeployment(new ModelAssembly(("broken.bpmn", Broken)));
        using var host = builder.Build();

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => host.StartAsync(Token));

        Assert.IsType<EngineException>(refused.InnerException);
        Assert.Contains("'Loans', so the worker does not start:", refused.Message, StringComparison.Ordinal);
        Assert.Matches(@"broken\.bpmn\(4,\d+\): .*nowhere", refused.Message);
        Assert.False(host.Services.GetRequiredService<ExternalTaskWorker>().IsActive);
    }

    [Fact]
    public async Task An_assembly_without_models_is_an_error()
    {
        await using var session = await ClientSession.OpenAsync(EngineUnderTest.Memory);
        var worker = session.CreateWorker(static builder => builder.AddModelDeployment(new ModelAssembly()));

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => worker.DeployModelsAsync(Token));

        Assert.StartsWith("'Loans' has no embedded models", error.Message, StringComparison.Ordinal);
    }

    private sealed class ModelAssembly(params (string Name, string Text)[] models) : Assembly
    {
        public override AssemblyName GetName() => new("Loans");

        public override string[] GetManifestResourceNames() => ["Other.resource", .. models.Select(static model => "camunda-models/" + model.Name)];

        public override Stream GetManifestResourceStream(string name) =>
            new MemoryStream(Encoding.UTF8.GetBytes(models.Single(model => name == "camunda-models/" + model.Name).Text));
    }
}

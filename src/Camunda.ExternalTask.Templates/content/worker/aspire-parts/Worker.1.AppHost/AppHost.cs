var builder = DistributedApplication.CreateBuilder(args);

var engine = builder.AddContainer("engine", "camunda/camunda-bpm-platform", "run-7.24.0")
    .WithHttpEndpoint(targetPort: 8080)
    .WithHttpHealthCheck("/engine-rest/version");

builder.AddProject<Projects.Worker__1>("worker")
    .WithEnvironment("Camunda__BaseAddress", ReferenceExpression.Create($"{engine.GetEndpoint("http")}/engine-rest"))
    .WaitFor(engine);

builder.Build().Run();

// Starts Camunda in a container, then the web application, and shows both on the Aspire dashboard.
var builder = DistributedApplication.CreateBuilder(args);

var engine = builder.AddContainer("engine", "camunda/camunda-bpm-platform", "run-7.24.0")
    .WithHttpEndpoint(targetPort: 8080)
    .WithHttpHealthCheck("/engine-rest/version");

builder.AddProject<Projects.WebApi>("orders")
    .WithEnvironment("engine-url", ReferenceExpression.Create($"{engine.GetEndpoint("http")}/engine-rest"))
    .WithEnvironment("serve", "true")
    .WaitFor(engine);

builder.Build().Run();

namespace Camunda.ExternalTask.Benchmarks;

/// <summary>Something that fetches tasks and completes them until it is stopped.</summary>
internal interface IBenchmarkClient
{
    string Name { get; }

    Task StartAsync(Uri engine, int slots);

    Task StopAsync();
}

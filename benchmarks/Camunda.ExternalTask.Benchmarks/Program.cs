using Camunda.ExternalTask.Benchmarks;

try
{
    return args switch
    {
        ["stub"] => await StubEngine.RunAsync(),
        ["bare", var url, var slots, var tasks] => await ClientRun.RunAsync(new BareLoop(), new(url), int.Parse(slots), int.Parse(tasks)),
        ["worker", var url, var slots, var tasks] => await ClientRun.RunAsync(new WorkerClient(), new(url), int.Parse(slots), int.Parse(tasks)),
        ["memory"] => await MemoryReport.RunAsync(filter: ""),
        ["memory", var filter] => await MemoryReport.RunAsync(filter),
        ["memory-worker", var url] => await MemoryClient.RunAsync(new(url)),
        _ => await Rounds.RunAsync(BenchmarkOptions.Parse(args)),
    };
}
catch (BenchmarkException exception)
{
    Console.Error.WriteLine(exception.Message);
    return 2;
}

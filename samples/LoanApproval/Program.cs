using LoanApproval.Running;

try
{
    var options = SampleOptions.Parse(args);
    if (options.ShowHelp)
    {
        Console.WriteLine(SampleOptions.Usage);
        return 0;
    }

    await using var engine = EngineAccess.Open(options);
    return await new LoanRun(engine, options.Count, new Screen()).RunAsync() ? 0 : 1;
}
catch (SampleException exception)
{
    Console.Error.WriteLine(exception.Message);
    return 2;
}

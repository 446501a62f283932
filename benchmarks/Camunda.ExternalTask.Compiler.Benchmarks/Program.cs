using Camunda.ExternalTask.Compiler.Benchmarks;

// The size of the program and the number of rounds: [handlers] [models] [rounds]
var numbers = args.Select(static argument => int.TryParse(argument, out var number) ? number : 0).ToArray();
if (numbers.Length > 3 || numbers.Any(static number => number <= 0))
{
    Console.Error.WriteLine("Usage: Camunda.ExternalTask.Compiler.Benchmarks [handlers: 1000] [models: 200] [rounds: 5]");
    return 2;
}

var program = new LargeProgram(numbers.ElementAtOrDefault(0) is > 0 and var handlers ? handlers : 1_000, numbers.ElementAtOrDefault(1) is > 0 and var models ? models : 200);
return await Report.RunAsync(program, numbers.ElementAtOrDefault(2) is > 0 and var rounds ? rounds : 5);

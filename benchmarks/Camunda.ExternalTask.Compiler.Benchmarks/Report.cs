using Camunda.ExternalTask.Analyzers.Rules;
using Camunda.ExternalTask.Generators.Pipeline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Camunda.ExternalTask.Compiler.Benchmarks;

/// <summary>Prints what the generator and the analyzers cost, as ratios to what the compiler does anyway.</summary>
internal static class Report
{
    private const double MaxEdit = 1.25;
    private const double MaxMilliseconds = 5;
    private const double MaxShare = 0.10;

    public static async Task<int> RunAsync(LargeProgram program, int rounds)
    {
        Console.WriteLine($"{"measurement",-44}{"ms",10}{"MB",10}{"empty ms",10}{"ratio",8}{"target",8}");
        var isGood = Compare("unrelated edit", program, program.EditUnrelated, rounds);
        isGood &= Compare("edit of a body", program, program.EditBody, rounds);
        isGood &= MoveShapes(program, rounds);
        isGood &= await AnalyzeAsync(program, rounds);
        FindTopics(program);
        return isGood ? 0 : 1;
    }

    private static bool Compare(string name, LargeProgram program, Func<int, CSharpCompilation> edit, int rounds)
    {
        var driver = Driver(new ExternalTaskGenerator(), program).RunGenerators(program.Compilation);
        var empty = Driver(new EmptyPipeline(), program).RunGenerators(program.Compilation);
        var (own, least) = (Cost.Worst, Cost.Worst);

        // Interleaved, so that both meet the same machine.
        for (var round = 0; round < rounds; round++)
        {
            least = least.Least(Cost.Of(edit(round), compilation => empty = empty.RunGenerators(compilation)));
            own = own.Least(Cost.Of(edit(round), compilation => driver = driver.RunGenerators(compilation)));
        }

        var ratio = own.Milliseconds / least.Milliseconds;
        Console.WriteLine($"{name,-44}{own.Milliseconds,10:N1}{own.Megabytes,10:N1}{least.Milliseconds,10:N1}{ratio,8:N2}{MaxEdit,8:N2}");
        return ratio <= MaxEdit;
    }

    private static bool MoveShapes(LargeProgram program, int rounds)
    {
        var driver = Driver(new ExternalTaskGenerator(), program).RunGenerators(program.Compilation);
        var model = program.Models[0];
        var cost = Cost.Worst;
        for (var round = 0; round < rounds; round++)
        {
            var moved = program.MoveShape(round);
            driver = driver.ReplaceAdditionalText(model, moved);
            model = moved;
            cost = cost.Least(Cost.Of(program.Compilation, compilation => driver = driver.RunGenerators(compilation)));
        }

        Console.WriteLine($"{"shape moved in a model",-44}{cost.Milliseconds,10:N1}{cost.Megabytes,10:N1}{"",10}{"",8}{$"{MaxMilliseconds} ms",8}");
        return cost.Milliseconds <= MaxMilliseconds;
    }

    private static async Task<bool> AnalyzeAsync(LargeProgram program, int rounds)
    {
        Driver(new ExternalTaskGenerator(), program).RunGeneratorsAndUpdateCompilation(program.Compilation, out var complete, out _);
        DiagnosticAnalyzer[] analyzers =
        [
            .. typeof(DeclarationAnalyzer).Assembly.GetTypes().Where(static type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
                .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
        ];
        var compile = Cost.Worst;
        var (analysis, empty) = (Cost.Worst, Cost.Worst);
        var times = new Dictionary<string, double>();
        for (var round = 0; round < rounds; round++)
        {
            compile = compile.Least(Cost.Of(complete.Clone(), static compilation => compilation.Emit(Stream.Null)));
            var least = complete.Clone();
            least.GetDiagnostics();
            empty = empty.Least(Cost.Of(least.WithAnalyzers([new EmptyAnalyzer()]), static run => run.GetAnalyzerDiagnosticsAsync().Wait()));
            var clone = complete.Clone();
            clone.GetDiagnostics();
            var run = clone.WithAnalyzers([.. analyzers], new CompilationWithAnalyzersOptions(
                new([.. program.Models]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: true));
            analysis = analysis.Least(Cost.Of(run, static run => run.GetAnalyzerDiagnosticsAsync().Wait()));
            foreach (var analyzer in analyzers)
            {
                var telemetry = await run.GetAnalyzerTelemetryInfoAsync(analyzer, CancellationToken.None);
                var name = analyzer.GetType().Name;
                times[name] = Math.Min(times.GetValueOrDefault(name, double.MaxValue), telemetry.ExecutionTime.TotalMilliseconds);
            }
        }

        // An analyzer that only looks at attributes costs the compiler the symbols of all types.
        var share = (analysis.Milliseconds - empty.Milliseconds) / (compile.Milliseconds + analysis.Milliseconds);
        Console.WriteLine($"{"analyzers, of the compile",-44}{analysis.Milliseconds,10:N1}{analysis.Megabytes,10:N1}{empty.Milliseconds,10:N1}{share,8:P0}{MaxShare,8:P0}");
        Console.WriteLine($"  {"compile",-42}{compile.Milliseconds,10:N1}{compile.Megabytes,10:N1}");
        Console.WriteLine("  wall time; the first that asks for a type parses it");
        foreach (var (name, time) in times.OrderByDescending(static pair => pair.Value).Take(6))
        {
            Console.WriteLine($"  {name,-42}{time,10:N1}");
        }

        return share <= MaxShare;
    }

    private static void FindTopics(LargeProgram program)
    {
        var compilation = program.WithUnknownTopics();
        compilation.GetDiagnostics();
        var analysis = compilation.WithAnalyzers([new TopicInNoModelAnalyzer()], new AnalyzerOptions([.. program.Models]));
        var cost = Cost.Of(analysis, static analysis => analysis.GetAnalyzerDiagnosticsAsync().Wait());
        Console.WriteLine($"{"topics that no model has",-44}{cost.Milliseconds,10:N1}{cost.Megabytes,10:N1}");
    }

    private static GeneratorDriver Driver(IIncrementalGenerator generator, LargeProgram program) =>
        CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], program.Models, parseOptions: LargeProgram.ParseOptions);
}

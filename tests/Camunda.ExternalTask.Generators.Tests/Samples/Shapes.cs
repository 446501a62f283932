using Camunda.ExternalTask;
using Microsoft.Extensions.DependencyInjection;

namespace Acme.Loan;

// Every shape a handle method may have.

public interface IQuotes;

[TaskInput]
public readonly partial record struct Number(int Value);

[TaskOutput]
public partial struct Doubled
{
    public int Value { get; set; }
}

[ExternalTaskHandler("nothing")]
public partial class DoNothing
{
    public void Handle()
    {
    }
}

[ExternalTaskHandler("static")]
public partial class DoubleStatically
{
    public static Doubled Handle(Number number) => new() { Value = number.Value * 2 };
}

[ExternalTaskHandler("task")]
public partial class DoubleLater
{
    public async Task<Doubled> HandleAsync(CancellationToken cancellationToken, Number number)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        return new() { Value = number.Value * 2 };
    }
}

[ExternalTaskHandler("valueTask")]
public partial class DoubleSoon
{
    public ValueTask<Doubled> HandleAsync(in Number number) => new(new Doubled { Value = number.Value * 2 });
}

[ExternalTaskHandler("plainTask")]
public partial class WaitForTask
{
    public Task HandleAsync(ExternalTaskContext context) => Task.CompletedTask;
}

[ExternalTaskHandler("plainValueTask")]
internal partial class WaitForValueTask
{
    private ValueTask HandleAsync(ExternalTaskContext context, CancellationToken cancellationToken = default) => default;
}

[ExternalTaskHandler("outcome")]
public partial class DecideOutcome
{
    public TaskOutcome Handle() => TaskOutcome.Released();
}

[ExternalTaskHandler("outcomeTask")]
public partial class DecideOutcomeLater
{
    public Task<TaskOutcome> HandleAsync() => Task.FromResult(TaskOutcome.Incident("no"));
}

[ExternalTaskHandler("outcomeValueTask")]
public partial class DecideOutcomeSoon
{
    public ValueTask<TaskOutcome> HandleAsync() => new(TaskOutcome.Completed());
}

[ExternalTaskHandler("outcomeOfOutput")]
public partial class DecideOutput
{
    public TaskOutcome<Doubled> Handle(Number number) => number.Value < 0 ? new TaskFailure("negative") : new Doubled { Value = number.Value * 2 };
}

[ExternalTaskHandler("outcomeOfOutputTask")]
public partial class DecideOutputLater
{
    public async Task<TaskOutcome<Doubled>> HandleAsync(Number number)
    {
        await Task.Yield();
        return number.Value < 0 ? new Negative(number.Value) : new Doubled { Value = number.Value * 2 };
    }

    [BpmnError("NEGATIVE")]
    public sealed partial record Negative(int Value);
}

[ExternalTaskHandler("maybe")]
public partial class MaybeOutput
{
    public async Task<Text?> HandleAsync()
    {
        await Task.Yield();
        return null;
    }

    [TaskOutput]
    public partial record Text(string Value);
}

public abstract class Base(IServiceProvider services)
{
    protected IServiceProvider Services { get; } = services;

    public void Handle() => _ = Services;
}

[ExternalTaskHandler(
    "everything",
    LockDuration = "PT0.5S",
    RetryCycle = "R3/PT30S",
    MaxConcurrency = 4,
    ProcessDefinitionKeyIn = ["loan", "lo\"an"],
    ProcessDefinitionVersionTag = "v1",
    TenantIdIn = new[] { "a", "b" },
    LocalVariables = true)]
[ReportsBpmnError("ONE")]
[ReportsBpmnError(typeof(DecideOutputLater.Negative))]
public partial class WithServices(
    IServiceProvider services,
    [FromKeyedServices("fast")] IQuotes fast,
    [FromKeyedServices(DayOfWeek.Friday)] IQuotes? friday,
    IEnumerable<IQuotes> all,
    IQuotes? optional = null,
    int limit = 3,
    string name = "worker")
    : Base(services)
{
    public object?[] Everything { get; } = [fast, friday, all, optional, limit, name];
}

[ExternalTaskHandler("never", RetryCycle = "R0/PT0S", WithoutTenantId = true)]
public partial class NeverAgain
{
    public NeverAgain()
        : this(1)
    {
    }

    internal NeverAgain(int number) => Number = number;

    public int Number { get; }

    public void Handle()
    {
    }
}

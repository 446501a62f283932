using Camunda.ExternalTask.Testing.State;
using Camunda.ExternalTask.Testing.Values;

namespace Camunda.ExternalTask.Testing.Operations;

/// <summary>The engine without its interfaces: the state, the lock that guards it, and a transaction for each request.</summary>
internal sealed class EngineCore : IDisposable
{
    private readonly Lock _lock = new();
    private readonly EngineState _state;
    private readonly bool _keepsHistory;

    public EngineCore(TimeProvider time, EngineFlavor flavor, bool keepsHistory, JavaDateFormat dates, bool runsJobs = true)
    {
        Flavor = flavor;
        Dates = dates;
        Values = new(flavor, dates);
        _keepsHistory = keepsHistory;
        _state = new(time);
        Polls = new(this, time);
        Jobs = new(this, time, runsJobs);
    }

    public EngineFlavor Flavor { get; }

    public JavaDateFormat Dates { get; }

    public EngineValueReader Values { get; }

    public PollQueue Polls { get; }

    public JobExecutor Jobs { get; }

    public T Read<T>(Func<EngineState, T> read)
    {
        lock (_lock)
        {
            return read(_state);
        }
    }

    /// <summary>Performs all changes, or none if one of them throws. Then wakes waiting polls if they could find a task.</summary>
    public T Write<T>(Func<UnitOfWork, T> write)
    {
        lock (_lock)
        {
            Polls.AnswerOverdue();
            var work = new UnitOfWork(_state, Flavor, _keepsHistory);
            try
            {
                var result = write(work);
                work.Interpreter.Continue();
                work.Variables.RemoveTransient();
                if (work.Transaction.WakesPolls)
                {
                    Polls.RetryAll();
                }

                if (work.Transaction.WakesJobs)
                {
                    Jobs.Wake(_state);
                }

                return result;
            }
            catch
            {
                work.Transaction.Rollback();
                throw;
            }
        }
    }

    public void Write(Action<UnitOfWork> write) => Write(work =>
    {
        write(work);
        return true;
    });

    /// <summary>Runs an action under the engine's lock, without a transaction.</summary>
    public void RunLocked(Action action)
    {
        lock (_lock)
        {
            action();
        }
    }

    public void Dispose()
    {
        Jobs.Dispose();
        Polls.Dispose();
    }
}

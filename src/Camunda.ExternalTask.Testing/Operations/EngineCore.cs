using Camunda.ExternalTask.Testing.State;
using Camunda.ExternalTask.Testing.Values;

namespace Camunda.ExternalTask.Testing.Operations;

/// <summary>The engine behind its interfaces: one state, one lock, and a transaction for every request.</summary>
internal sealed class EngineCore : IDisposable
{
    private readonly Lock _lock = new();
    private readonly EngineState _state;
    private readonly bool _keepsHistory;

    public EngineCore(TimeProvider time, EngineFlavor flavor, bool keepsHistory, JavaDateFormat dates)
    {
        Flavor = flavor;
        Dates = dates;
        Values = new(flavor, dates);
        _keepsHistory = keepsHistory;
        _state = new(time);
        Polls = new(this, time);
    }

    public EngineFlavor Flavor { get; }

    public JavaDateFormat Dates { get; }

    public EngineValueReader Values { get; }

    public PollQueue Polls { get; }

    public T Read<T>(Func<EngineState, T> read)
    {
        lock (_lock)
        {
            return read(_state);
        }
    }

    /// <summary>Does all of it or nothing, and then lets waiting polls look.</summary>
    public T Write<T>(Func<UnitOfWork, T> write)
    {
        lock (_lock)
        {
            var work = new UnitOfWork(this, _state, _keepsHistory);
            try
            {
                var result = write(work);
                work.Variables.DropTransient();
                if (work.Transaction.WakesPolls)
                {
                    Polls.RetryAll();
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

    /// <summary>Runs with the engine's lock held, outside of any transaction.</summary>
    public void RunLocked(Action action)
    {
        lock (_lock)
        {
            action();
        }
    }

    public void Dispose() => Polls.Dispose();
}

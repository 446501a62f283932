using Camunda.ExternalTask.Testing.Interpreter;
using Camunda.ExternalTask.Testing.State;

namespace Camunda.ExternalTask.Testing.Operations;

/// <summary>One request's view of the engine: the state, and the tools that change it so that it can be taken back.</summary>
internal sealed class UnitOfWork
{
    public UnitOfWork(EngineCore core, EngineState state, bool keepsHistory)
    {
        Core = core;
        State = state;
        Variables = new(state, core.Values, Transaction, keepsHistory);
        History = new(state, Transaction, keepsHistory);
        Interpreter = new(state, Variables, History, Transaction);
    }

    public EngineCore Core { get; }

    public EngineState State { get; }

    public Transaction Transaction { get; } = new();

    public VariableStore Variables { get; }

    public ProcessHistory History { get; }

    public ProcessInterpreter Interpreter { get; }
}

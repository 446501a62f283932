using Camunda.ExternalTask.Protocol;
using Camunda.ExternalTask.Simulation.Scenarios;
using Camunda.ExternalTask.Simulation.Workers;

namespace Camunda.ExternalTask.Simulation.Network;

/// <summary>One request on its way, with its fault.</summary>
internal sealed class Exchange<T>(Wire wire, Agenda agenda, SimulatedWorker from, Call<T> call, RequestFaultKind? fault, Dice dice) : IExchange
{
    private Dice _dice = dice;

    public bool IsAnswered { get; private set; }

    private TimeSpan Latency => _dice.Next(20) == 0 ? _dice.Seconds(0.02, 0.3) : _dice.Seconds(0.001, 0.01);

    public void Send()
    {
        if (wire.IsDown || fault == RequestFaultKind.Refused)
        {
            agenda.After(Latency, () => Fail(Engine.EngineAnswers.Refused));
            return;
        }

        if (wire.IsRefusing)
        {
            agenda.After(Latency, () => Fail(Engine.EngineAnswers.Unauthorized));
            return;
        }

        agenda.After(call.Timeout, () => Fail(Engine.EngineAnswers.TimedOut));
        switch (fault)
        {
            case RequestFaultKind.LateRequest:
                call.Strayed?.Invoke();
                Arrive(call.Timeout + _dice.Seconds(0.01, 15), Ignore);
                break;
            case RequestFaultKind.RolledBack:
                agenda.After(Latency, () => Fail(Engine.EngineAnswers.OptimisticLocking));
                break;
            case RequestFaultKind.Unavailable:
                agenda.After(Latency, () => Fail(Engine.EngineAnswers.Unavailable));
                break;
            case RequestFaultKind.Unauthorized:
                agenda.After(Latency, () => Fail(Engine.EngineAnswers.Unauthorized));
                break;
            case RequestFaultKind.Forbidden:
                agenda.After(Latency, () => Fail(Engine.EngineAnswers.Forbidden));
                break;
            case RequestFaultKind.Repeated:
                var first = Latency;
                Arrive(first, Ignore);
                Arrive(first + Latency, answer => Reply(call.MarkRepeated is { } mark ? mark(answer) : answer));
                break;
            case RequestFaultKind.Duplicated:
                call.Strayed?.Invoke();
                Arrive(Latency, Reply);
                Arrive(_dice.Seconds(0.1, 15), Ignore);
                break;
            default:
                Arrive(Latency, Reply);
                break;
        }
    }

    public void Fail(EngineError error)
    {
        if (!IsAnswered)
        {
            End(call.Failed(error));
        }
    }

    private static void Ignore(T answer)
    {
    }

    private void Arrive(TimeSpan after, Action<T> reply) => agenda.After(after, () => Read(reply));

    private void Read(Action<T> reply)
    {
        if (wire.IsDown)
        {
            return;
        }

        if (agenda.Now < wire.StalledUntil)
        {
            agenda.At(wire.StalledUntil, () => Read(reply));
            return;
        }

        from.Trace?.Add($"     engine carries out {call.Text}");
        call.CarryOut(reply);
    }

    private void Reply(T answer)
    {
        if (IsAnswered || wire.IsDown)
        {
            return;
        }

        switch (fault)
        {
            case RequestFaultKind.LostAnswer:
            case RequestFaultKind.CutBody when call.Cut is null:
                agenda.After(Latency, () => Fail(Engine.EngineAnswers.Reset));
                break;
            case RequestFaultKind.CutBody:
                agenda.After(Latency, () => End(call.Cut(answer)));
                break;
            case RequestFaultKind.LateAnswer:
                break;
            default:
                agenda.After(Latency, () => End(answer));
                break;
        }
    }

    private void End(T answer)
    {
        if (IsAnswered)
        {
            return;
        }

        IsAnswered = true;
        wire.Ended(this);
        if (fault is not null)
        {
            from.Disturb(agenda.Now, ofRequest: true);
        }

        call.Answered(answer);
    }
}

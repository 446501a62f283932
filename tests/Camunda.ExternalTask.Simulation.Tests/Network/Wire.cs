using Camunda.ExternalTask.Simulation.Engine;
using Camunda.ExternalTask.Simulation.Scenarios;
using Camunda.ExternalTask.Simulation.Workers;

namespace Camunda.ExternalTask.Simulation.Network;

/// <summary>The network between workers and the engine, with its faults.</summary>
internal sealed class Wire(Agenda agenda, Scenario scenario)
{
    private readonly List<IExchange> _open = [];
    private readonly Dictionary<(int Worker, int Request), RequestFaultKind> _faults = FaultsOf(scenario);
    private readonly Dictionary<int, int> _sent = [];

    public bool IsDown { get; private set; }

    public TimeSpan StalledUntil { get; set; }

    /// <summary>Until when a gateway refuses each request.</summary>
    public TimeSpan RefusedUntil { get; set; }

    public bool IsRefusing => agenda.Now < RefusedUntil;

    /// <summary>Sends a request and returns how to give it up.</summary>
    public IExchange Send<T>(SimulatedWorker from, Call<T> call)
    {
        var number = _sent.GetValueOrDefault(from.Number);
        _sent[from.Number] = number + 1;
        RequestFaultKind? fault = agenda.Now < scenario.HealsAt && _faults.TryGetValue((from.Number, number), out var kind) ? kind : null;
        from.Trace?.Add($"{from.Name} sends {call.Text} (request {number}){(fault is null ? "" : $", fault: {fault}")}");
        if (fault is not null)
        {
            from.Disturb(agenda.Now + (fault is RequestFaultKind.LateAnswer or RequestFaultKind.LateRequest ? call.Timeout : TimeSpan.Zero), ofRequest: true);
        }

        var exchange = new Exchange<T>(this, agenda, from, call, fault, new(scenario.Seed, "network", from.Number, number));
        _open.Add(exchange);
        exchange.Send();
        return exchange;
    }

    public void Ended(IExchange exchange) => _open.Remove(exchange);

    public void GoDown()
    {
        IsDown = true;
        foreach (var exchange in _open.ToList())
        {
            exchange.Fail(EngineAnswers.Reset);
        }
    }

    public void ComeBack() => IsDown = false;

    private static Dictionary<(int Worker, int Request), RequestFaultKind> FaultsOf(Scenario scenario)
    {
        Dictionary<(int Worker, int Request), RequestFaultKind> faults = [];
        foreach (var fault in scenario.Faults.OfType<RequestFault>())
        {
            faults.TryAdd((fault.Worker, fault.Request), fault.Kind);
        }

        return faults;
    }
}

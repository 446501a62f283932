using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;

namespace Camunda.ExternalTask.Analyzers.Flow;

/// <summary>The variables of one scope: of the process instance, of a subprocess, or of an activity.</summary>
internal sealed record FlowFrame(string ScopeId, ImmutableSortedDictionary<string, VariableFact> Variables)
{
    public static FlowFrame Empty(string scopeId) => new(scopeId, ImmutableSortedDictionary.Create<string, VariableFact>(StringComparer.Ordinal));

    public VariableFact this[string name] => Variables.TryGetValue(name, out var fact) ? fact : VariableFact.Absent;

    public FlowFrame With(string name, VariableFact fact) => this with { Variables = Variables.SetItem(name, fact) };
}

/// <summary>A condition that a path has decided, and the variables that it reads.</summary>
internal sealed record FlowDecision(bool Result, ImmutableSortedSet<string> Variables);

/// <summary>What is known about the variables after a path through a process. Immutable; equal states are equal.</summary>
internal sealed class FlowState : IEquatable<FlowState>
{
    private static readonly ImmutableSortedDictionary<string, FlowDecision> NoDecisions =
        ImmutableSortedDictionary.Create<string, FlowDecision>(StringComparer.Ordinal);

    private readonly Lazy<string> _key;

    private FlowState(ImmutableArray<FlowFrame> frames, bool isOpen, ImmutableSortedDictionary<string, FlowDecision> decisions, TransactionStart transaction)
    {
        Frames = frames;
        IsOpen = isOpen;
        Decisions = decisions;
        Transaction = transaction;
        _key = new(BuildKey);
    }

    /// <summary>The scopes, the process instance first.</summary>
    public ImmutableArray<FlowFrame> Frames { get; }

    /// <summary>Whether an unknown writer has run, so that any variable may be there.</summary>
    public bool IsOpen { get; }

    /// <summary>The conditions that the path has decided and whose variables have not been written since, by their text.</summary>
    public ImmutableSortedDictionary<string, FlowDecision> Decisions { get; }

    /// <summary>What has begun the current transaction. If it fails, the engine rolls it back to there.</summary>
    public TransactionStart Transaction { get; }

    public static FlowState Start(string processId, TransactionStart transaction, bool isOpen) =>
        new(ImmutableArray.Create(FlowFrame.Empty(processId)), isOpen, NoDecisions, transaction);

    public VariableFact Read(string name)
    {
        for (var i = Frames.Length - 1; i >= 0; i--)
        {
            var fact = Frames[i][name];
            if (!fact.IsAbsent)
            {
                return fact;
            }
        }

        return IsOpen ? VariableFact.Unknown : VariableFact.Absent;
    }

    /// <summary>Writes a variable as the engine does: to the innermost scope that has it, otherwise to the process instance.</summary>
    public FlowState Write(string name, VariableFact fact)
    {
        for (var i = Frames.Length - 1; i > 0; i--)
        {
            var known = Frames[i][name];
            if (known.IsPresent)
            {
                return Set(i, name, fact.IsPresent ? fact : known.PossiblyWritten(fact));
            }

            if (!known.IsAbsent)
            {
                // It may be in this scope or further out.
                return Set(i, name, known.PossiblyWritten(fact)).Set(0, name, Frames[0][name].PossiblyWritten(fact));
            }
        }

        return Set(0, name, fact.IsPresent ? fact : Frames[0][name].PossiblyWritten(fact));
    }

    public FlowState WriteLocal(string name, VariableFact fact) => Set(Frames.Length - 1, name, fact);

    public FlowState Write(WrittenVariable variable) =>
        variable.IsLocal ? WriteLocal(variable.Name, variable.Fact) : Write(variable.Name, variable.Fact);

    /// <summary>The state after code that may have written any variable, or on a path that may be impossible.</summary>
    public FlowState WithUnknownWriter()
    {
        var frames = Frames.Select(static frame => frame with
        {
            Variables = frame.Variables.ToImmutableSortedDictionary(
                static pair => pair.Key, static pair => pair.Value.PossiblyWritten(VariableFact.Anything), StringComparer.Ordinal),
        });
        return new(frames.ToImmutableArray(), isOpen: true, NoDecisions, Transaction);
    }

    /// <summary>The state if other tokens may have written variables at any time.</summary>
    public FlowState WithPossibleWrites(FlowWrites writes)
    {
        if (writes.IsOpen)
        {
            return WithUnknownWriter();
        }

        var state = this;
        foreach (var (name, fact) in writes.Variables.Select(static pair => (pair.Key, pair.Value)))
        {
            var frame = Frames.Length - 1;
            while (frame > 0 && Frames[frame][name].IsAbsent)
            {
                frame--;
            }

            state = state.Set(frame, name, Frames[frame][name].PossiblyWritten(fact));
        }

        return state;
    }

    /// <summary>The state in which a variable has one of its possible values.</summary>
    public FlowState Assume(string name, string value)
    {
        for (var i = Frames.Length - 1; i >= 0; i--)
        {
            if (!Frames[i][name].IsAbsent)
            {
                return new(Frames.SetItem(i, Frames[i].With(name, Frames[i][name] with { Values = new([value]) })), IsOpen, Decisions, Transaction);
            }
        }

        return this;
    }

    public FlowState Decide(string condition, FlowDecision decision) => new(Frames, IsOpen, Decisions.SetItem(condition, decision), Transaction);

    public FlowState In(TransactionStart transaction) => new(Frames, IsOpen, Decisions, transaction);

    public FlowState Push(string scopeId) => new(Frames.Add(FlowFrame.Empty(scopeId)), IsOpen, Decisions, Transaction);

    public FlowState Pop() => new(Frames.RemoveAt(Frames.Length - 1), IsOpen, Decisions, Transaction);

    /// <summary>Leaves all scopes within a scope.</summary>
    public FlowState PopTo(string scopeId)
    {
        var state = this;
        while (state.Frames.Length > 1 && state.Frames[state.Frames.Length - 1].ScopeId != scopeId)
        {
            state = state.Pop();
        }

        return state;
    }

    /// <summary>What is certain after a join: a variable is absent only if it is absent in every state.</summary>
    public static FlowState Join(IReadOnlyCollection<IReadOnlyCollection<FlowState>> branches)
    {
        var states = branches.SelectMany(static branch => branch).ToList();
        var first = states[0];
        if (states.Any(state => !state.Frames.Select(static frame => frame.ScopeId).SequenceEqual(first.Frames.Select(static frame => frame.ScopeId))))
        {
            return first.WithUnknownWriter();
        }

        var frames = first.Frames.Select((frame, index) => JoinFrames(frame.ScopeId, index, branches, states));
        var decisions = first.Decisions.Where(pair => states.All(state => state.Decisions.TryGetValue(pair.Key, out var other) && other.Result == pair.Value.Result));
        return new(
            frames.ToImmutableArray(),
            states.Any(static state => state.IsOpen),
            decisions.ToImmutableSortedDictionary(StringComparer.Ordinal),
            first.Transaction);
    }

    private static FlowFrame JoinFrames(
        string scopeId, int index, IReadOnlyCollection<IReadOnlyCollection<FlowState>> branches, IReadOnlyCollection<FlowState> states)
    {
        var joined = FlowFrame.Empty(scopeId);
        foreach (var name in states.SelectMany(state => state.Frames[index].Variables.Keys).Distinct())
        {
            var facts = states.Select(state => state.Frames[index][name]).Distinct().ToList();
            var known = facts.Where(static fact => !fact.IsAbsent).Aggregate(static (one, other) => one.Union(other));
            var isPresent = branches.Any(branch => branch.All(state => state.Frames[index][name].IsPresent));
            joined = joined.With(name, known with { Presence = isPresent ? Presence.Present : Presence.Unknown });
        }

        return joined;
    }

    public bool Equals(FlowState? other) => other is not null && _key.Value == other._key.Value;

    public override bool Equals(object? obj) => Equals(obj as FlowState);

    public override int GetHashCode() => _key.Value.GetHashCode();

    // A write makes decisions about the variable obsolete.
    private FlowState Set(int frame, string name, VariableFact fact) => new(
        Frames.SetItem(frame, Frames[frame].With(name, fact)),
        IsOpen,
        Decisions.RemoveRange(Decisions.Where(pair => pair.Value.Variables.Contains(name)).Select(static pair => pair.Key)),
        Transaction);

    private string BuildKey()
    {
        var key = new StringBuilder().Append(IsOpen).Append('|').Append(Transaction);
        foreach (var frame in Frames)
        {
            key.Append("|#").Append(frame.ScopeId);
            foreach (var variable in frame.Variables)
            {
                key.Append('|').Append(variable.Key).Append('=').Append(variable.Value.Presence).Append((int)variable.Value.Types);
                foreach (var value in variable.Value.Values)
                {
                    key.Append(',').Append(value);
                }
            }
        }

        foreach (var decision in Decisions)
        {
            key.Append("|?").Append(decision.Key).Append(decision.Value.Result);
        }

        return key.ToString();
    }
}

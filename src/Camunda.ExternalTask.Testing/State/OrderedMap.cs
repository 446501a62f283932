using System.Diagnostics.CodeAnalysis;

namespace Camunda.ExternalTask.Testing.State;

/// <summary>A map that enumerates in order of addition and removes in constant time, which neither of the framework's does.</summary>
internal sealed class OrderedMap<T>
{
    private readonly Dictionary<string, LinkedListNode<(string Key, T Value)>> _nodes = [];
    private readonly LinkedList<(string Key, T Value)> _order = new();

    public int Count => _nodes.Count;

    public IEnumerable<T> Values => _order.Select(static entry => entry.Value);

    public void Add(string key, T value) => _nodes.Add(key, _order.AddLast((key, value)));

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value)
    {
        if (_nodes.TryGetValue(key, out var node))
        {
            value = node.Value.Value;
            return true;
        }

        value = default;
        return false;
    }

    public void Remove(string key)
    {
        if (_nodes.Remove(key, out var node))
        {
            _order.Remove(node);
        }
    }
}

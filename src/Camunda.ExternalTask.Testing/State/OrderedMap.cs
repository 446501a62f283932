using System.Diagnostics.CodeAnalysis;

namespace Camunda.ExternalTask.Testing.State;

/// <summary>A map that enumerates in order of insertion and removes in constant time.</summary>
/// <remarks>OrderedDictionary removes in linear time; Dictionary does not keep the order.</remarks>
internal sealed class OrderedMap<T>
{
    private readonly Dictionary<string, LinkedListNode<(string Key, T Value)>> _nodes = [];
    private readonly LinkedList<(string Key, T Value)> _order = new();

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

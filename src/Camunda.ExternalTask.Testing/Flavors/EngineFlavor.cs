namespace Camunda.ExternalTask.Testing;

/// <summary>A version of an engine product that <see cref="InMemoryEngine"/> can imitate.</summary>
public enum EngineFlavor
{
    /// <summary>Camunda 7.24, the last release of the community edition.</summary>
    Camunda724,

    /// <summary>Camunda 7.17: errors have no <c>code</c>, tasks have no creation time, and fetches cannot be sorted by it.</summary>
    Camunda717,

    /// <summary>Operaton 1.0 without its Spin plugin: it has no <c>Json</c> and <c>Xml</c> values and no serialized objects.</summary>
    Operaton10,
}

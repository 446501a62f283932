namespace Camunda.ExternalTask.Testing;

/// <summary>An engine product and version, where answers differ between them.</summary>
public enum EngineFlavor
{
    /// <summary>Camunda 7.24, the last release of the community edition.</summary>
    Camunda724,

    /// <summary>Camunda 7.17: errors have no <c>code</c>, tasks no create time, fetches no sorting.</summary>
    Camunda717,

    /// <summary>Operaton 1.0 without its Spin plugin: no <c>Json</c> and <c>Xml</c> values, no serialized objects.</summary>
    Operaton10,
}

namespace Camunda.ExternalTask.Conformance.Tests;

/// <summary>The engines every case runs on; the first four are the engine in memory.</summary>
public enum EngineUnderTest
{
    Memory,
    MemoryOnPort,
    MemoryAsCamunda717,
    MemoryAsOperaton10,
    Camunda724,
    Camunda717,
    Operaton10,
}

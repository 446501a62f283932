namespace Camunda.ExternalTask.Generators.Models;

/// <summary>What the variables of a type are sent with.</summary>
internal enum ProcessPayloadKind
{
    Start,
    Message,
    Signal,
}

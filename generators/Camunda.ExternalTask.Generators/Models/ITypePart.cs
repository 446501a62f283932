namespace Camunda.ExternalTask.Generators.Models;

/// <summary>A model from which a part of a user's type is generated.</summary>
internal interface ITypePart
{
    TypeModel Type { get; }
}

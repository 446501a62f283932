namespace Camunda.ExternalTask.Generators.Models;

/// <summary>A model of which a part of the user's type is made.</summary>
internal interface ITypePart
{
    TypeModel Type { get; }
}

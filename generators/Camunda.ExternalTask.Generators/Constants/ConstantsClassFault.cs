namespace Camunda.ExternalTask.Generators.Constants;

/// <summary>Why no constants are generated for a file.</summary>
internal enum ConstantsClassFault
{
    None,

    /// <summary>Another file has the same name.</summary>
    SeveralFiles,

    /// <summary>The project declares a type or namespace with this name.</summary>
    Declared,

    /// <summary>The name in the metadata of the item is not a C# name.</summary>
    Invalid,
}

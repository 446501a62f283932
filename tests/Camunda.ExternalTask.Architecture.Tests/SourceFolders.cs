using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Camunda.ExternalTask.Architecture.Tests;

/// <summary>Reads from an assembly's debug information in which folder each of its top-level types is written.</summary>
internal static class SourceFolders
{
    /// <summary>Documents of types without method bodies (portable PDB specification, "TypeDefinitionDocuments").</summary>
    private static readonly Guid TypeDefinitionDocuments = new("932E74BC-DBA9-4478-8D46-0F32A7BAB3D3");

    /// <param name="path">The assembly; its symbols are beside it.</param>
    /// <param name="project">The name of the project's folder.</param>
    /// <returns>The folder below the project, or below the shared source, by the full name of the type. Generated types are left out.</returns>
    public static Dictionary<string, string> Read(string path, string project)
    {
        using var assembly = new PEReader(File.OpenRead(path));
        using var symbols = MetadataReaderProvider.FromPortablePdbStream(File.OpenRead(Path.ChangeExtension(path, ".pdb")));
        var metadata = assembly.GetMetadataReader();
        var debug = symbols.GetMetadataReader();
        var folders = new Dictionary<string, string>();
        foreach (var handle in metadata.TypeDefinitions)
        {
            var document = DocumentsOf(metadata, debug, handle).Select(document => FolderOf(document, project)).FirstOrDefault(static folder => folder is not null);
            if (document is not null)
            {
                folders.TryAdd(NameOf(metadata, handle), document);
            }
        }

        return folders;
    }

    private static IEnumerable<string> DocumentsOf(MetadataReader metadata, MetadataReader debug, TypeDefinitionHandle handle)
    {
        foreach (var method in metadata.GetTypeDefinition(handle).GetMethods())
        {
            var information = debug.GetMethodDebugInformation(method);
            var document = information.Document.IsNil
                ? information.GetSequencePoints().Select(static point => point.Document).FirstOrDefault(static document => !document.IsNil)
                : information.Document;
            if (!document.IsNil)
            {
                yield return debug.GetString(debug.GetDocument(document).Name);
            }
        }

        foreach (var custom in debug.GetCustomDebugInformation(handle).Select(debug.GetCustomDebugInformation))
        {
            if (debug.GetGuid(custom.Kind) != TypeDefinitionDocuments)
            {
                continue;
            }

            var blob = debug.GetBlobReader(custom.Value);
            while (blob.RemainingBytes > 0)
            {
                yield return debug.GetString(debug.GetDocument(System.Reflection.Metadata.Ecma335.MetadataTokens.DocumentHandle(blob.ReadCompressedInteger())).Name);
            }
        }
    }

    private static string? FolderOf(string document, string project)
    {
        var path = document.Replace('\\', '/');
        if (path.Contains("/obj/", StringComparison.Ordinal) || Array.Find([$"/{project}/", "/Shared/"], root => path.Contains(root, StringComparison.Ordinal)) is not { } root)
        {
            return null;
        }

        var below = path[(path.LastIndexOf(root, StringComparison.Ordinal) + root.Length)..];
        return below.LastIndexOf('/') is var slash and >= 0 ? below[..slash] : root.Trim('/');
    }

    /// <summary>The full name of the outermost type: nested types, closures and state machines belong to it.</summary>
    private static string NameOf(MetadataReader metadata, TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        while (!type.GetDeclaringType().IsNil)
        {
            type = metadata.GetTypeDefinition(type.GetDeclaringType());
        }

        var space = metadata.GetString(type.Namespace);
        return space.Length == 0 ? metadata.GetString(type.Name) : $"{space}.{metadata.GetString(type.Name)}";
    }
}

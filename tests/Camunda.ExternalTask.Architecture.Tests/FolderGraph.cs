using Mono.Cecil;

namespace Camunda.ExternalTask.Architecture.Tests;

/// <summary>Which types of an assembly refer to which, by the folders of their source files.</summary>
internal sealed class FolderGraph
{
    private static readonly Dictionary<string, FolderGraph> Known = [];

    private readonly Dictionary<string, string> _folders;
    private readonly List<(string From, string To)> _references = [];

    private FolderGraph(string assembly)
    {
        var path = Path.Combine(AppContext.BaseDirectory, $"{assembly}.dll");
        _folders = SourceFolders.Read(path, assembly);
        using var module = ModuleDefinition.ReadModule(path);
        foreach (var type in module.Types)
        {
            var references = TypeReferences.Of(type);
            references.Remove(type.FullName);
            _references.AddRange(references.Where(_folders.ContainsKey).Select(to => (type.FullName, to)));
        }
    }

    public IEnumerable<string> Folders => _folders.Values.Distinct();

    public static FolderGraph Read(string assembly)
    {
        lock (Known)
        {
            return Known.TryGetValue(assembly, out var graph) ? graph : Known[assembly] = new(assembly);
        }
    }

    /// <summary>References from a folder to one that stands above it in the list, as <c>Folder/Type → Folder/Type</c>.</summary>
    public List<string> UpwardReferences(IReadOnlyList<string> layers)
    {
        var heights = layers.Select(static (folder, index) => (folder, index)).ToDictionary(static layer => layer.folder, static layer => layer.index);
        return
        [
            .. _references
                .Where(reference => _folders.ContainsKey(reference.From) && heights[_folders[reference.From]] > heights[_folders[reference.To]])
                .Select(reference => $"{NameOf(reference.From)} → {NameOf(reference.To)}")
                .Order(StringComparer.Ordinal),
        ];
    }

    private string NameOf(string type) => $"{_folders[type]}/{type[(type.LastIndexOf('.') + 1)..]}";
}

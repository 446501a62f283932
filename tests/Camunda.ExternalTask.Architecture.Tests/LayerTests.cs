namespace Camunda.ExternalTask.Architecture.Tests;

/// <summary>Folders depend on lower layers only. The layers are those that <c>docs/architecture.md</c> shows.</summary>
public class LayerTests
{
    public static TheoryData<string> Assemblies => [.. LayerDiagram.All.Keys];

    [Fact]
    public void The_page_shows_the_layers_of_every_assembly() => Assert.Equal(
        [
            "Camunda.ExternalTask", "Camunda.ExternalTask.Analyzers", "Camunda.ExternalTask.CodeFixes", "Camunda.ExternalTask.Generators", "Camunda.ExternalTask.Testing",
        ],
        LayerDiagram.All.Keys.Order());

    [Theory, MemberData(nameof(Assemblies))]
    public void The_diagram_lists_the_folders_of_the_assembly(string assembly) =>
        Assert.Equal(FolderGraph.Read(assembly).Folders.Order(), LayerDiagram.All[assembly].Order());

    [Theory, MemberData(nameof(Assemblies))]
    public void Folders_depend_on_lower_layers_only(string assembly) => Assert.Empty(FolderGraph.Read(assembly).UpwardReferences(LayerDiagram.All[assembly]));

    [Theory, MemberData(nameof(Assemblies))]
    public void A_diagram_upside_down_is_refused(string assembly)
    {
        var layers = LayerDiagram.All[assembly];
        if (layers.Count > 1)
        {
            Assert.NotEmpty(FolderGraph.Read(assembly).UpwardReferences([.. layers.Reverse()]));
        }
    }

    [Fact]
    public void A_reference_names_both_types()
    {
        var layers = LayerDiagram.All["Camunda.ExternalTask"].ToList();
        layers.Remove("Worker/Core");
        layers.Add("Worker/Core");

        Assert.Contains("Worker/Core/WorkerTask → Tasks/FetchedTask", FolderGraph.Read("Camunda.ExternalTask").UpwardReferences(layers));
    }
}

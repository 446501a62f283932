using Camunda.ExternalTask.Analyzers.Tests.Verifiers;
using Camunda.ExternalTask.Bpmn;
using Camunda.ExternalTask.CodeFixes.Fixes;
using Camunda.ExternalTask.CodeFixes.Refactorings;
using Camunda.ExternalTask.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.Text;

namespace Camunda.ExternalTask.Analyzers.Tests.NewHandlers;

public class CreateHandlerTests(ITestOutputHelper output)
{
    public static TheoryData<string> Shapes => [.. TaskShapes.All.Keys];

    [Theory, MemberData(nameof(Shapes))]
    public async Task A_created_handler_compiles_and_no_rule_reports_it(string shape)
    {
        var (model, expected) = TaskShapes.All[shape];
        using var workspace = new HandlerWorkspace(model);

        var after = await workspace.AddAsync("charge");

        var code = await workspace.AddedAsync(after);
        output.WriteLine(code);
        Assert.All(expected, part => Assert.Contains(part, code, StringComparison.Ordinal));
        Assert.Empty(await HandlerWorkspace.DiagnosticsAsync(after));
    }

    [Fact]
    public async Task The_file_has_the_style_of_the_project()
    {
        using var workspace = new HandlerWorkspace(TaskShapes.All["error and output"].Model);

        Assert.Equal(
            """
            namespace Shop;

            /// <summary>Handles the task 'Charge the card'.</summary>
            [ExternalTaskHandler(OrderBpmn.Topics.Charge)]
            public sealed partial class ChargeTheCard
            {
                public Task<TaskOutcome<Output>> HandleAsync(CancellationToken cancellationToken) =>
                    throw new NotImplementedException();

                [TaskOutput]
                public sealed partial record Output(bool Approved);

                [BpmnError(OrderBpmn.ErrorCodes.Declined)]
                public sealed partial record Declined;
            }

            """,
            await workspace.AddedAsync(await workspace.AddAsync("charge")));
    }

    [Fact]
    public async Task Imports_what_the_project_does_not_import_and_keeps_block_namespaces_and_line_ends()
    {
        using var workspace = new HandlerWorkspace(
            ExampleModel.WithTask(), "namespace Shop.Work\r\n{\r\n    public class Other { }\r\n}\r\n", usings: "global using System.Threading;\n", hasGenerator: false);

        var after = await workspace.AddAsync("charge");

        Assert.Equal(
            """
            using System;
            using System.Threading.Tasks;
            using Camunda.ExternalTask;

            namespace Shop.Work
            {
                /// <summary>Handles the task 'Charge the card'.</summary>
                [ExternalTaskHandler("charge")]
                public sealed partial class ChargeTheCard
                {
                    public Task HandleAsync(CancellationToken cancellationToken) =>
                        throw new NotImplementedException();
                }
            }

            """.ReplaceLineEndings("\r\n"),
            await workspace.AddedAsync(after));
        Assert.Equal("/shop/Work/ChargeTheCard.cs", after.Documents.Single(document => document.Name == "ChargeTheCard.cs").FilePath);
    }

    [Theory]
    [InlineData("OrderBpmn.Topics.[|Charge|]")]
    [InlineData("[|OrderBpmn|].Topics.Charge")]
    [InlineData("\"cha[||]rge\"")]
    public async Task Is_offered_at_a_topic(string topic)
    {
        Microsoft.CodeAnalysis.Testing.TestFileMarkupParser.GetSpan($"public class Other {{ public string Topic => {topic}; }}", out var code, out var span);
        using var workspace = new HandlerWorkspace(ExampleModel.WithTask(), code);

        var action = Assert.Single(await RefactoringsAsync(workspace.Project, span));

        Assert.Equal("Create a handler for 'charge'", action.Title);
        Assert.Contains("class ChargeTheCard", await workspace.AddedAsync(await ApplyAsync(action, workspace.Project)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_not_offered_at_other_texts_and_at_topics_with_a_handler()
    {
        using var other = new HandlerWorkspace(ExampleModel.WithTask(), "public class Other { public string Topic => \"refund\"; }");
        Assert.Empty(await RefactoringsAsync(other.Project, new(50, 0)));

        const string Handled = "[ExternalTaskHandler(\"charge\")] public partial class Other { public void Handle() { } }";
        using var handled = new HandlerWorkspace(ExampleModel.WithTask(), Handled);
        Assert.Empty(await RefactoringsAsync(handled.Project, new(Handled.IndexOf("charge", StringComparison.Ordinal), 0)));
    }

    [Fact]
    public async Task Fixes_a_task_without_handler_in_the_model()
    {
        using var workspace = new HandlerWorkspace(ExampleModel.WithTask());
        var diagnostic = Diagnostic.Create(
            ModelRules.ModelTaskWithoutHandler,
            Location.Create("/shop/order.bpmn", default, default),
            System.Collections.Immutable.ImmutableDictionary<string, string?>.Empty.Add("Topic", "charge"),
            "charge",
            "Charge the card");
        var actions = new List<CodeAction>();

        await new CreateHandlerCodeFix().RegisterCodeFixesAsync(new CodeFixContext(
            workspace.Project.AdditionalDocuments.Single(), diagnostic.Location.SourceSpan, [diagnostic], (action, _) => actions.Add(action), TestContext.Current.CancellationToken));

        Assert.Contains("class ChargeTheCard", await workspace.AddedAsync(await ApplyAsync(Assert.Single(actions), workspace.Project)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Handlers_for_all_tasks_of_real_models_compile()
    {
        var folder = Environment.GetEnvironmentVariable("CAMUNDA_MODELS");
        Assert.SkipUnless(Directory.Exists(folder), "Set CAMUNDA_MODELS to a folder with .bpmn files to create handlers for them.");

        var created = 0;
        var problems = new List<string>();
        foreach (var file in Directory.GetFiles(folder!, "*.bpmn").Order(StringComparer.Ordinal))
        {
            var model = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
            var topics = BpmnReader.Read(model).AllNodes().Select(node => node.External?.Topic).OfType<BpmnText>()
                .Where(topic => !topic.HasExpression && topic.Value.Length > 0).Select(topic => topic.Value).Distinct().ToList();
            if (topics.Count == 0)
            {
                continue;
            }

            using var workspace = new HandlerWorkspace(model);
            var before = await HandlerWorkspace.DiagnosticsAsync(workspace.Project);
            var project = workspace.Project;
            foreach (var topic in topics)
            {
                project = await workspace.AddAsync(topic, project);
                created++;
            }

            problems.AddRange((await HandlerWorkspace.DiagnosticsAsync(project)).Except(before).Select(problem => $"{Path.GetFileName(file)}: {problem}"));
        }

        output.WriteLine($"{created} handlers");
        problems.ForEach(output.WriteLine);
        Assert.True(created > 0);
        Assert.Empty(problems);
    }

    private static async Task<IReadOnlyList<CodeAction>> RefactoringsAsync(Project project, TextSpan span)
    {
        var actions = new List<CodeAction>();
        var document = project.Documents.Single(document => document.Name == "Code.cs");
        await new CreateHandlerRefactoring().ComputeRefactoringsAsync(new CodeRefactoringContext(document, span, actions.Add, TestContext.Current.CancellationToken));
        return actions;
    }

    private static async Task<Project> ApplyAsync(CodeAction action, Project project)
    {
        var operations = await action.GetOperationsAsync(TestContext.Current.CancellationToken);
        return Assert.Single(operations.OfType<ApplyChangesOperation>()).ChangedSolution.GetProject(project.Id)!;
    }
}

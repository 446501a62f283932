using System.Collections.Generic;
using System.Linq;
using System.Text;
using Camunda.ExternalTask.Generators.Emitting;
using Camunda.ExternalTask.Generators.Writing;
using Microsoft.CodeAnalysis;

namespace Camunda.ExternalTask.CodeFixes.NewHandlers;

/// <summary>Writes the class of a new handler with qualified names, which the caller shortens.</summary>
internal sealed class NewHandlerText(NewHandler handler, string className, Compilation compilation)
{
    private const string Library = "global::Camunda.ExternalTask.";
    private const string Tasks = "global::System.Threading.";

    // The members of records, and what the generator adds to them.
    private static readonly string[] RecordMembers =
    [
        "Clone", "Deconstruct", "EqualityContract", "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "PrintMembers", "ReferenceEquals", "ToString",
        "Create", "Read", "Write", "WriteTo", "VariableNames", "Code", "Message", "Variables",
    ];

    public string Write()
    {
        var types = new UniqueNames(className, "HandleAsync", "DispatchAsync", "Input", "Output");
        var text = new StringBuilder()
            .Append("/// <summary>Handles the task '").Append(Xml.Escape(handler.Name)).Append("'.</summary>\n")
            .Append('[').Append(Library).Append("ExternalTaskHandler(").Append(ModelConstants.Code(compilation, "Topics", handler.Topic, handler.Path))
            .Append(handler.DeserializesValues ? ", DeserializeValues = true" : "").Append(")]\n")
            .Append("public sealed partial class ").Append(CSharpNames.TypeIdentifier(className)).Append("\n{\n    public ").Append(ReturnType).Append(" HandleAsync(")
            .Append(handler.Inputs.Count > 0 ? "Input input, " : "").Append(Tasks).Append("CancellationToken cancellationToken) =>\n")
            .Append("        throw new global::System.NotImplementedException();\n");
        AppendRecord(text, "TaskInput", "Input", handler.Inputs);
        AppendRecord(text, "TaskOutput", "Output", handler.Outputs);
        foreach (var code in handler.ErrorCodes)
        {
            text.Append("\n    [").Append(Library).Append("BpmnError(").Append(ModelConstants.Code(compilation, "ErrorCodes", code, handler.Path))
                .Append(")]\n    public sealed partial record ").Append(CSharpNames.TypeIdentifier(types.Take(CSharpNames.PascalCase(code)))).Append(";\n");
        }

        return text.Append("}\n").ToString();
    }

    private string ReturnType
    {
        get
        {
            var output = handler.Outputs.Count > 0 ? "Output" : null;
            var result = handler.ErrorCodes.Count == 0 ? output : output is null ? Library + "TaskOutcome" : $"{Library}TaskOutcome<{output}>";
            return result is null ? Tasks + "Tasks.Task" : $"{Tasks}Tasks.Task<{result}>";
        }
    }

    private static void AppendRecord(StringBuilder text, string attribute, string name, IReadOnlyList<NewProperty> properties)
    {
        if (properties.Count == 0)
        {
            return;
        }

        var names = new UniqueNames([name, .. RecordMembers]);
        text.Append("\n    [").Append(Library).Append(attribute).Append("]\n    public sealed partial record ").Append(name).Append('(');
        text.Append(string.Join(", ", properties.Select(property => Parameter(property, names.Take(CSharpNames.PascalCase(property.Variable)))))).Append(");\n");
    }

    private static string Parameter(NewProperty property, string name)
    {
        var attribute = CSharpNames.CamelCase(name) == property.Variable ? "" : $"[property: {Library}Variable({CSharpLiteral.Text(property.Variable)})] ";
        return $"{attribute}{property.Type}{(property.IsNullable ? "?" : "")} {CSharpNames.Identifier(name)}";
    }
}

using System.Text;

namespace Camunda.ExternalTask.Generators.Tests.ValidPrograms;

/// <summary>Inputs, outputs, BPMN errors and payloads.</summary>
internal sealed class TypeGrammar(Dice dice, ValueGrammar values)
{
    private static readonly string[] Names =
    [
        "Amount", "@class", "@event", "Größe", "_x", "X1", "variables", "task", "input", "value", "Descriptor", "services", "handler", "cancellationToken", "URLPath", "System", "Camunda", "Id",
        "IsOpen", "Read", "WriteVariables", "output", "@record", "var", "dynamic", "@nameof", "@field", "Prepare", "Create", "global", "Optional", "@default", "args", "taskProperty", "Variables2",
    ];

    private int _number;

    public sealed record Declared(string Name, string Text, bool IsReference);

    private sealed record Property(string Name, string Type, bool IsReference, bool IsNullable, string Attributes, string? Constant)
    {
        public bool NeedsValue => IsReference && !IsNullable;
    }

    public Declared Input(string access) => Data("[TaskInput]", dice.Of("Order", "@struct", "Request", "Eingabe", "Task") + ++_number, access, isInput: true);

    public Declared Output(string access) => Data("[TaskOutput]", dice.Of("Receipt", "@while", "Result", "Ergebnis", "String") + ++_number, access, isInput: false);

    public string Payload()
    {
        var attribute = dice.Of("[ProcessStart(\"p\")]", "[Message(\"m\")]", "[Signal(\"s\")]", "[ProcessStart(\"p\"), Message(\"m\"), Signal(\"s\")]", "[ProcessStart(\"p\"), TaskOutput]");
        return Data(attribute, $"Payload{++_number}", "public", isInput: false).Text;
    }

    public Declared Error(string access, string? baseError)
    {
        var name = dice.Of("Declined", "@throw", "Fehler") + ++_number;
        var properties = Properties(isInput: false, baseError is null ? 3 : 1).Where(static property => property.Name is not ("WriteVariables" or "variables")).ToArray();
        var message = dice.Chance(30) ? ", Message = \"no \\\"money\\\"\"" : "";
        var parameters = properties.Length == 0 && baseError is null && dice.Chance(50) ? "" : $"({Positional(properties)})";
        var obsolete = dice.Chance(8) ? "[System.Obsolete(\"gone\", error: true)] " : "";
        return new(name, $"{obsolete}[BpmnError(\"E{_number}\"{message})] {access} partial record {name}{parameters}{(baseError is null ? "" : $" : {baseError}")};\n", IsReference: true);
    }

    private Declared Data(string attribute, string name, string access, bool isInput)
    {
        var kind = dice.Of("record", "record", "class", "sealed class", "struct", "record struct", "readonly record struct", "sealed record", "record class");
        var isReference = !kind.EndsWith("struct", StringComparison.Ordinal);
        var properties = Properties(isInput, 6);
        var text = new StringBuilder();
        var baseType = isReference ? Base(text, name, kind.Contains("record", StringComparison.Ordinal)) : "";
        var modifiers = $"{attribute} {Deprecated()}{access} {kind.Replace("class", "partial class", StringComparison.Ordinal).Replace("record partial class", "partial record class", StringComparison.Ordinal)}";
        modifiers = modifiers.Contains("partial", StringComparison.Ordinal) ? modifiers : modifiers.Replace("record", "partial record", StringComparison.Ordinal);
        modifiers = modifiers.Contains("partial", StringComparison.Ordinal) ? modifiers : modifiers.Replace("struct", "partial struct", StringComparison.Ordinal);
        if (kind.Contains("record", StringComparison.Ordinal) && dice.Chance(60))
        {
            text.Append($"{modifiers} {name}({Positional(properties)}){baseType};\n");
        }
        else
        {
            text.Append($"{modifiers} {name}{baseType}\n{{\n{Members(name, properties, isReference, kind.StartsWith("readonly", StringComparison.Ordinal))}}}\n");
        }

        return new(name, text.ToString(), isReference);
    }

    private string Deprecated() => dice.Chance(6) ? dice.Of("[System.Obsolete] ", "[System.Obsolete(\"gone\", error: false, DiagnosticId = \"ACME2\")] ", "[System.Serializable] ") : "";

    // A base class of another name space of properties.
    private string Base(StringBuilder text, string name, bool isRecord)
    {
        if (!dice.Chance(25))
        {
            return "";
        }

        var baseName = $"Base{name.TrimStart('@')}";
        var isGeneric = dice.Chance(40);
        var kind = isRecord ? "record" : "class";
        text.Append($"public {dice.Of("abstract ", "")}{kind} {baseName}{(isGeneric ? "<T>" : "")} {{ public {(isGeneric ? "T?" : "int?")} Inherited {{ get; {dice.Of("set", "init")}; }} }}\n");
        return $" : {baseName}{(isGeneric ? dice.Of("<int>", "<string>", "<System.Guid?>") : "")}";
    }

    private Property[] Properties(bool isInput, int most)
    {
        var properties = new List<Property>();
        var names = (string[])Names.Clone();
        dice.Shuffle(names);
        foreach (var name in names.Take(dice.Between(0, most)))
        {
            var (type, isReference, isNullable) = values.Next();
            properties.Add(new(name, type, isReference, isNullable, Attributes(name, type, isReference), ValueGrammar.Constant(type)));
        }

        if (isInput && dice.Chance(25))
        {
            properties.Add(dice.Of(
                new Property("Key", "string?", true, true, "[property: BusinessKey] ", "null"),
                new Property("Extension", "string?", true, true, "[property: ExtensionProperty(\"x\")] ", "null"),
                new Property("Priority", "long", false, false, "[property: FromTask(TaskProperty.Priority)] ", null)));
        }

        return [.. properties];
    }

    private string Attributes(string name, string type, bool isReference) => dice.Between(0, 14) switch
    {
        0 => $"[property: Variable(\"{name.TrimStart('@')} 1\")] ",
        1 => "[property: System.Obsolete(\"gone\", error: true)] ",
        2 => "[property: System.Obsolete] ",
        3 when isReference => dice.Of("[property: DisallowNull] ", "[property: AllowNull] ", "[property: MaybeNull] ", "[property: NotNull] "),
        4 => $"[property: JsonPropertyName(\"{name.TrimStart('@')}_json\")] ",
        5 when type.EndsWith('?') => "[property: JsonIgnore] ",
        6 => "[property: System.ComponentModel.Description(\"d\")] ",
        _ => "",
    };

    private string Positional(Property[] properties)
    {
        var isOptional = false;
        var parameters = new List<string>();
        foreach (var property in properties.OrderBy(static property => property.Constant is null ? 0 : 1))
        {
            isOptional |= property.Constant is not null && dice.Chance(50);
            parameters.Add($"{NotAnError(property.Attributes)}{property.Type} {property.Name}{(isOptional && property.Constant is not null ? $" = {property.Constant}" : "")}");
        }

        return string.Join(", ", parameters);
    }

    // The constructor of the type itself uses the property.
    private static string NotAnError(string attributes) => attributes.Replace("(\"gone\", error: true)", "", StringComparison.Ordinal);

    private string Members(string type, Property[] properties, bool isReference, bool isReadOnly)
    {
        var text = new StringBuilder();
        if (isReference && properties.Length > 0 && dice.Chance(25))
        {
            // A constructor that sets each property, in another case.
            var parameters = properties.Select(property => $"{property.Type} {(property.Name[0] == '@' ? property.Name : char.ToLowerInvariant(property.Name[0]) + property.Name[1..])}").ToArray();
            var assignments = properties.Select((property, i) => $"this.{property.Name} = {parameters[i][(parameters[i].LastIndexOf(' ') + 1)..]};");
            text.Append($"    public {type}({string.Join(", ", parameters)}) {{ {string.Join(' ', assignments)} }}\n");
            foreach (var property in properties)
            {
                text.Append($"    {NotAnError(property.Attributes.Replace("property: ", "", StringComparison.Ordinal))}public {property.Type} {property.Name} {{ get; }}\n");
            }

            return text.ToString();
        }

        foreach (var property in properties)
        {
            var isRequired = property.NeedsValue && (!isReference || dice.Chance(50)) || dice.Chance(15);
            isRequired &= !property.Attributes.Contains("Obsolete", StringComparison.Ordinal);
            var initializer = isReference && !isRequired ? property.NeedsValue ? dice.Of(" = null!;", " = default!;") : property.Constant is { } constant && dice.Chance(40) ? $" = {constant};" : "" : "";
            var accessor = isReadOnly ? "init" : dice.Of("set", "init");
            text.Append($"    {property.Attributes.Replace("property: ", "", StringComparison.Ordinal)}public {(isRequired ? "required " : "")}{property.Type} {property.Name} {{ get; {accessor}; }}{initializer}\n");
        }

        if (dice.Chance(30))
        {
            text.Append("    public static int Count => 3;\n    internal int Hidden { get; set; }\n    public int this[int index] { get => index; }\n".Replace("get; set;", isReadOnly ? "get; init;" : "get; set;", StringComparison.Ordinal));
        }

        return text.ToString();
    }
}

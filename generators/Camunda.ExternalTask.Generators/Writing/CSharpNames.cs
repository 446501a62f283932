using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Camunda.ExternalTask.Generators.Writing;

/// <summary>Names of types and members in code and in messages.</summary>
internal static class CSharpNames
{
    private static readonly SymbolDisplayFormat CodeFormat = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly SymbolDisplayFormat MessageFormat = SymbolDisplayFormat.MinimallyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>A type, fully qualified.</summary>
    public static string Code(ITypeSymbol type) => Keyword(type) ?? type.ToDisplayString(CodeFormat);

    /// <summary>A type without the nullable annotation of its use: <c>Input?</c> and <c>Input</c> are the same type, and code declares it without <c>?</c>.</summary>
    public static INamedTypeSymbol Plain(INamedTypeSymbol type) =>
        type.NullableAnnotation == NullableAnnotation.Annotated && type.IsReferenceType ? (INamedTypeSymbol)type.WithNullableAnnotation(NullableAnnotation.NotAnnotated) : type;

    /// <summary>A type as a message names it.</summary>
    public static string Message(ITypeSymbol type) => Keyword(type) ?? type.ToDisplayString(MessageFormat);

    /// <summary>The name of a member or a local that may be a keyword, as in code.</summary>
    public static string Identifier(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    /// <summary>The name of a type, which cannot be a contextual keyword such as <c>record</c> either.</summary>
    public static string TypeIdentifier(string name) => SyntaxFacts.GetContextualKeywordKind(name) == SyntaxKind.None ? Identifier(name) : "@" + name;

    /// <summary>The name of a property as a variable, in camelCase as in System.Text.Json (<c>URLPath</c> is <c>urlPath</c>).</summary>
    public static string CamelCase(string name)
    {
        var capitals = 0;
        while (capitals < name.Length && char.IsUpper(name[capitals]))
        {
            capitals++;
        }

        // The last capital of a run begins the next word, unless the run is the whole name.
        var lowered = capitals > 1 && capitals < name.Length ? capitals - 1 : capitals;
        return name.Substring(0, lowered).ToLowerInvariant() + name.Substring(lowered);
    }

    /// <summary>A C# name in PascalCase made from a text: <c>loan-granted</c> is <c>LoanGranted</c>, <c>NO_STOCK</c> is <c>NoStock</c>.</summary>
    public static string PascalCase(string text)
    {
        var name = new StringBuilder(text.Length);
        for (var start = 0; start < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[start]))
            {
                start++;
                continue;
            }

            var end = start;
            var hasLower = false;
            while (end < text.Length && char.IsLetterOrDigit(text[end]))
            {
                hasLower |= char.IsLower(text[end]);
                end++;
            }

            // A word in capitals is not an abbreviation if the text has other words or is long.
            var word = text.Substring(start, end - start);
            var shouts = !hasLower && word.Length > 1 && (word.Length < text.Length || word.Length > 3);
            name.Append(char.ToUpperInvariant(word[0])).Append(shouts ? word.Substring(1).ToLowerInvariant() : word.Substring(1));
            start = end;
        }

        if (name.Length == 0 || char.IsDigit(name[0]))
        {
            name.Insert(0, '_');
        }

        return name.ToString();
    }

    // Most properties have one of these types, and the display of symbols is expensive.
    private static string? Keyword(ITypeSymbol type) => type.NullableAnnotation == NullableAnnotation.Annotated ? null : type.SpecialType switch
    {
        SpecialType.System_String => "string",
        SpecialType.System_Boolean => "bool",
        SpecialType.System_Int32 => "int",
        SpecialType.System_Int64 => "long",
        SpecialType.System_Double => "double",
        SpecialType.System_Decimal => "decimal",
        _ => null,
    };

    /// <summary>Whether a text contains an unpaired surrogate, which has no UTF-8. Variable names are compared as UTF-8.</summary>
    public static bool HasLoneSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return true;
            }
        }

        return false;
    }
}

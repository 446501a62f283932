namespace Camunda.ExternalTask.Benchmarks;

/// <summary>A task with a large or hostile variable <c>data</c>.</summary>
/// <param name="Kind">What the variable contains, or what the handler returns.</param>
/// <param name="Size">The characters of the text or of the Base64 text, or the levels of nesting.</param>
internal sealed record LargeTask(LargeTaskKind Kind, int Size)
{
    /// <summary>Whether the task must complete; each other task must become an incident.</summary>
    public bool IsGood => Kind is LargeTaskKind.Text or LargeTaskKind.Bytes or LargeTaskKind.Output;
}

internal enum LargeTaskKind
{
    /// <summary>The handler reads a text of the size.</summary>
    Text,

    /// <summary>The handler reads bytes whose Base64 text has the size.</summary>
    Bytes,

    /// <summary>The handler returns a text of the size.</summary>
    Output,

    /// <summary>An object with as many levels of nesting.</summary>
    Nested,

    /// <summary>A text with JSON of as many levels of nesting.</summary>
    NestedText,

    /// <summary>A text where the handler reads a number.</summary>
    Undecodable,

    /// <summary>A text that exceeds the limit of a response.</summary>
    TooLarge,
}

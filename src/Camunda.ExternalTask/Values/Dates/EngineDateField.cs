namespace Camunda.ExternalTask.Values.Dates;

/// <summary>What a part of a date format stands for.</summary>
internal enum EngineDateField
{
    /// <summary>Text that stands for itself.</summary>
    Literal,

    /// <summary><c>y</c></summary>
    Year,

    /// <summary><c>M</c></summary>
    Month,

    /// <summary><c>d</c></summary>
    Day,

    /// <summary><c>H</c></summary>
    Hour,

    /// <summary><c>m</c></summary>
    Minute,

    /// <summary><c>s</c></summary>
    Second,

    /// <summary><c>S</c></summary>
    Millisecond,

    /// <summary><c>Z</c>: <c>+0530</c></summary>
    Rfc822Offset,

    /// <summary><c>X</c>, <c>XX</c>, <c>XXX</c>: <c>+05</c>, <c>+0530</c>, <c>+05:30</c>, or <c>Z</c> for UTC.</summary>
    Iso8601Offset,
}

/// <summary>One part of a date format.</summary>
/// <param name="Field">What it stands for.</param>
/// <param name="Count">How often its letter is repeated: the least number of digits.</param>
/// <param name="Text">The text of a literal, in UTF-8.</param>
internal readonly record struct EngineDatePart(EngineDateField Field, int Count, byte[]? Text = null)
{
    public bool IsNumber => Field is > EngineDateField.Literal and < EngineDateField.Rfc822Offset;

    public bool IsOffset => Field is EngineDateField.Rfc822Offset or EngineDateField.Iso8601Offset;
}

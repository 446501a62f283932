namespace Camunda.ExternalTask.Values.Dates;

/// <summary>Date field that a part of a date format represents.</summary>
internal enum EngineDateField
{
    /// <summary>Literal text.</summary>
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

namespace Camunda.ExternalTask.Values.Dates;

/// <summary>Part of a date format.</summary>
/// <param name="Field">The date field that it represents.</param>
/// <param name="Count">The number of repetitions of its letter: the minimum number of digits.</param>
/// <param name="Text">The text of a literal, in UTF-8.</param>
internal readonly record struct EngineDatePart(EngineDateField Field, int Count, byte[]? Text = null)
{
    public bool IsNumber => Field is > EngineDateField.Literal and < EngineDateField.Rfc822Offset;

    public bool IsOffset => Field is EngineDateField.Rfc822Offset or EngineDateField.Iso8601Offset;
}

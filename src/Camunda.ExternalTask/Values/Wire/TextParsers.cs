using System.Diagnostics.CodeAnalysis;

namespace Camunda.ExternalTask.Values.Wire;

/// <summary>Reads a value from its text in UTF-8.</summary>
/// <returns>False if the text does not stand for a value, or only for a rounded one.</returns>
internal delegate bool Utf8Parser<T>(ReadOnlySpan<byte> text, out T value);

/// <summary>Reads a value from its text.</summary>
/// <returns>False if the text does not stand for a value.</returns>
internal delegate bool TextParser<T>(string text, [NotNullWhen(true)] out T? value);

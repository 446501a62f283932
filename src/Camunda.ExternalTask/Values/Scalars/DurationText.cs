using System.Globalization;
using System.Text;
using Camunda.ExternalTask.Shared.Notation;

namespace Camunda.ExternalTask.Values.Scalars;

/// <summary>
/// Reads durations: ISO 8601 as the engine and Java write it (<c>P1DT2H</c>, <c>PT-6H</c>, <c>P2W</c>), and the constant format of .NET (<c>1.02:03:04</c>).
/// </summary>
internal static class DurationText
{
    public static bool TryParse(ReadOnlySpan<byte> utf8, out TimeSpan value)
    {
        var text = Encoding.UTF8.GetString(utf8);

        // The constant format would read "5" as five days, so it requires a colon here.
        return text.Contains(':')
            ? TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out value)
            : Iso8601Duration.TryParseSigned(text, out value);
    }
}

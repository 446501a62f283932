using System.Globalization;
using static Camunda.ExternalTask.Tests.Variables.Reading;
using static Camunda.ExternalTask.Tests.Variables.Writing;

namespace Camunda.ExternalTask.Tests.Variables;

public class CultureTests
{
    [Fact]
    public void No_culture_changes_what_is_read_or_written()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = Hostile();
        try
        {
            Assert.NotEqual("-1.5", (-1.5).ToString(CultureInfo.CurrentCulture));
            Assert.Equal(-1.5, Value("String", "\"-1.5\"", v => v.Read<double>()));
            Assert.Equal(-1.5f, Value("String", "\"-1.5\"", v => v.Read<float>()));
            Assert.Equal(-1.5m, Value("String", "\"-1.5\"", v => v.Read<decimal>()));
            Assert.Equal(-15, Value("String", "\"-15.0\"", v => v.Read<int>()));
            Assert.Equal(TimeSpan.FromSeconds(-1.5), Value("String", "\"-PT1.5S\"", v => v.Read<TimeSpan>()));
            Assert.Equal(2024, Value("Date", "\"2024-02-29T07:04:56.789+0000\"", v => v.Read<DateTimeOffset>()).Year);
            Refusal("String", "\"1,5\"", v => v.Read<double>());
            Refusal("String", "\"~15\"", v => v.Read<int>());

            Assert.Equal("""{"x":{"type":"Integer","value":-42}}""", Json(v => v.WriteInteger("x"u8, -42)));
            Assert.Equal("""{"x":{"type":"Double","value":-0.5}}""", Json(v => v.WriteDouble("x"u8, -0.5)));
            Assert.Equal("""{"x":{"type":"String","value":"-0.5"}}""", Json(v => v.Write("x"u8, -0.5m)));
            Assert.Equal("""{"x":{"type":"String","value":"2024-02-29"}}""", Json(v => v.Write("x"u8, new DateOnly(2024, 2, 29))));
            Assert.Equal("""{"x":{"type":"Date","value":"2024-02-29T07:04:56.000-0100"}}""", Json(v => v.WriteDate("x"u8, new DateTimeOffset(2024, 2, 29, 7, 4, 56, TimeSpan.FromHours(-1)))));
            Assert.Equal(TypedValue.String("-1.5"), TypedValue.Of(-1.5m));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    // Made by hand, so that the test means the same on machines without culture data.
    private static CultureInfo Hostile()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NumberGroupSeparator = ".";
        culture.NumberFormat.NegativeSign = "~";
        culture.NumberFormat.NaNSymbol = "kein";
        culture.DateTimeFormat.DateSeparator = "/";
        culture.DateTimeFormat.TimeSeparator = ".";
        return culture;
    }
}

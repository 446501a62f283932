using System.Globalization;

namespace Camunda.ExternalTask.Client.Conformance.Tests;

/// <summary>A culture and a time zone for the whole process, until disposed.</summary>
internal sealed class Place : IDisposable
{
    private readonly CultureInfo _culture = CultureInfo.CurrentCulture;
    private readonly CultureInfo? _defaultCulture = CultureInfo.DefaultThreadCurrentCulture;
    private readonly string? _zone = Environment.GetEnvironmentVariable("TZ");

    private Place(string culture, string zone)
    {
        CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.GetCultureInfo(culture, predefinedOnly: true);
        SetZone(zone);
    }

    /// <summary>Goes to a place, or skips the test where that cannot be.</summary>
    public static Place GoTo(string culture, string zone)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The time zone of a process cannot be set here.");
        return new(culture, zone);
    }

    /// <summary>The place is as strange as it is meant to be.</summary>
    public static void IsStrange()
    {
        Assert.NotEqual("-1.5 2024", string.Create(CultureInfo.CurrentCulture, $"{-1.5} {new DateTime(2024, 6, 1):yyyy}"));
        Assert.NotEqual(0, TimeZoneInfo.Local.GetUtcOffset(new DateTime(2024, 2, 29)).Minutes);
    }

    public void Dispose()
    {
        CultureInfo.DefaultThreadCurrentCulture = _defaultCulture;
        CultureInfo.CurrentCulture = _culture;
        SetZone(_zone);
    }

    private static void SetZone(string? zone)
    {
        Environment.SetEnvironmentVariable("TZ", zone);
        TimeZoneInfo.ClearCachedData();
    }
}

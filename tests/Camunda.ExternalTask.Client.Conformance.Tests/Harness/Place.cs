using System.Globalization;

namespace Camunda.ExternalTask.Client.Conformance.Tests;

/// <summary>A culture and a time zone for the whole process, until disposed.</summary>
internal sealed class Place : IDisposable
{
    private readonly CultureInfo _culture = CultureInfo.CurrentCulture;
    private readonly CultureInfo? _defaultCulture = CultureInfo.DefaultThreadCurrentCulture;
    private readonly string? _zone = Environment.GetEnvironmentVariable("TZ");

    public Place(string culture, string zone)
    {
        CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.GetCultureInfo(culture, predefinedOnly: true);
        SetZone(zone);
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

namespace DxRules.Engine.Feel.Values;

/// <summary>Where on earth a time is meant: not said, by its offset from UTC, or by a zone of the IANA database.</summary>
internal readonly record struct FeelZone
{
    private FeelZone(int? offsetSeconds, string? id)
    {
        OffsetSeconds = offsetSeconds;
        Id = id;
    }

    public static FeelZone Local => default;

    public static FeelZone Utc => new(0, null);

    /// <summary>East of UTC; null where none was written.</summary>
    public int? OffsetSeconds { get; }

    /// <summary>Such as Europe/Paris; null where none was written.</summary>
    public string? Id { get; }

    public bool IsLocal => OffsetSeconds == null && Id == null;

    /// <summary>The zone, or null if the offset is more than 18 hours.</summary>
    public static FeelZone? OfOffset(long seconds) => seconds is >= -64_800 and <= 64_800 ? new FeelZone((int)seconds, null) : null;

    /// <summary>The zone, or null if this machine's zone database does not know it.</summary>
    public static FeelZone? OfId(string id) => TimeZoneInfo.TryFindSystemTimeZoneById(id, out _) ? new FeelZone(null, id) : null;

    /// <summary>Seconds east of UTC at a local time; null for a local zone.</summary>
    public int? OffsetAt(CivilDate date, long nanosecondOfDay)
    {
        if (Id == null)
            return OffsetSeconds;
        var zone = TimeZoneInfo.FindSystemTimeZoneById(Id);

        // The zone database says nothing of years that .NET's dates cannot hold.
        if (date.Year is < 2 or > 9998)
            return (int)zone.BaseUtcOffset.TotalSeconds;
        var local = new DateTime(date.Year, date.Month, date.Day, 0, 0, 0, DateTimeKind.Unspecified).AddTicks(nanosecondOfDay / 100);
        return (int)zone.GetUtcOffset(local).TotalSeconds;
    }

    /// <summary>Seconds east of UTC at a moment given as seconds since 1970 in UTC; null for a local zone.</summary>
    public int? OffsetAtMoment(long unixSeconds)
    {
        if (Id == null)
            return OffsetSeconds;
        var zone = TimeZoneInfo.FindSystemTimeZoneById(Id);
        const long Year2 = -62_104_060_800;
        const long Year9999 = 253_370_764_800;
        return unixSeconds is < Year2 or > Year9999
            ? (int)zone.BaseUtcOffset.TotalSeconds
            : (int)zone.GetUtcOffset(DateTimeOffset.FromUnixTimeSeconds(unixSeconds)).TotalSeconds;
    }
}

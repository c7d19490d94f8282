namespace DxRules.Admin.Hosting;

/// <summary>
/// The clock of a demonstration, for which it is the day on which its story stops: else everything in it would be late by years. It starts there each time.
/// </summary>
internal sealed class DemoClock : TimeProvider
{
    private readonly TimeSpan behind;

    /// <param name="today">The day in Japan on which it starts.</param>
    public DemoClock(TimeProvider real, DateOnly today)
    {
        Real = real;
        var now = real.GetUtcNow().ToOffset(TimeSpan.FromHours(9));
        behind = TimeSpan.FromDays(DateOnly.FromDateTime(now.DateTime).DayNumber - today.DayNumber);
    }

    /// <summary>The clock on the wall, by which an authenticator app goes.</summary>
    public TimeProvider Real { get; }

    public override DateTimeOffset GetUtcNow() => Real.GetUtcNow() - behind;

    public override long TimestampFrequency => Real.TimestampFrequency;

    public override long GetTimestamp() => Real.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => Real.CreateTimer(callback, state, dueTime, period);
}

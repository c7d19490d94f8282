namespace DxRules.Tests.Admin;

/// <summary>A clock that stands until a test moves it on.</summary>
internal sealed class MovingClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = StoppedClock.Now;

    public override DateTimeOffset GetUtcNow() => Now;
}

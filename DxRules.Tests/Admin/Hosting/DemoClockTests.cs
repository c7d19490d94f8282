using DxRules.Admin.Hosting;

namespace DxRules.Tests.Admin.Hosting;

public sealed class DemoClockTests
{
    private static readonly DateOnly Today = new(2025, 6, 2);

    [Theory]
    [InlineData("2026-11-21T19:00:00Z", "2025-06-01T19:00:00Z")] // in Japan it is the next morning
    [InlineData("2026-11-21T03:00:00Z", "2025-06-02T03:00:00Z")]
    public void It_starts_on_its_day_in_Japan_at_the_hour_on_the_wall(string wall, string shown)
    {
        var real = new MovingClock { Now = DateTimeOffset.Parse(wall, System.Globalization.CultureInfo.InvariantCulture) };
        var clock = new DemoClock(real, Today);

        clock.GetUtcNow().ShouldBe(DateTimeOffset.Parse(shown, System.Globalization.CultureInfo.InvariantCulture));
        real.Now += TimeSpan.FromDays(2);
        clock.GetUtcNow().ShouldBe(DateTimeOffset.Parse(shown, System.Globalization.CultureInfo.InvariantCulture).AddDays(2), "time goes on");
        clock.Real.GetUtcNow().ShouldBe(real.Now);
    }
}

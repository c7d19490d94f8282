using System.Globalization;
using System.Text;

namespace DxRules.Tests.Admin.Crashes;

/// <summary>
/// Kills the site while people enter, check, import, back up, publish and close, and sees that what it said was done is done, and nothing by half.
/// <c>DXRULES_CRASHES=300</c> kills it so often, <c>DXRULES_CRASH_SEED</c> begins the row of chances elsewhere, <c>DXRULES_CRASH_REPORT</c> names a file for the counts.
/// </summary>
public sealed class CrashTests(ITestOutputHelper output)
{
    private static readonly int Times = int.Parse(Environment.GetEnvironmentVariable("DXRULES_CRASHES") ?? "1", CultureInfo.InvariantCulture);
    private static readonly int Seed = int.Parse(Environment.GetEnvironmentVariable("DXRULES_CRASH_SEED") ?? "20261122", CultureInfo.InvariantCulture);

    [Fact]
    public async Task What_the_site_said_was_done_is_there_after_it_was_killed_and_nothing_is_done_by_half()
    {
        var random = new Random(Seed);
        var counts = new CrashCounts { Longest = Times > 1 ? 12000 : 2000 };
        var left = Times;
        while (left > 0)
        {
            // The story of one site: killed and started again, until its cycle is closed or it has been through enough.
            await using var story = await CrashedSite.Begin(counts, random);
            for (var round = 1; left > 0 && round <= 12 && !story.IsClosed; round++, left--)
            {
                await story.WorkUntilKilled(round);
                await story.LookAndGoOn();
            }
        }
        output.WriteLine(counts.ToString());
        if (Environment.GetEnvironmentVariable("DXRULES_CRASH_REPORT") is { } file)
            await File.WriteAllTextAsync(file, counts.ToString(), Encoding.UTF8);
        counts.Kills.ShouldBe(Times);
        counts.Wrong.ShouldBeEmpty();
    }
}

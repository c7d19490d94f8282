using DxRules.Admin.Keeping;
using DxRules.Tests.Admin.Audit;

namespace DxRules.Tests.Admin.Keeping;

public sealed class NightlyBackupTests
{
    [Theory]
    [InlineData("2026-11-22T01:59:59+09:00", "2026-11-21T02:00:00+09:00")]
    [InlineData("2026-11-22T02:00:00+09:00", "2026-11-22T02:00:00+09:00")]
    [InlineData("2026-11-22T23:30:00+09:00", "2026-11-22T02:00:00+09:00")]
    [InlineData("2026-11-21T17:30:00Z", "2026-11-22T02:00:00+09:00")]
    public void It_is_due_by_the_clock_of_Japan(string now, string due) =>
        NightlyBackup.LastDue(DateTimeOffset.Parse(now), 2).ShouldBe(DateTimeOffset.Parse(due));

    [Fact]
    public void Of_those_made_by_night_the_newest_are_kept_and_of_the_others_all()
    {
        using var log = new TamperedLog(1);
        var folder = Backup.FolderIn(log.DataFolder);
        var day = new DateTimeOffset(2026, 11, 20, 2, 0, 0, TimeSpan.FromHours(9));
        foreach (var (kind, days) in new[] { ("nightly", 0), ("nightly", 1), ("nightly", 2), ("dxrules", 0), ("before-update", 0) })
            Backup.Make(Path.Combine(log.DataFolder, "dxrules.db"), Path.Combine(folder, Backup.NameAt(day.AddDays(days), kind)), demo: false, day.AddDays(days), default);

        StoredBackups.Thin(folder, 2);

        StoredBackups.In(folder).Select(backup => backup.Name).ShouldBe(
        [
            "nightly-20261122-020000.dxbackup", "nightly-20261121-020000.dxbackup", "before-update-20261120-020000.dxbackup", "dxrules-20261120-020000.dxbackup",
        ]);
    }
}

using System.Diagnostics;
using DxRules.Admin.Audit;
using Microsoft.Data.Sqlite;

namespace DxRules.Tests.Admin.Audit;

public sealed class AuditVerificationTests
{
    private const string Columns = "At, UserId, Origin, OnBehalfOf, Action, PlanId, CycleId, SubjectId, Details, Changes, Secret";

    [Fact]
    public void A_log_that_nobody_touched_is_intact()
    {
        using var log = new TamperedLog(6);

        var verdict = log.Verify();

        verdict.Tampering.ShouldBeNull();
        verdict.Entries.ShouldBe(6);
        verdict.LastHash.Length.ShouldBe(64);
    }

    [Fact]
    public void An_empty_log_is_intact()
    {
        using var log = new TamperedLog(0);

        log.Verify().ShouldBe(new AuditVerdict(0, AuditChain.Start, null));
    }

    [Theory]
    [InlineData("""UPDATE Audit SET Details = '["2019"]' WHERE Id = 3""")]
    [InlineData("UPDATE Audit SET Secret = 1 WHERE Id = 3")]
    [InlineData("UPDATE Audit SET At = '2025-05-31T03:00:00.001Z' WHERE Id = 3")]
    [InlineData("UPDATE Audit SET At = 'nonsense' WHERE Id = 3")]
    [InlineData("UPDATE Audit SET UserId = 7 WHERE Id = 3")]
    [InlineData("UPDATE Audit SET OnBehalfOf = '' WHERE Id = 3")]
    [InlineData("UPDATE Audit SET Changes = '[' WHERE Id = 3")]
    [InlineData("UPDATE Audit SET Details = Details || ' ' WHERE Id = 3")]
    [InlineData("UPDATE Audit SET Hash = PreviousHash WHERE Id = 3")]
    public void A_row_of_which_anything_was_changed_is_named(string sql)
    {
        using var log = new TamperedLog(6);

        log.Tamper(sql);

        var found = log.Verify().Tampering.ShouldNotBeNull();
        (found.Kind, found.Number).ShouldBe((TamperingKind.Changed, 3));
    }

    [Fact]
    public void A_row_that_was_changed_together_with_its_hash_is_named()
    {
        using var log = new TamperedLog(6);

        log.Tamper("""UPDATE Audit SET Details = '["2019"]' WHERE Id = 3""");
        log.Rehash(3);

        log.Verify().Tampering.ShouldBe(new AuditTampering(TamperingKind.Changed, 3, "2025-05-31T03:00:00.000Z"));
    }

    [Fact]
    public void A_row_deleted_from_the_middle_is_named()
    {
        using var log = new TamperedLog(6);

        log.Tamper("DELETE FROM Audit WHERE Id = 3");

        log.Verify().Tampering.ShouldBe(new AuditTampering(TamperingKind.Missing, 3));
    }

    [Fact]
    public void A_gap_that_was_closed_by_new_numbers_is_still_named()
    {
        using var log = new TamperedLog(6);

        log.Tamper("DELETE FROM Audit WHERE Id = 3; UPDATE Audit SET Id = Id - 1 WHERE Id > 3; PRAGMA user_version = 5");

        log.Verify().Tampering.ShouldBe(new AuditTampering(TamperingKind.Missing, 3));
    }

    [Fact]
    public void The_first_row_deleted_is_named()
    {
        using var log = new TamperedLog(6);

        log.Tamper("DELETE FROM Audit WHERE Id = 1");

        log.Verify().Tampering.ShouldBe(new AuditTampering(TamperingKind.Missing, 1));
    }

    [Theory]
    [InlineData("DELETE FROM Audit WHERE Id = 6", 6)]
    [InlineData("DELETE FROM Audit WHERE Id > 4", 5)]
    [InlineData("DELETE FROM Audit", 1)]
    public void A_log_cut_off_at_its_end_is_noticed(string sql, int first)
    {
        using var log = new TamperedLog(6);

        log.Tamper(sql);

        log.Verify().Tampering.ShouldBe(new AuditTampering(TamperingKind.CutOff, first));
    }

    [Fact]
    public async Task A_log_that_was_cut_off_and_written_on_shows_it_still()
    {
        using var log = new TamperedLog(6);

        log.Tamper("DELETE FROM Audit WHERE Id = 6");
        await log.Write(3);

        log.Verify().Tampering.ShouldNotBeNull().Kind.ShouldBe(TamperingKind.Missing);
    }

    [Fact]
    public void Rows_with_swapped_numbers_are_named()
    {
        using var log = new TamperedLog(6);

        log.Tamper("UPDATE Audit SET Id = -1 WHERE Id = 3; UPDATE Audit SET Id = 3 WHERE Id = 5; UPDATE Audit SET Id = 5 WHERE Id = -1");

        log.Verify().Tampering.ShouldBe(new AuditTampering(TamperingKind.Moved, 3, "2025-05-31T05:00:00.000Z", Was: 5));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    public void A_row_put_before_the_first_or_after_the_last_is_named(int number)
    {
        using var log = new TamperedLog(6);

        log.Tamper($"INSERT INTO Audit (Id, {Columns}, PreviousHash, Hash) SELECT {number}, {Columns}, Hash, Hash FROM Audit WHERE Id = 6");

        var found = log.Verify().Tampering.ShouldNotBeNull();
        (found.Kind, found.Number).ShouldBe((TamperingKind.Inserted, number));
    }

    [Fact]
    public void A_row_put_at_the_end_with_a_right_hash_is_named()
    {
        using var log = new TamperedLog(6);

        log.Tamper($"INSERT INTO Audit (Id, {Columns}, PreviousHash, Hash) SELECT 7, {Columns}, Hash, '' FROM Audit WHERE Id = 6");
        log.Rehash(7);

        log.Verify().Tampering.ShouldNotBeNull().Kind.ShouldBe(TamperingKind.Inserted);
    }

    [Fact]
    public void A_row_put_between_others_with_new_numbers_for_those_behind_is_named()
    {
        using var log = new TamperedLog(6);

        log.Tamper(
            $"""
            UPDATE Audit SET Id = -Id - 1 WHERE Id > 2; UPDATE Audit SET Id = -Id WHERE Id < 0;
            INSERT INTO Audit (Id, {Columns}, PreviousHash, Hash) SELECT 3, {Columns}, Hash, Hash FROM Audit WHERE Id = 2;
            PRAGMA user_version = 7
            """);

        log.Verify().Tampering.ShouldBe(new AuditTampering(TamperingKind.Inserted, 3, "2025-05-31T02:00:00.000Z"));
    }

    [Fact]
    public void Triggers_that_were_taken_away_are_noticed()
    {
        using var log = new TamperedLog(6);

        log.Tamper("SELECT 1", tidily: false);

        log.Verify().Tampering.ShouldBe(new AuditTampering(TamperingKind.Unguarded));
    }

    [Fact]
    public async Task A_noted_hash_shows_that_the_log_goes_on_from_there()
    {
        using var log = new TamperedLog(6);
        var noted = log.Verify().LastHash;
        await log.Write(2);

        log.Verify(noted.ToUpperInvariant()).Tampering.ShouldBeNull();
    }

    [Fact]
    public async Task A_log_that_was_written_anew_by_somebody_who_knows_how_is_told_from_the_noted_hash_alone()
    {
        using var log = new TamperedLog(6);
        var noted = log.Verify().LastHash;

        log.Tamper("DELETE FROM Audit WHERE Id > 4; PRAGMA user_version = 4");
        await log.Write(5);

        log.Verify().Tampering.ShouldBeNull("nothing in the file can tell");
        log.Verify(noted).Tampering.ShouldBe(new AuditTampering(TamperingKind.NotedMissing));
    }

    [Theory]
    [InlineData("UPDATE Audit SET Secret = 1")]
    [InlineData("DELETE FROM Audit")]
    public void Rows_are_not_changed_by_accident(string sql)
    {
        using var log = new TamperedLog(1);
        using var connection = new SqliteConnection($"Data Source={Path.Combine(log.DataFolder, "dxrules.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;

        Should.Throw<SqliteException>(() => command.ExecuteNonQuery()).Message.ShouldContain("append-only");
    }

    [Fact]
    public async Task A_long_log_is_verified_in_seconds()
    {
        using var log = new TamperedLog(0);
        for (var i = 0; i < 20; i++)
            await log.Write(1_000);
        var clock = Stopwatch.StartNew();

        log.Verify().Entries.ShouldBe(20_000);

        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10), "100,000 entries take some seconds");
    }
}

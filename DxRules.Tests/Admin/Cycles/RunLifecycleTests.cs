using DxRules.Admin.Data;
using DxRules.Engine.Alerts;
using DxRules.Engine.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DxRules.Tests.Admin.Cycles;

public sealed class RunLifecycleTests
{
    [Fact]
    public async Task Every_row_says_how_it_stands_against_the_cycle_before()
    {
        await using var years = await YearsOfChecks.Eventful();

        (await years.Rows(1)).Values.ShouldAllBe(row => row.State == AlertState.New && row.Nth == 1 && row.PreviousSeverity == null);
        StatesOf(await years.Rows(3)).ShouldBe(
        [
            (FabricatedCheck.Behind.Key, Outcome.Undetermined, AlertState.Undetermined, 0, Severity.Warning),
            ("KPI-03/p1-k1-s1", Outcome.Alert, AlertState.New, 1, null),
            (FabricatedCheck.Noted.Key, Outcome.Alert, AlertState.Worsened, 3, Severity.Notice),
            (FabricatedCheck.Late.Key, Outcome.Alert, AlertState.Eased, 3, Severity.Critical),
            (FabricatedCheck.Following.Key, Outcome.Alert, AlertState.Recurred, 1, null),
            (FabricatedCheck.Secret.Key, Outcome.Gone, AlertState.Cleared, 0, Severity.Info),
        ]);
    }

    [Fact]
    public async Task What_is_none_any_more_keeps_its_sentence_its_departments_and_its_secrecy_and_stands_last()
    {
        await using var years = await YearsOfChecks.Eventful();

        var phase = (await years.Rows(2))[FabricatedCheck.Following.Key];
        (phase.Outcome, phase.State, phase.Secret, phase.MessageJa).ShouldBe((Outcome.Gone, AlertState.Cleared, false, FabricatedCheck.Following.Message.Ja));
        phase.Departments.Select(department => department.Department).ShouldBe(["992011/d-shimin"]);
        phase.Position.ShouldBe(4);
        (await years.Rows(3))[FabricatedCheck.Secret.Key].Secret.ShouldBeTrue();
    }

    [Fact]
    public async Task A_half_year_check_is_compared_with_the_year_before_and_not_with_itself()
    {
        await using var years = await YearsOfChecks.Of(FabricatedCheck.Only([FabricatedCheck.Late]), FabricatedCheck.Only([FabricatedCheck.Late, FabricatedCheck.Noted]));
        await years.Again(FabricatedCheck.Only([FabricatedCheck.Late, FabricatedCheck.Noted]));

        StatesOf(await years.Rows(2)).ShouldBe(
        [
            (FabricatedCheck.Noted.Key, Outcome.Alert, AlertState.New, 1, null),
            (FabricatedCheck.Late.Key, Outcome.Alert, AlertState.Continuing, 2, Severity.Critical),
        ]);
    }

    [Fact]
    public async Task Of_a_cycle_with_issues_the_last_one_counts()
    {
        await using var years = await YearsOfChecks.Of(FabricatedCheck.Only([FabricatedCheck.Late]));
        await years.Again(FabricatedCheck.Only([]));
        await years.Site.In(async services =>
        {
            var db = services.GetRequiredService<AdminDb>();
            db.CycleIssues.Add(new CycleIssueRow { CycleId = 1, Number = 1, RunId = 1, At = StoppedClock.Now });
            await db.SaveByHand();
        });

        await years.Next(FabricatedCheck.Only([FabricatedCheck.Late]));

        (await years.Rows(2)).Values.ShouldHaveSingleItem().State.ShouldBe(AlertState.Continuing);
    }

    [Fact]
    public async Task A_renumbered_item_keeps_its_history_and_its_alert()
    {
        await using var years = await YearsOfChecks.Of(FabricatedCheck.Only([FabricatedCheck.Late]));
        await years.Site.In(async services =>
        {
            var db = services.GetRequiredService<AdminDb>();
            db.Renumberings.Add(new RenumberingRow { PlanId = 1, OldId = FabricatedCheck.Late.Subject.Id, NewId = "moved", At = StoppedClock.Now, Reason = "改定" });
            await db.SaveByHand();
        });

        await years.Next(FabricatedCheck.Only([FabricatedCheck.Late with { Key = "SCH-02/moved", Subject = FabricatedCheck.Late.Subject with { Id = "moved" } }]));

        var row = (await years.Rows(2)).Values.ShouldHaveSingleItem();
        (row.State, row.Nth).ShouldBe((AlertState.Continuing, 2));
        await years.Site.In(async services =>
        {
            var alert = await services.GetRequiredService<AdminDb>().Alerts.SingleAsync();
            (alert.Key, alert.FirstRunId, alert.LastRunId).ShouldBe(("SCH-02/moved", 1, 2));
        });
    }

    private static IEnumerable<(string Key, Outcome Outcome, AlertState? State, int Nth, Severity? Before)> StatesOf(IReadOnlyDictionary<string, ObservationRow> rows) =>
        rows.Values.OrderBy(row => row.Key, StringComparer.Ordinal).Select(row => (row.Key, row.Outcome, row.State, row.Nth, row.PreviousSeverity));
}

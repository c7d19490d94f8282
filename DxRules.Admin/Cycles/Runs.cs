using System.Globalization;
using System.Security.Cryptography;
using DxRules.Admin.Audit;
using DxRules.Admin.Data;
using DxRules.Admin.People;
using DxRules.Admin.Versions;
using DxRules.Engine.Alerts;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Cycles;

/// <summary>Stores what a check found. The check itself is done before, so that nobody waits for it who wants to write.</summary>
internal static class Runs
{
    /// <summary>Stores a run with its observations in one transaction, and moves the alerts it saw to it.</summary>
    public static async Task<RunRow> Store(
        AdminDb db, AuditLog audit, CycleRow cycle, PlanVersionRow version, CheckedPlan check, Viewer by, DateTimeOffset at, CancellationToken cancel)
    {
        var rules = check.Rules.ToDictionary(rule => rule.RuleId, StringComparer.Ordinal);
        var lifecycle = await RunLifecycle.Of(db, cycle, check.Report, cancel);
        await using var writing = await db.Write(cancel);
        await AddRuleTexts(db, check.Rules, cancel);
        await AddSettings(db, check.Settings, cancel);
        var run = NewRun(cycle.Id, version.Id, check, at);
        run.ById = by.UserId;
        run.Number = 1 + await db.Runs.IgnoreQueryFilters().Where(other => other.CycleId == cycle.Id).MaxAsync(other => (int?)other.Number, cancel) ?? 1;
        run.Rules.AddRange(check.Rules.Select(rule => new RunRuleRow { RuleHash = rule.Hash }));
        run.Settings.AddRange(check.Settings.Select(setting => new RunSettingRow { SettingHash = setting.Hash }));
        run.Observations.AddRange(Observations.Of(check.Report.Plans[0], rules, check.Subjects, check.Report.Plans[0].Municipality));
        await lifecycle.Apply(db, run, cancel);
        db.Runs.Add(run);
        await db.SaveChangesAsync(cancel);
        await AlertRows.Move(db, cycle.PlanId, run, lifecycle.Renumbered, cancel);
        await PlanVersions.KeepWhole(db, version, cancel);
        await audit.Add(Entry(cycle, run), cancel);
        await db.SaveChangesAsync(cancel);
        await writing.Commit(cancel);
        return run;
    }

    private static AuditEntry Entry(CycleRow cycle, RunRow run) => new(AuditActions.RunStored)
    {
        Plan = cycle.PlanId,
        Cycle = cycle.Id,
        Details =
        [
            cycle.FiscalYear.ToString(CultureInfo.InvariantCulture), run.Number.ToString(CultureInfo.InvariantCulture),
            run.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), run.RuleSetHash[..12],
        ],
    };

    private static RunRow NewRun(int cycle, int version, CheckedPlan check, DateTimeOffset at)
    {
        var (report, plan) = (check.Report, check.Report.Plans[0]);
        return new RunRow
        {
            CycleId = cycle,
            PlanVersionId = version,
            AsOf = report.AsOf,
            Engine = report.Engine,
            RuleSetHash = report.RuleSet.Hash,
            ProfileName = report.Profile.Name,
            ProfileHash = report.Profile.Hash,
            ReportHash = Convert.ToHexStringLower(SHA256.HashData(check.Json)),
            Report = Compressed.Pack(check.Json),
            At = at,
            LaterFactsIgnored = plan.LaterFactsIgnored,
            Quiet = plan.Counts.Quiet,
            NotApplicable = plan.Counts.NotApplicable,
            OpenReportHash = check.OpenHash,
        };
    }

    private static async Task AddRuleTexts(AdminDb db, IReadOnlyList<RuleTextRow> rules, CancellationToken cancel)
    {
        var known = await db.RuleTexts.Select(rule => rule.Hash).ToListAsync(cancel);
        db.RuleTexts.AddRange(rules.ExceptBy(known, rule => rule.Hash));
    }

    private static async Task AddSettings(AdminDb db, IReadOnlyList<SettingTextRow> settings, CancellationToken cancel)
    {
        var known = await db.SettingTexts.Select(setting => setting.Hash).ToListAsync(cancel);
        db.SettingTexts.AddRange(settings.ExceptBy(known, setting => setting.Hash));
    }
}

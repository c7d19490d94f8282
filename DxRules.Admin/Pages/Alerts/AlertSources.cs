using DxRules.Admin.Data;
using DxRules.Admin.Localization;
using DxRules.Admin.Versions;
using DxRules.Engine.Plans.Changes;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Pages.Alerts;

/// <summary>From which cells the values of an alert's subject came, and of what it holds.</summary>
internal static class AlertSources
{
    /// <summary>Lines that are shown.</summary>
    public const int Most = 20;

    public static async Task<IReadOnlyList<(string Name, CellSource Source)>> Read(AdminDb db, PlanDocuments documents, AlertPage alert, Texts texts, CancellationToken cancel)
    {
        var plan = alert.Cycle.Plan;
        if (!await db.Provenance.AnyAsync(row => row.PlanId == plan, cancel))
            return [];
        var version = await db.Runs.Where(run => run.Id == alert.Run.Id).Select(run => run.PlanVersion!.Number).SingleAsync(cancel);
        var seen = (await documents.Version(plan, version, cancel))!;
        var subjects = new KnownSubjects(seen.Document, seen.Head.At, []);
        var words = new ChangeWords(subjects, texts);
        var provenance = await Provenance.Of(db, plan, subjects.WithBelow(alert.Line.SubjectId.Split('/')[0]), version, cancel);
        return [.. provenance.All.OrderByDescending(source => source.Subject == alert.Line.SubjectId).Take(Most)
            .Select(source => (texts["change.of", subjects.Of(source.Subject)?.Title ?? source.Subject, words.NameOf(new PlanChange(source.Subject, source.Member, null, null))], source))];
    }
}

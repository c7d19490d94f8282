using System.Linq.Expressions;
using DxRules.Admin.Data;
using DxRules.Admin.Localization;
using DxRules.Admin.Versions;
using DxRules.Engine.Plans.Changes;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Pages.Versions;

/// <summary>Changes of a plan by version, the newest first, as far as the viewer may see them.</summary>
/// <param name="Page">The page shown, counted from 1: the one asked for, as far as there is one.</param>
/// <param name="Total">Versions on all pages.</param>
internal sealed record ChangeList(SeenVersion Newest, KnownSubjects Subjects, IReadOnlyList<ShownVersion> Versions, int Page, int Total)
{
    /// <summary>Versions on a page.</summary>
    public const int Size = 20;

    /// <summary>The whole plan's; null where the viewer sees no such plan.</summary>
    public static async Task<ChangeList?> OfPlan(AdminDb db, PlanDocuments documents, Texts texts, int plan, int page, CancellationToken cancel)
    {
        if (await documents.Newest(plan, cancel) is not { } newest)
            return null;
        var subjects = await SubjectsOf(db, newest, cancel);
        return await Read(db, texts, newest, subjects, page, Reached(db, newest, subjects), null, cancel);
    }

    /// <summary>Those of a subject and of what it holds; null where the viewer sees no such subject, in the plan or taken out of it.</summary>
    public static async Task<ChangeList?> OfSubject(AdminDb db, PlanDocuments documents, Texts texts, int plan, string id, int page, CancellationToken cancel)
    {
        if (await documents.Newest(plan, cancel) is not { } newest)
            return null;
        var subjects = await SubjectsOf(db, newest, cancel);
        if (subjects.Of(id) is null || !new SubjectReach(newest.Document, db.Viewer, newest.Head.Municipality).Holds(id))
            return null;
        var ids = subjects.WithBelow(id);
        var element = "/" + id;

        // That it came and went stands with what holds it.
        return await Read(db, texts, newest, subjects, page, row => ids.Contains(row.SubjectId) || (row.Index != null && row.Member.EndsWith(element)), id, cancel);
    }

    private static async Task<KnownSubjects> SubjectsOf(AdminDb db, SeenVersion newest, CancellationToken cancel)
    {
        var removals = await db.PlanChanges.AsNoTracking().Where(row => row.Version!.PlanId == newest.Head.Plan && row.Index != null && row.New == null)
            .OrderByDescending(row => row.Version!.Number).Select(row => new PlanChange(row.SubjectId, row.Member, row.Old, row.New, row.Index)).ToListAsync(cancel);
        return new KnownSubjects(newest.Document, newest.Head.At, removals);
    }

    // Who answers for some departments only sees what these answer for.
    private static Expression<Func<PlanChangeRow, bool>> Reached(AdminDb db, SeenVersion newest, KnownSubjects subjects)
    {
        if (db.Viewer.SeesAll)
            return row => true;
        var reach = new SubjectReach(newest.Document, db.Viewer, newest.Head.Municipality);
        var ids = subjects.All.Where(reach.Holds).ToList();
        return row => ids.Contains(row.SubjectId);
    }

    private static async Task<ChangeList> Read(
        AdminDb db, Texts texts, SeenVersion newest, KnownSubjects subjects, int page, Expression<Func<PlanChangeRow, bool>> wanted, string? subject, CancellationToken cancel)
    {
        var plan = newest.Head.Plan;
        var rows = db.PlanChanges.AsNoTracking().Where(row => row.Version!.PlanId == plan).Where(wanted);
        var ids = await rows.Select(row => row.VersionId).Distinct().ToListAsync(cancel);

        // The first version has no changes and is everybody's to see.
        var versions = db.PlanVersions.AsNoTracking().Where(row => row.PlanId == plan && (ids.Contains(row.Id) || row.Number == 1)).OrderByDescending(row => row.Number);
        var total = await versions.CountAsync(cancel);
        page = Math.Clamp(page, 1, Math.Max(1, (total + Size - 1) / Size));
        var shown = await versions.Skip((page - 1) * Size).Take(Size)
            .Select(row => new { row.Id, row.Number, row.At, Author = row.Author!.DisplayName, row.OnBehalfOf, row.Reason }).ToListAsync(cancel);
        var on = shown.Select(version => version.Id).ToList();
        var changes = (await rows.Where(row => on.Contains(row.VersionId)).OrderBy(row => row.Position).ToListAsync(cancel)).ToLookup(row => row.VersionId);
        var words = new ShownChanges(plan, subjects, texts, subject, await Provenance.Of(db, plan, [.. shown.Select(version => version.Number)], cancel));
        return new ChangeList(newest, subjects,
            [.. shown.Select(version => new ShownVersion(
                version.At, version.Author, version.OnBehalfOf is { } department ? subjects.Of(department)?.Title ?? department : null, version.Reason, version.Number == 1, words.Of(version.Number, changes[version.Id])))],
            page,
            total);
    }
}

using DxRules.Admin.Exchange.Grids;
using DxRules.Admin.Exchange.Workbooks;
using DxRules.Engine.Plans;
using DxRules.Engine.Plans.Changes;
using DxRules.Engine.Text;

namespace DxRules.Admin.Exchange.Imports;

/// <summary>What a workbook of our own form, filled in, would change of a plan.</summary>
internal static class WorkbookImport
{
    /// <summary>
    /// The changes between what the workbook was made from and what it holds now; what it was not made to hold stays as it is. A workbook that does not say
    /// what it was made from is compared with the newest version as a whole.
    /// </summary>
    /// <param name="newest">As the person may see it.</param>
    /// <param name="made">The version whose number the workbook names (<see cref="WorkbookAbout.Version"/>), likewise; null where there is none such or it names none.</param>
    public static ImportProposal Propose(PlanDocument newest, WorkbookReading reading, PlanDocument? made)
    {
        if (reading.Document is not { } now || reading.Parts is not { } parts)
            return Refused(reading.Problems);
        var told = new WorkbookProvenance(newest, reading.About, made);
        if (told.BaseOf(now) is not { } found)
            return Refused([.. reading.Problems, .. told.Problems]);
        var (whole, slice) = found;
        var changes = PlanDifference.Between(whole, SliceMerge.Into(whole, slice.Document, now));
        var places = WorkbookSources.Of(parts, now);
        var rows = new WorkbookRows(slice, places.Rows);
        rows.Compare(now);
        return new ImportProposal(changes, rows.All, [.. reading.Problems, .. told.Problems, .. rows.Problems], places.Of(changes));
    }

    private static ImportProposal Refused(IReadOnlyList<CellProblem> problems) =>
        new([], [], problems, new Dictionary<(string, string), CellPlace>());
}

/// <summary>Finds what a workbook was made from, and tells where it does not belong to the plan as it is now.</summary>
internal sealed class WorkbookProvenance(PlanDocument newest, WorkbookAbout? about, PlanDocument? made)
{
    private readonly List<CellProblem> problems = [];

    public IReadOnlyList<CellProblem> Problems => problems;

    /// <summary>The plan and the part of it that the workbook held; null where that cannot be told.</summary>
    public (PlanDocument Whole, PlanSlice Slice)? BaseOf(PlanDocument now)
    {
        if (now.Plan.Id != newest.Plan.Id || now.Municipality.Code != newest.Municipality.Code || (about?.Plan is { } named && named != newest.Plan.Id))
        {
            Tell(about?.PlanAt, "DX670", $"別の計画のブックです。取り込む先は「{newest.Plan.Title}」（{newest.Plan.Id}）ですが、「{now.Plan.Title}」（{now.Plan.Id}）のものです。",
                $"The workbook belongs to another plan: {now.Plan.Id}, not {newest.Plan.Id}.");
            return null;
        }
        if (now.Security is not null && newest.Security is null && about is not { HasSecurity: false })
        {
            Tell(about?.SecurityAt, "DX675", "情報セキュリティの内容が入っています。情報セキュリティ担当者でない方は取り込めません。",
                "It holds what lies under security, which only security officers may take in.");
            return null;
        }
        if (about?.Hash is null)
            return (newest, Part(newest, now.Security is not null));
        var whole = about.Version is null ? newest : made;
        if (whole is null || Part(whole, about.HasSecurity) is not { } slice || PlanWriter.Hash(slice.Document) != about.Hash)
        {
            Tell(about.VersionAt, "DX671", "どの版から作ったブックかを確かめられません。新しい書式を書き出して記入してください。シート「この書式について」を消すと、今の計画との違いとして取り込めます。",
                "It cannot be told which version the workbook was made from. Export a new one; or delete its first sheet, and it is compared with the plan as it is now.");
            return null;
        }
        return IsOfEarlierYear(whole) ? null : (whole, slice);
    }

    private PlanSlice Part(PlanDocument whole, bool hasSecurity)
    {
        var seen = hasSecurity ? whole : whole.WithoutSecurity();
        return about?.Department is { } department ? DepartmentSlice.Of(seen, department) : PlanSlice.Whole(seen);
    }

    private bool IsOfEarlierYear(PlanDocument whole)
    {
        if (YearOf(newest) is { } year && (YearOf(whole) ?? 0) < year)
        {
            var review = $"令和{year - 2018}年度";
            Tell(about!.VersionAt, "DX672", $"{review}の点検が始まる前の書式です。新しい書式を書き出して記入してください。", $"It was made before the review of fiscal {year} began. Export a new one.");
            return true;
        }
        if (newest.Plan.Revisions.Where(IsOfAll).Except(whole.Plan.Revisions).LastOrDefault() is { } revision)
        {
            Tell(about!.VersionAt, "DX673", $"計画が{revision.On}に改定される前の書式です。新しい書式を書き出して記入してください。", $"It was made before the plan was revised on {revision.On}. Export a new one.");
            return true;
        }
        return false;
    }

    private static bool IsOfAll(PlanRevision revision) => revision.Subject is null;

    private static int? YearOf(PlanDocument plan) => plan.Governance?.Cycles is { Count: > 0 } cycles ? cycles.Max(cycle => cycle.FiscalYear) : null;

    private void Tell(CellPlace? at, string code, string ja, string en) =>
        problems.Add(new CellProblem(at, new Diagnostic(code, DiagnosticSeverity.Error, new LocalizedText(ja, en), new SourceText("", ""), default)));
}

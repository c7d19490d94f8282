using System.Globalization;
using DxRules.Admin.Audit;
using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.Exchange.Grids;
using DxRules.Admin.Exchange.Imports;
using DxRules.Admin.Exchange.Peers;
using DxRules.Admin.Exchange.Workbooks;
using DxRules.Admin.Localization;
using DxRules.Admin.Versions;
using DxRules.Engine.Plans;
using DxRules.Engine.Plans.Changes;
using DxRules.Engine.Text;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Exchange.Importing;

/// <summary>Compares a file with the newest version of its plan, and keeps what it finds. Nothing of the plan is changed.</summary>
internal sealed class ImportChecking(AdminDb db, PlanDocuments documents, ImportTables tables, PeerDefinitions peers, KeptFiles kept, CheckEffects effects, AuditLog audit, TimeProvider clock)
{
    /// <summary>False where there is no such import that the person may go on with, or it has ended, or somebody went on with it meanwhile.</summary>
    /// <param name="rowsDone">Told how many rows are read.</param>
    public async Task<bool> Check(int id, Action<int, int?> rowsDone, CancellationToken cancel)
    {
        var row = await db.Imports.AsNoTracking().Include(import => import.File).SingleOrDefaultAsync(import => import.Id == id, cancel);
        if (row is not { File: not null } || row.State is ImportState.Taken or ImportState.Discarded || !db.Viewer.MayHandle(row) || await documents.Newest(row.PlanId, cancel) is not { } newest)
            return false;
        var plan = row.Secret ? newest.Document : newest.Document.WithoutSecurity();
        var proposal = await Propose(row, plan, rowsDone, cancel);
        var check = await Complete(row, newest, plan, proposal, cancel);
        cancel.ThrowIfCancellationRequested();
        return await Keep(row, newest.Head.Number, check, cancel);
    }

    private async Task<ImportProposal> Propose(ImportRow row, PlanDocument plan, Action<int, int?> rowsDone, CancellationToken cancel)
    {
        if (row.IsOwn)
            return await ProposeOwn(row, plan, cancel);
        if (PeerMapping.Is(row.Mapping))
            return await ProposePeers(row, plan, cancel);
        var reading = kept.Read(row, row.File!, cancel);
        if (reading.Grids is not { } grids)
            return new ImportProposal([], [], reading.Problems, new Dictionary<(string, string), CellPlace>());
        var chosen = tables.Chosen(row, grids);
        var total = chosen.Sum(pair => pair.Table.Rows.Count);
        rowsDone(0, total);
        var proposal = TableImport.Propose(plan, chosen, Dates.InJapan(clock.GetUtcNow()), new RowsDone(done => rowsDone(done, total)), cancel);
        return proposal with { Problems = [.. TableProblems.Of(reading.Problems, chosen), .. proposal.Problems] };
    }

    private async Task<ImportProposal> ProposeOwn(ImportRow row, PlanDocument plan, CancellationToken cancel)
    {
        var reading = PlanWorkbookReader.Read(row.FileName, Compressed.Unpack(row.File!.Content));
        var made = reading.About?.Version is { } number ? await documents.Version(row.PlanId, number, cancel) : null;
        return WorkbookImport.Propose(plan, reading, made is null || row.Secret ? made?.Document : made.Document.WithoutSecurity());
    }

    private async Task<ImportProposal> ProposePeers(ImportRow row, PlanDocument plan, CancellationToken cancel)
    {
        var (file, problems) = PeerFiles.Read(row.FileName, Compressed.Unpack(row.File!.Content), cancel);
        return file is null
            ? new ImportProposal([], [], problems, new Dictionary<(string, string), CellPlace>())
            : PeerImport.Propose(row.FileName, plan, file, PeerMapping.Of(row.Mapping!), await peers.Of(row.PlanId, file.Code, cancel));
    }

    private async Task<ImportCheck> Complete(ImportRow row, SeenVersion newest, PlanDocument plan, ImportProposal proposal, CancellationToken cancel)
    {
        var check = new ImportCheck(
            proposal.Changes,
            [.. proposal.Rows.Select(one => new CheckedRow(one.At.Sheet, one.Outcome == ImportOutcome.Removed ? 0 : one.At.Row, one.Outcome, one.Subject, one.Title))],
            [.. proposal.Problems.Select(CheckedProblem.Of)],
            [.. proposal.Sources.Select(source => new CheckedSource(source.Key.Subject, source.Key.Member, source.Value))],
            null);
        var rows = new CheckedRows(check, row.LeftOut);
        var changes = rows.Changes;
        var then = PlanChanges.Apply(plan, changes);
        var (today, department) = (Dates.InJapan(clock.GetUtcNow()), row.Department?.Split('/')[1]);
        var scope = new ImportScope(plan, department, today, db.Viewer);
        var found = scope.Outside(changes, plan, then.Document).Select(outside => NotTheirs(rows, outside.Change, outside.Owners, plan))
            .Concat(then.Conflicts.Select(conflict => Changed(rows, conflict, newest)))
            .Concat(then.Document is null ? then.Diagnostics.Select(problem => new CheckedProblem(null, problem.Code, true, problem.Message, problem.Hint)) : []);
        return check with
        {
            // Several members of a row are one row too many.
            Problems = [.. check.Problems, .. found.DistinctBy(problem => (problem.Code, problem.At?.Sheet, problem.At?.Row, problem.Message.Ja))],
            Effect = changes.Count == 0 ? null : await EffectOf(row, newest, changes, scope.Departments, today, cancel),
        };
    }

    private async Task<CheckEffect?> EffectOf(ImportRow row, SeenVersion newest, IReadOnlyList<PlanChange> changes, IReadOnlySet<string>? departments, DateOnly today, CancellationToken cancel)
    {
        var whole = await documents.Whole(newest.Head.Id, cancel);
        if (PlanChanges.Apply(whole, changes).Document is not { } then)
            return null;
        var year = await db.Cycles.AsNoTracking().Where(cycle => cycle.PlanId == row.PlanId).OrderByDescending(cycle => cycle.ClosedAt == null).ThenByDescending(cycle => cycle.FiscalYear)
            .Select(cycle => (int?)cycle.FiscalYear).FirstOrDefaultAsync(cancel);
        return await effects.Of(whole, then, year is { } fiscalYear ? CheckEffects.AsOf(fiscalYear, today) : today, departments, row.Secret, cancel);
    }

    private async Task<bool> Keep(ImportRow seen, int version, ImportCheck check, CancellationToken cancel)
    {
        await using var writing = await db.Write(cancel);
        var row = await db.Imports.Include(import => import.File).SingleAsync(import => import.Id == seen.Id, cancel);
        if (row.Revision != seen.Revision || row.File is null)
            return false;
        var rows = new CheckedRows(check, row.LeftOut);
        row.File.Check = check.Pack();
        (row.State, row.BaseVersion, row.Counts) = (ImportState.Checked, version, CountsOf(rows));
        row.Revision++;
        await audit.Add(ImportEntries.Of(row, AuditActions.ImportChecked, version.ToString(CultureInfo.InvariantCulture)), cancel);
        await db.SaveChangesAsync(cancel);
        await writing.Commit(cancel);
        return true;
    }

    private static ImportCounts CountsOf(CheckedRows rows)
    {
        var counts = rows.Check.Rows.Where(row => !rows.IsLeftOut(row.Place)).CountBy(row => row.Outcome).ToDictionary();
        return new ImportCounts(
            counts.GetValueOrDefault(ImportOutcome.Added), counts.GetValueOrDefault(ImportOutcome.Changed), counts.GetValueOrDefault(ImportOutcome.Unchanged),
            counts.GetValueOrDefault(ImportOutcome.Removed), counts.GetValueOrDefault(ImportOutcome.NotRecognised),
            rows.Problems.Count(problem => problem.IsError), rows.Problems.Count(problem => !problem.IsError));
    }

    private static CheckedProblem NotTheirs(CheckedRows rows, PlanChange change, IReadOnlyList<string> owners, PlanDocument plan)
    {
        var names = owners.Select(owner => plan.Departments?.FirstOrDefault(department => department.Id == owner)?.Name ?? owner).ToList();
        return new CheckedProblem(rows.SourceOf(change), "DX660", true,
            names.Count == 0
                ? new LocalizedText("この取込では変えられない項目です。", "This import may not change this.")
                : new LocalizedText($"{string.Join("・", names)}の項目なので、この取込では変えられません。", $"This belongs to {string.Join(", ", names)}; this import may not change it."),
            new LocalizedText("この行を除くか、担当の課を選び直して取り込んでください。", "Leave the row out, or bring the file for the department in charge."));
    }

    private static CheckedProblem Changed(CheckedRows rows, PlanConflict conflict, SeenVersion newest)
    {
        var subjects = new KnownSubjects(newest.Document, newest.Head.At, []);
        return subjects.Of(conflict.Change.Subject) is null
            ? new CheckedProblem(rows.SourceOf(conflict.Change), "DX661", true,
                new LocalizedText("除いた行に頼っているため、この行だけでは取り込めません。", "This row needs one that is left out."),
                new LocalizedText("この行も除くか、除いた行を戻してください。", "Leave this row out, too, or take the other one back."))
            : new CheckedProblem(rows.SourceOf(conflict.Change), "DX662", true,
                new LocalizedText(ImportConflict.Of(conflict, subjects, new Texts(Language.Japanese)), ImportConflict.Of(conflict, subjects, new Texts(Language.English))),
                new LocalizedText("この行を除くか、新しい書式を書き出して記入し直してください。", "Leave the row out, or export a new workbook and fill that in."));
    }

    private sealed class RowsDone(Action<int> tell) : IProgress<int>
    {
        public void Report(int value) => tell(value);
    }
}

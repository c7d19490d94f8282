using System.Globalization;
using DxRules.Admin.Audit;
using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.People;
using DxRules.Admin.Sheets;
using DxRules.Admin.Versions;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Hearings;

/// <summary>Questions of a hearing (ヒアリング) on items of the plan, and what the departments answer.</summary>
internal sealed class HearingQuestions(AdminDb db, PlanDocuments documents, AuditLog audit, TimeProvider clock)
{
    public const int Longest = 1000;

    /// <summary>The id of the new question; null where the cycle is closed, or the asker sees no such item or department.</summary>
    /// <param name="subject">Id of anything in the plan.</param>
    /// <param name="department">Id of the department that is asked.</param>
    public async Task<int?> Ask(int cycleId, string subject, string department, string text, CancellationToken cancel)
    {
        await using var writing = await db.Write(cancel);
        if (await OpenCycle(cycleId, cancel) is not { } cycle || await documents.Newest(cycle.PlanId, cancel) is not { } seen)
            return null;
        if (new SubjectIndex(seen.Document).Of(subject) is not { } place || seen.Document.Departments?.Any(one => one.Id == department) != true
            || !db.Viewer.May(place.IsSecret ? Access.ReadSecurity : Access.RunCycles))
            return null;
        var row = new QuestionRow
        {
            CycleId = cycleId,
            SubjectId = subject,
            Department = $"{seen.Head.Municipality}/{department}",
            Text = FieldText.Plain(text),
            AskedAt = clock.GetUtcNow(),
            AskedById = db.Viewer.UserId,
            Secret = place.IsSecret,
        };
        db.Questions.Add(row);
        await db.SaveChangesAsync(cancel);
        await audit.Add(Entry(AuditActions.QuestionAsked, row, cycle), cancel);
        await db.SaveChangesAsync(cancel);
        await writing.Commit(cancel);
        return row.Id;
    }

    /// <summary>Answers a question, or corrects what was answered; false where the cycle is closed or the question is not the viewer's to answer.</summary>
    public async Task<bool> Answer(int question, string text, CancellationToken cancel)
    {
        await using var writing = await db.Write(cancel);
        if (await db.Questions.SingleOrDefaultAsync(row => row.Id == question, cancel) is not { } row || !db.Viewer.MayOpen(row.Department) || await OpenCycle(row.CycleId, cancel) is not { } cycle)
            return false;
        (row.Answer, row.AnsweredAt, row.AnsweredById) = (FieldText.Plain(text), clock.GetUtcNow(), db.Viewer.UserId);
        await audit.Add(Entry(AuditActions.QuestionAnswered, row, cycle), cancel);
        await db.SaveChangesAsync(cancel);
        await writing.Commit(cancel);
        return true;
    }

    private Task<CycleRow?> OpenCycle(int cycle, CancellationToken cancel) => db.Cycles.SingleOrDefaultAsync(row => row.Id == cycle && row.ClosedAt == null, cancel);

    private AuditEntry Entry(string action, QuestionRow row, CycleRow cycle) => new(action)
    {
        Plan = cycle.PlanId,
        Cycle = cycle.Id,
        Subject = row.SubjectId,
        OnBehalfOf = action == AuditActions.QuestionAnswered && db.Viewer.InPlaceOf(row.Department) is not null ? row.Department : null,
        Details = [cycle.FiscalYear.ToString(CultureInfo.InvariantCulture), action == AuditActions.QuestionAnswered ? row.Answer! : row.Text],
        Secret = row.Secret,
    };
}

using System.Linq.Expressions;
using DxRules.Admin.Cycles;
using DxRules.Admin.Data;
using DxRules.Admin.Versions;
using DxRules.Engine.Plans;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Pages.Hearings;

/// <summary>A question of a hearing, with its answer.</summary>
/// <param name="SubjectTitle">Of what it is about, as the plan calls it now; its id where the plan no longer has it.</param>
/// <param name="Department">Municipality and id of who is asked.</param>
internal sealed record QuestionLine(
    int Id, string SubjectId, string SubjectTitle, string Department, string DepartmentName, string Text, DateTimeOffset AskedAt, string? AskedBy,
    string? Answer, DateTimeOffset? AnsweredAt, string? AnsweredBy, bool IsSecret)
{
    public bool IsOpen => Answer is null;

    /// <summary>Those of a cycle that the viewer may see; open ones first, then in the order in which they were asked.</summary>
    public static async Task<IReadOnlyList<QuestionLine>> Of(AdminDb db, PlanDocument plan, int cycle, Expression<Func<QuestionRow, bool>> wanted, CancellationToken cancel)
    {
        var rows = await db.Questions.AsNoTracking().Include(row => row.AskedBy).Include(row => row.AnsweredBy)
            .Where(row => row.CycleId == cycle).Where(wanted).ToListAsync(cancel);
        if (rows.Count == 0)
            return [];
        var subjects = new KnownSubjects(plan, DateTimeOffset.UnixEpoch, []);
        var names = (plan.Departments ?? []).ToDictionary(department => department.Id, department => department.Name, StringComparer.Ordinal);
        return
        [
            .. rows.OrderBy(row => row.Answer is not null).ThenBy(row => row.AskedAt).ThenBy(row => row.Id).Select(row => new QuestionLine(
                row.Id, row.SubjectId, subjects.Of(row.SubjectId)?.Title ?? row.SubjectId, row.Department, names.GetValueOrDefault(row.Department.Split('/')[1], row.Department),
                row.Text, row.AskedAt, row.AskedBy?.DisplayName, row.Answer, row.AnsweredAt, row.AnsweredBy?.DisplayName, row.Secret)),
        ];
    }
}

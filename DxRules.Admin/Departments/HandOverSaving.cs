using System.Globalization;
using DxRules.Admin.Audit;
using DxRules.Admin.Data;
using DxRules.Admin.People;
using DxRules.Admin.Versions;
using DxRules.Engine.Plans;
using DxRules.Engine.Plans.Changes;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Departments;

/// <summary>Hands a department over: the plan as one version, and the people who hold it, together or not at all.</summary>
internal sealed class HandOverSaving(AdminDb db, PlanDocuments documents, PlanAmendments amendments, DepartmentHolding holding, AuditLog audit)
{
    /// <summary>
    /// Saves a hand-over. Whether the list that was signed off is no longer that of the newest version is told first; then nothing is saved.
    /// </summary>
    /// <param name="people">Ids of those who go on with the successor.</param>
    /// <param name="version">The number of the version that the person saw.</param>
    public async Task<(bool ListChanged, AmendmentResult Saved)> Save(int plan, HandOver change, IReadOnlyCollection<int> people, int version, string reason, CancellationToken cancel)
    {
        if (await documents.Version(plan, version, cancel) is not { } seen)
            return (false, new() { IsRefused = true });
        var changes = PlanDifference.Between(seen.Document, DepartmentHandOver.Apply(seen.Document, change));
        await using var writing = await db.Write(cancel);
        if (await documents.Newest(plan, cancel) is { } newest && !ListOf(newest.Document, change).SequenceEqual(ListOf(seen.Document, change)))
            return (true, new());
        var saved = await amendments.Save(new Amendment(plan, changes, reason), cancel);
        if (!saved.IsNew)
            return (false, saved);
        if (change.Kind != HandOverKind.Renamed)
            await HandOverPeople(plan, seen, change, people, cancel);
        await writing.Commit(cancel);
        return (false, saved);
    }

    private static IEnumerable<string> ListOf(PlanDocument plan, HandOver change) =>
        DepartmentItems.Of(plan, DepartmentLine.WithPredecessors(plan, change.Department), change.On)
            .Select(item => $"{item.Key} {item.IsOver} {string.Join(' ', item.Named)}").Order(StringComparer.Ordinal);

    /// <summary>The rows of those who hold a department, or one that it succeeded, on a day or later.</summary>
    public static async Task<IReadOnlyList<HeldDepartmentRow>> Holders(AdminDb db, SeenVersion seen, string department, DateOnly on, CancellationToken cancel)
    {
        var (municipality, line) = (seen.Head.Municipality, DepartmentLine.WithPredecessors(seen.Document, department).ToList());
        var rows = await db.HeldDepartments.Include(row => row.User)
            .Where(row => row.Municipality == municipality && line.Contains(row.DepartmentId) && (row.To == null || row.To >= on)).ToListAsync(cancel);
        return [.. rows.Where(row => !DepartmentHolding.NeverBegan(row)).OrderBy(row => row.User!.UserName, StringComparer.OrdinalIgnoreCase)];
    }

    private async Task HandOverPeople(int plan, SeenVersion seen, HandOver change, IReadOnlyCollection<int> people, CancellationToken cancel)
    {
        var register = await DepartmentRegister.Read(db, cancel);
        var rows = await Holders(db, seen, change.Department, change.On, cancel);
        foreach (var person in rows.GroupBy(row => row.UserId))
        {
            foreach (var row in person)
                DepartmentHolding.End(row, change.On);
            var next = people.Contains(person.Key) && change.Successor is { } successor ? $"{seen.Head.Municipality}/{successor}" : null;
            if (next is not null && (await holding.Current(person.Key, cancel)).All(row => DepartmentHolding.KeyOf(row) != next))
                await holding.Begin(person.Key, next, change.On, cancel);
            await audit.Add(Entry(plan, change, person.First().User!, person, next, register), cancel);
        }
        await db.SaveChangesAsync(cancel);
    }

    private static AuditEntry Entry(int plan, HandOver change, UserRow user, IEnumerable<HeldDepartmentRow> ended, string? next, DepartmentRegister register) =>
        PersonAudit.Entry(AuditActions.DepartmentHandedOver, user) with
        {
            Plan = plan,
            Details = [user.UserName!, user.DisplayName, change.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)],
            Changes = [new AuditChange("departments", PersonChanges.Names(ended.Select(DepartmentHolding.KeyOf).Distinct(), register), next is null ? null : PersonChanges.Names([next], register))],
        };
}

using System.Text.RegularExpressions;
using DxRules.Admin.Cycles;
using DxRules.Admin.People;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Departments;

/// <summary>What stands against handing a department over as entered.</summary>
internal static partial class HandOverCheck
{
    private const int LongestName = 100;

    /// <summary>What is wrong with what becomes of the department; the fields are successor, id, name and on.</summary>
    public static IReadOnlyList<EntryProblem> Check(PlanDocument plan, HandOver change)
    {
        var problems = new List<EntryProblem>();
        var department = plan.Departments!.First(one => one.Id == change.Department);
        if (change.On.Year is < 1990 or > 2099)
            problems.Add(new("on", "handOver.on.bad"));
        else if (department.From?.Day >= change.On && change.Kind != HandOverKind.Renamed)
            problems.Add(new("on", "handOver.on.tooEarly", department.Name));
        if (change.Kind == HandOverKind.Merged)
            problems.AddRange(CheckSuccessor(plan, change));
        if (change.Kind == HandOverKind.Succeeded)
            problems.AddRange(CheckId(plan, change.Successor ?? ""));
        if (change.Kind is HandOverKind.Succeeded or HandOverKind.Renamed)
            problems.AddRange(CheckName(plan, change, department));
        return problems;
    }

    /// <summary>The items that are to move and of which nobody said where, and those that would go to a department that is not there.</summary>
    public static IReadOnlyList<EntryProblem> CheckMoves(PlanDocument plan, HandOver change)
    {
        var there = Choices(plan, change).Select(department => department.Id).ToHashSet(StringComparer.Ordinal);
        if (change is { Kind: HandOverKind.Succeeded, Successor: { } successor })
            there.Add(successor);
        return [.. change.Moves.Where(move => !there.Contains(move.Value)).Select(move => new EntryProblem($"to:{move.Key}", "handOver.to.missing"))];
    }

    /// <summary>The departments to which things can be handed over: those that are there from that day.</summary>
    public static IEnumerable<Department> Choices(PlanDocument plan, HandOver change) =>
        (plan.Departments ?? []).Where(department => department.Id != change.Department && department.IsThere(change.On));

    private static IEnumerable<EntryProblem> CheckSuccessor(PlanDocument plan, HandOver change)
    {
        if (change.Successor is not { Length: > 0 } id)
            yield return new("successor", "handOver.successor.missing");
        else if (Choices(plan, change).All(department => department.Id != id) || DepartmentLine.WithPredecessors(plan, change.Department).Contains(id))
            yield return new("successor", "handOver.successor.bad");
    }

    private static IEnumerable<EntryProblem> CheckId(PlanDocument plan, string id)
    {
        if (id.Length == 0)
            yield return new("id", "handOver.id.missing");
        else if (id.Length > 64 || !Id().IsMatch(id))
            yield return new("id", "handOver.id.odd");
        else if (new SubjectIndex(plan).Places.ContainsKey(id))
            yield return new("id", "handOver.id.taken", id);
    }

    private static IEnumerable<EntryProblem> CheckName(PlanDocument plan, HandOver change, Department department)
    {
        if (change.Name.Length == 0)
            yield return new("name", "handOver.name.missing");
        else if (change.Name.Length > LongestName || change.Name.Any(char.IsControl))
            yield return new("name", "handOver.name.odd", LongestName);
        else if (change.Kind == HandOverKind.Renamed && change.Name == department.Name)
            yield return new("name", "handOver.name.same");
        else if (Choices(plan, change).Any(other => other.Name == change.Name))
            yield return new("name", "handOver.name.taken", change.Name);
    }

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9._-]*$")]
    private static partial Regex Id();
}

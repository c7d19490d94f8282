using DxRules.Engine.Plans;

namespace DxRules.Admin.Sheets;

/// <summary>The 進捗管理シート（調書） of a department in a cycle: everything it answers for, made of a version of the plan.</summary>
/// <param name="Key">Municipality and id of the department: 062014/kikaku.</param>
/// <param name="Version">The number of the version that it shows.</param>
/// <param name="Submission">When it is due and was handed in; null where the plan knows of none.</param>
internal sealed record Sheet(
    int Cycle, int Plan, bool IsOpen, string Key, Department Department, SheetYear Year, int Version, PlanDocument Document, Submission? Submission, IReadOnlyList<SheetCard> Cards)
{
    public IEnumerable<SheetUnit> Units => Cards.SelectMany(card => card.Units);

    public IEnumerable<SheetField> Fields => Units.SelectMany(unit => unit.Fields);

    /// <summary>How many parts are asked for.</summary>
    public int Asked => Units.Count(unit => unit.State != SheetUnitState.Optional);

    /// <summary>How many of these are entered.</summary>
    public int Done => Units.Count(unit => unit.State == SheetUnitState.Done);

    public int DaysLate => Submission is { SubmittedOn: null, DueOn: { } due } ? Math.Max(0, Year.Today.DayNumber - due.Day.DayNumber) : 0;
}

/// <summary>What belongs together on a sheet: an initiative, the figures of a policy, security.</summary>
/// <param name="Id">Id of the initiative or policy; null for security.</param>
/// <param name="Policy">The policy that it stands under; null for security.</param>
internal sealed record SheetCard(string? Id, string? Number, string? Title, Policy? Policy, IReadOnlyList<SheetUnit> Units)
{
    public bool IsInitiative => Id is not null && Id != Policy?.Id;

    public IEnumerable<SheetUnit> In(SheetUnitState state) => Units.Where(unit => unit.State == state);

    /// <summary>Ids of what a question may be about that belongs here.</summary>
    public IEnumerable<string> Subjects => Units.Select(unit => unit.Subject).Concat(Units.OfType<ActualUnit>().Select(unit => unit.Kpi.Id)).Append(Id ?? "").Distinct();
}

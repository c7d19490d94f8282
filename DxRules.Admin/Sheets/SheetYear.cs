using DxRules.Engine.Plans;

namespace DxRules.Admin.Sheets;

/// <summary>The year that a sheet is about, and where it stands.</summary>
/// <param name="FiscalYear">対象年度.</param>
/// <param name="Today">The day on which it is filled in.</param>
/// <param name="Post">The post in whose name the department reports: 市民課長.</param>
/// <param name="IsSubmitted">Whether the department has handed it in.</param>
internal sealed record SheetYear(int FiscalYear, DateOnly Today, string Post, bool IsSubmitted)
{
    public DateOnly Start => Engine.Plans.FiscalYear.Start(FiscalYear);

    public DateOnly End => Engine.Plans.FiscalYear.End(FiscalYear);

    /// <summary>Whether a day lies in a later year; false where there is none.</summary>
    public bool IsBefore(PlanDate? day) => day?.Day > End;

    /// <summary>Whether a day lies in an earlier year; false where there is none.</summary>
    public bool IsAfter(PlanDate? day) => day?.Day < Start;
}

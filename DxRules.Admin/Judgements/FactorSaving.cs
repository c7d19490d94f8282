using System.Globalization;
using DxRules.Admin.Answers;
using DxRules.Admin.Data;
using DxRules.Admin.People;
using DxRules.Admin.Versions;
using DxRules.Engine.Plans;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Judgements;

/// <summary>Why a figure of a year says little about the work.</summary>
/// <param name="Kpi">Id of the KPI.</param>
/// <param name="RejudgeIn">The 対象年度 in which it is to be judged again.</param>
internal sealed record FactorEntry(string Kpi, int? FiscalYear, string Note, int? RejudgeIn);

/// <summary>Notes external factors (外部要因) in the plan. The rules read them; so only those who run the cycle do it.</summary>
internal sealed class FactorSaving(AdminDb db, PlanDocuments documents, PlanAmendments plans)
{
    // Longer than a plan lasts no factor explains anything.
    private const int MostYears = 10;

    public async Task<AnswerResult> Add(int cycleId, FactorEntry entry, CancellationToken cancel)
    {
        if (!db.Viewer.May(Access.RunCycles))
            return AnswerResult.Refused(AnswerRefusal.NotAllowed);
        await using var writing = await db.Write(cancel);
        var cycle = await db.Cycles.AsNoTracking().SingleOrDefaultAsync(row => row.Id == cycleId, cancel);
        if (cycle is null || await documents.Newest(cycle.PlanId, cancel) is not { } newest)
            return AnswerResult.Refused(AnswerRefusal.Unknown);
        if (cycle.ClosedAt is not null)
            return AnswerResult.Refused(AnswerRefusal.Closed);
        var problems = Problems(entry, newest.Document, cycle.FiscalYear).ToList();
        if (problems.Count > 0)
            return AnswerResult.Wrong(problems);
        var reason = $"{Wareki.FormatFiscalYear(cycle.FiscalYear)}の外部要因の記録";
        if (!await plans.Write(cycle.PlanId, plan => With(plan, entry), reason, cancel))
            return AnswerResult.Refused(AnswerRefusal.PlanRefused);
        await writing.Commit(cancel);
        return AnswerResult.Done(cycleId);
    }

    private static IEnumerable<EntryProblem> Problems(FactorEntry entry, PlanDocument plan, int fiscalYear)
    {
        if (PlanKpis.Of(plan).All(kpi => kpi.Id != entry.Kpi))
            yield return new EntryProblem("kpi", "factor.kpi.missing");
        if (entry.FiscalYear is not { } year || year > fiscalYear || year < fiscalYear - MostYears)
            yield return new EntryProblem("fiscalYear", "factor.fiscalYear.bad", Wareki.FormatFiscalYear(fiscalYear));
        if (string.IsNullOrWhiteSpace(entry.Note))
            yield return new EntryProblem("note", "factor.note.missing");
        else if (entry.Note.Length > AnswerEntry.LongestText)
            yield return new EntryProblem("note", "answer.tooLong", AnswerEntry.LongestText, entry.Note.Length);
        if (entry.RejudgeIn is not { } again || again <= (entry.FiscalYear ?? fiscalYear) || again > fiscalYear + MostYears)
            yield return new EntryProblem("rejudgeIn", "factor.rejudgeIn.bad");
    }

    private static PlanDocument With(PlanDocument plan, FactorEntry entry)
    {
        var kpi = PlanKpis.Of(plan).First(kpi => kpi.Id == entry.Kpi);
        var factor = new ExternalFactor
        {
            FiscalYear = entry.FiscalYear!.Value,
            Note = entry.Note.Trim(),
            RejudgeIn = entry.RejudgeIn?.ToString(CultureInfo.InvariantCulture),
        };
        return new PlanPlaces(plan).With(kpi, (PlanShape.Of(typeof(Kpi)).Find("externalFactors")!, (ExternalFactor[])[.. kpi.ExternalFactors, factor]));
    }
}

/// <summary>All KPIs of a plan, in its order.</summary>
internal static class PlanKpis
{
    public static IEnumerable<Kpi> Of(PlanDocument plan) =>
        (plan.Policies ?? []).SelectMany(policy => (policy.Initiatives ?? []).SelectMany(initiative => initiative.Kpis).Concat(policy.Kpis ?? [])).Concat(plan.Plan.Kpis ?? []);
}

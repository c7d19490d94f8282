using System.Globalization;
using DxRules.Admin.Judgements;
using DxRules.Admin.Localization;
using DxRules.Admin.Pages.Plans;
using DxRules.Admin.Versions;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.PlanChecks.Grading;
using DxRules.Engine.PlanChecks.Subjects;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Pages.Comparison;

/// <summary>An item of a plan as it stood on a day.</summary>
/// <param name="Type">The English word of its kind.</param>
/// <param name="Above">The title of what holds it; null where only the plan does.</param>
/// <param name="Holder">Its id.</param>
/// <param name="Facts">What may change of it from year to year, by name and in words.</param>
internal sealed record ItemState(string Id, string Type, string Title, string? Above, string? Holder, IReadOnlyList<ItemFact> Facts)
{
    // What belongs to one year only (meetings, submissions, corrective actions) comes and goes each year and says nothing.
    private static readonly HashSet<string> Types = ["category", "policy", "initiative", "phase", "milestone", "kpi", "series", "department", "body", "control", "system", "contract", "audit", "finding", "incident"];

    private static readonly Dictionary<Type, string> TypeOf = PlanSchema.Instance.Subjects.Where(kind => Types.Contains(kind.En)).ToDictionary(kind => kind.Clr, kind => kind.En);

    /// <summary>The items of a plan by their ids, in the order of the document.</summary>
    /// <param name="plan">As the viewer may see it.</param>
    /// <param name="scale">That by which it was graded then.</param>
    /// <param name="reach">Which of them the viewer reaches.</param>
    public static IReadOnlyDictionary<string, ItemState> Of(PlanDocument plan, DateOnly asOf, GradeScale scale, SubjectReach reach, Texts texts)
    {
        var grades = scale.Judge(plan, asOf).ToDictionary(grade => grade.Subject.Id, StringComparer.Ordinal);
        var reported = (plan.Policies ?? []).SelectMany(policy => policy.Initiatives ?? []).Where(initiative => initiative.Reports is { Count: > 0 }).Select(initiative => initiative.Id).ToHashSet(StringComparer.Ordinal);
        var nodes = PlanSubjects.Build(plan.AsOf(asOf).Document, asOf).SubjectsById.Values;
        return nodes.Where(node => TypeOf.ContainsKey(node.GetType()) && reach.Holds(node.Id))
            .Select(node => new ItemState(
                node.Id, TypeOf[node.GetType()], node.Title, AboveOf(node), node.Parent?.Id, [.. FactsOf(node, grades.GetValueOrDefault(node.Id), reported, texts)]))
            .ToDictionary(item => item.Id, StringComparer.Ordinal);
    }

    /// <summary>The page about it, or about what holds it; null where there is none.</summary>
    public string? Address(int plan) => Type switch
    {
        "policy" => PlanAddress.Policy(plan, Id),
        "initiative" => PlanAddress.Initiative(plan, Id),
        "milestone" => PlanAddress.Milestone(plan, Id),
        "kpi" => PlanAddress.Kpi(plan, Id),
        "series" => PlanAddress.Kpi(plan, Holder!),
        "phase" => PlanAddress.Initiative(plan, Holder!),
        _ => null,
    };

    private static IEnumerable<ItemFact> FactsOf(Node node, SubjectGrade? grade, HashSet<string> reported, Texts texts)
    {
        switch (node)
        {
            case InitiativeNode initiative:
                var report = (initiative.Reports ?? []).MaxBy(report => report.On.Day);

                // What is said of it without a day is how it stands today; of a day before its first report nobody knows.
                var undated = report is null && reported.Contains(initiative.Id) ? null : initiative.Record;
                yield return new("status", Status(report?.Status ?? undated?.Status, texts));
                yield return new("progress", (report?.Progress ?? undated?.Progress) is { } share ? Number(share * 100) + "%" : texts["compare.unknown"]);
                break;
            case PhaseNode phase:
                yield return new("status", Status(phase.Record.Status, texts));
                break;
            case MilestoneNode milestone:
                yield return new("status", Status(milestone.Record.Status, texts));
                break;
            case SeriesNode series:
                yield return new("actual", series.LatestActual is { IsKnown: true, Value: { } actual } ? Actual(actual.Record, series.Unit, texts) : texts["compare.noActual"]);
                break;
        }

        // That of a KPI is the worst of its series, which say it themselves.
        if (grade is not null && node is not KpiNode)
            yield return new("grade", grade.Label.In(texts.Language));
    }

    // A series is called as its KPI is.
    private static string? AboveOf(Node node) => (node is SeriesNode ? node.Parent?.Parent : node.Parent) is { Parent: not null } above ? above.Title : null;

    private static string Status(WorkStatus? status, Texts texts) => status is { } known ? texts[$"workStatus.{known}"] : texts["compare.unknown"];

    private static string Actual(Actual actual, string? unit, Texts texts) => texts[
        actual.Status == ActualStatus.Provisional ? "compare.provisional" : "compare.actual", Number(actual.Value!.Value) + unit, texts.FiscalYear(actual.FiscalYear)];

    private static string Number(decimal value) => value.ToString("#,0.####", CultureInfo.InvariantCulture);
}

/// <param name="Name">As the texts <c>compare.fact.*</c> call it.</param>
internal sealed record ItemFact(string Name, string Text);

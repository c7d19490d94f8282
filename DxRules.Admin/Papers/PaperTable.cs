using DxRules.Admin.Data;
using DxRules.Admin.Localization;
using DxRules.Admin.Pages.Alerts;

namespace DxRules.Admin.Papers;

/// <summary>A part of a paper as a table: one row of headings, one thing in a cell, figures as figures.</summary>
internal sealed record PaperTable(string Name, IReadOnlyList<PaperColumn> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows)
{
    /// <summary>The parts that the paper has, in their order.</summary>
    public static IReadOnlyList<PaperTable> Of(CouncilPaper paper, Texts texts) => [.. new PaperTables(texts).Of(paper)];
}

/// <param name="Width">In digits of the usual font.</param>
/// <param name="Format">One of <see cref="PaperStyles"/>.</param>
internal sealed record PaperColumn(string Heading, double Width, uint Format = PaperStyles.Text);

/// <summary>Makes tables of the parts of a paper, with the words of its page.</summary>
internal sealed class PaperTables(Texts texts)
{
    private const double Short = 9;
    private const double Medium = 14;
    private const double Long = 40;

    public IEnumerable<PaperTable> Of(CouncilPaper paper)
    {
        if (paper.Policies is { } policies)
            yield return Policies(policies);
        if (paper.Kpis is { } kpis)
            yield return Kpis(kpis);
        if (paper.Results is { } results)
            yield return Results(results);
        if (paper.Alerts is { } alerts)
            yield return Alerts(alerts);
        if (paper.Comparison is { } comparison)
            yield return Comparison(comparison);
        if (paper.Actions is { } actions)
            yield return Actions(actions);
    }

    private PaperTable Policies(IReadOnlyList<PaperPolicy> policies) => new(
        texts["paper.part.Policies"],
        [
            new(texts["paper.policy"], Long), new(texts["paper.byRule"], Medium), new(texts["paper.byDepartment"], Medium), new(texts["paper.byHeadquarters"], Medium),
            new(texts["paper.xlsx.reason"], Long), new(texts["severity.critical"], Short, PaperStyles.Number), new(texts["severity.warning"], Short, PaperStyles.Number),
        ],
        [.. policies.Select(policy => (object?[])[policy.Title, Grade(policy.Rule), policy.Department, policy.Headquarters, policy.Reason, policy.Critical, policy.Warning])]);

    private PaperTable Kpis(IReadOnlyList<PaperKpi> kpis) => new(
        texts["paper.part.Kpis"],
        [
            new(texts["paper.policy"], 24), new(texts["kpi.title"], 30), new(texts["listing.unit"], Short),
            Figure("kpi.baseline"), Year("kpi.baseline"), Figure("paper.previous"), Figure("kpi.latest"), Year("kpi.latest"), new(texts["paper.xlsx.provisional"], Short),
            Figure("kpi.target"), Year("kpi.target"), new(texts["kpi.progress"], Short, PaperStyles.Share), new(texts["kpi.grade"], Medium),
        ],
        [
            .. kpis.Select(kpi => (object?[])
            [
                kpi.Policy ?? texts["kpi.ofPlan"], kpi.Title, kpi.Unit, kpi.Baseline?.Value, kpi.Baseline?.FiscalYear, kpi.Previous?.Value, kpi.Actual?.Value, kpi.Actual?.FiscalYear,
                kpi.Actual is { IsProvisional: true } ? texts["paper.xlsx.isProvisional"] : null, kpi.Target?.Value, kpi.Target?.FiscalYear, Shown(kpi.Progress), Grade(kpi.Grade),
            ]),
        ]);

    private PaperTable Results(IReadOnlyList<PaperResult> results) => new(
        texts["paper.part.Results"],
        [
            new(texts["paper.policy"], 22), new(texts["paper.initiative"], 24), new(texts["paper.owner"], Medium), new(texts["paper.state"], Short),
            new(texts["paper.xlsx.progress"], Short, PaperStyles.Share), new(texts["kpi.grade"], Medium), new(texts["paper.done"], Long), new(texts["paper.xlsx.delayReason"], 28),
            new(texts["paper.xlsx.issues"], 28), new(texts["paper.nextYear"], 28),
        ],
        [
            .. results.Select(result => (object?[])
            [
                result.Policy, result.Initiative, result.Departments, result.Status is { } status ? texts[$"workStatus.{status}"] : null, Shown(result.Progress),
                result.Grade is { } grade ? Grade(grade) : null, result.Done, result.DelayReason, result.Issues, result.NextYear,
            ]),
        ]);

    private PaperTable Alerts(IReadOnlyList<PaperAlert> alerts) => new(
        texts["paper.part.Alerts"],
        [
            new(texts["paper.severity"], Short), new(texts["paper.alert"], 44), new(texts["paper.policy"], 20), new(texts["paper.xlsx.departments"], Medium),
            new(texts["paper.xlsx.life"], Short), new(texts["paper.xlsx.years"], Short, PaperStyles.Number), new(texts["paper.xlsx.folded"], Short, PaperStyles.Number),
            new(texts["paper.xlsx.decision"], Medium), new(texts["paper.answer"], Long), new(texts["paper.owner"], Medium), new(texts["paper.due"], 16, PaperStyles.Date),
        ],
        [
            .. alerts.Select(alert => (object?[])
            [
                texts[$"severity.{alert.Severity.ToString().ToLowerInvariant()}"], texts.In(alert.Sentence), alert.Policy, alert.Departments,
                alert.State is { } state ? texts[$"state.{AlertStateWords.Of(state)}"] : null, alert.Nth, alert.Folded, Decision(alert.Answer), alert.Answer?.Text, alert.Answer?.Owner,
                alert.Answer?.DueOn,
            ]),
        ]);

    private PaperTable Comparison(PaperComparison comparison) => new(
        texts["paper.part.Comparison"],
        [new(texts["paper.xlsx.what"], 28), new(texts["paper.xlsx.count"], Short, PaperStyles.Number), new(texts["paper.alert"], 90)],
        [.. Sums(comparison), .. comparison.Graver.Select(sentence => Sentence("state.worsenedOrRecurred", sentence)), .. comparison.Cleared.Select(sentence => Sentence("state.cleared", sentence))]);

    private IEnumerable<object?[]> Sums(PaperComparison comparison)
    {
        foreach (var equation in LifecycleEquation.Of(comparison.Sum))
        {
            yield return [texts[$"state.{equation.Whole.Word}"], equation.Whole.Count, null];
            foreach (var part in equation.Parts.SelectMany(part => part.Within.Prepend(part)))
                yield return [texts["paper.xlsx.partOf", texts[$"state.{equation.Whole.Word}"], texts[$"state.{part.Word}"]], part.Count, null];
        }
    }

    private object?[] Sentence(string key, Bilingual sentence) => [texts[key], null, texts.In(sentence)];

    private PaperTable Actions(IReadOnlyList<PaperAction> actions) => new(
        texts["paper.part.Actions"],
        [
            new(texts["paper.what"], 34), new(texts["paper.action"], 60), new(texts["paper.owner"], 18), new(texts["paper.due"], 16, PaperStyles.Date), new(texts["paper.state"], Short),
            new(texts["paper.xlsx.fromYear"], Short, PaperStyles.Number),
        ],
        [.. actions.Select(action => (object?[])[action.Subject, action.Action, action.Owner, Due(action), texts[$"actionStatus.{action.Status}"], action.FromYear])]);

    // What is due in a month is due by no day.
    private object? Due(PaperAction action) => action is { DueIsMonth: true, DueOn: { } month } ? texts.Month(month) : action.DueOn;

    // More digits than a spreadsheet keeps would be a text.
    private static decimal? Shown(decimal? share) => share is { } known ? Math.Round(known, 4, MidpointRounding.AwayFromZero) : null;

    private PaperColumn Figure(string key) => new(texts[key], 11, PaperStyles.Number);

    private PaperColumn Year(string key) => new(texts["paper.xlsx.yearOf", texts[key]], Short, PaperStyles.Number);

    private string? Decision(PaperAnswer? answer) => answer is null ? texts["paper.noAnswer"] : texts[$"decision.{Pages.Alerts.AnswerForm.WordOf(answer.Decision)}"];

    private string Grade(PaperGrade grade) => grade.Symbol is { } symbol ? $"{symbol} {texts.In(grade.Label)}" : texts.In(grade.Label);
}

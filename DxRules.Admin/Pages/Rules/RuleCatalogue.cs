using DxRules.Admin.Data;
using DxRules.Admin.Pages.Alerts;
using DxRules.Admin.Tuning;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Admin.Pages.Rules;

/// <summary>A rule as the catalogue shows it.</summary>
/// <param name="Setting">As the city has it.</param>
/// <param name="Found">Null where nothing was checked.</param>
internal sealed record RuleLine(TuningTarget Target, Setting Setting, IReadOnlyList<ParameterLine> Parameters, RuleFindings? Found, RuleAnswers Answers)
{
    public string Category => Target.Rule!.Category.Value;

    /// <summary>Whether the city has anything of it otherwise.</summary>
    public bool IsSet => !Setting.Is(Setting.Standard(Target)) || Parameters.Any(parameter => parameter.IsSet);

    /// <summary>The rules that the viewer may see, by id.</summary>
    public static async Task<IReadOnlyList<RuleLine>> Read(AdminDb db, RulesPlace place, CancellationToken cancel)
    {
        var found = place.Cycle is { } cycle ? await RuleFindings.Read(db, cycle.Id, cancel) : null;
        var answers = place.Municipality is { } city ? await RuleAnswers.Read(db, city, cancel) : new Dictionary<string, RuleAnswers>();
        return
        [
            .. TuningTarget.Rules.Where(target => target.IsSeenBy(db.Viewer)).Select(target => new RuleLine(
                target, Setting.Of(target, place.Applied), ParameterLine.Of(target.Owner, place), found is null ? null : found.GetValueOrDefault(target.Owner, RuleFindings.None),
                answers.GetValueOrDefault(target.Owner, RuleAnswers.None))),
        ];
    }
}

/// <summary>A parameter that a rule reads, with the value it has in the city.</summary>
internal sealed record ParameterLine(ReadParameter Parameter, object Value)
{
    public object Standard => Parameter.Definition.Value!.Value;

    public bool IsSet => !Value.Equals(Standard);

    public static IReadOnlyList<ParameterLine> Of(string rule, RulesPlace place) =>
        [.. ReadParameter.Of(rule).Select(read => new ParameterLine(read, place.Applied.Values.Of(read.Owner.Owner, read.Definition)!))];
}

/// <summary>What the last check of a review found by one rule, as far as the viewer may see it.</summary>
internal sealed record RuleFindings(int Alerts, int Undetermined)
{
    public static readonly RuleFindings None = new(0, 0);

    /// <summary>By rule; null where the review was not checked.</summary>
    public static async Task<IReadOnlyDictionary<string, RuleFindings>?> Read(AdminDb db, int cycle, CancellationToken cancel)
    {
        if (await db.Runs.Where(run => run.CycleId == cycle).OrderByDescending(run => run.Number).Select(run => (int?)run.Id).FirstOrDefaultAsync(cancel) is not { } last)
            return null;
        var counts = await db.Observations.AsNoTracking().Where(row => row.RunId == last && (row.Outcome == Outcome.Alert || row.Outcome == Outcome.Undetermined))
            .Select(row => new { row.Rule!.RuleId, row.Outcome }).CountEach(cancel);
        return counts.GroupBy(row => row.Key.RuleId).ToDictionary(
            rule => rule.Key,
            rule => new RuleFindings(rule.Where(row => row.Key.Outcome == Outcome.Alert).Sum(row => row.Count), rule.Where(row => row.Key.Outcome == Outcome.Undetermined).Sum(row => row.Count)));
    }
}

/// <summary>How often over the years an alert of a rule was answered, with approval, as no alert at all or as one that is lived with.</summary>
internal sealed record RuleAnswers(int FalseAlarms, int Accepted)
{
    public static readonly RuleAnswers None = new(0, 0);

    public static async Task<IReadOnlyDictionary<string, RuleAnswers>> Read(AdminDb db, string municipality, CancellationToken cancel)
    {
        var answers = await db.Answers.AsNoTracking()
            .Where(row => row.State == AnswerState.Approved && (row.Decision == AnswerDecision.FalseAlarm || row.Decision == AnswerDecision.Accept) && row.Alert!.Plan!.Municipality == municipality)
            .Select(row => new { row.Alert!.Key, row.Decision }).ToListAsync(cancel);
        return answers.GroupBy(row => row.Key.Split('/')[0]).ToDictionary(
            rule => rule.Key,
            rule => new RuleAnswers(rule.Count(row => row.Decision == AnswerDecision.FalseAlarm), rule.Count(row => row.Decision == AnswerDecision.Accept)));
    }
}

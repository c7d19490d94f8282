using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Feel.Values;
using DxRules.Engine.Rules;

namespace DxRules.Engine.Evaluation;

/// <summary>What was found at or below a subject, for rules that read it. Most subjects have nothing, and no list.</summary>
internal sealed class Below
{
    private List<AlertBelow>? alerts;
    private List<UndeterminedBelow>? undetermined;

    public void Add(Below? other)
    {
        if (other?.alerts is { } more)
            (alerts ??= []).AddRange(more);
        if (other?.undetermined is { } lacking)
            (undetermined ??= []).AddRange(lacking);
    }

    public void Add(Rule rule, Judgement judgement, object of, ObjectType kind, Schema schema)
    {
        if (judgement.Outcome == Outcome.NotApplicable)
            return;
        var identity = schema.Identify(of);
        var subject = new SubjectBelow(identity.Id, identity.Title, kind.En);
        var isSecret = rule.IsSecret || identity.IsSecret;
        if (judgement.Outcome == Outcome.Alert)
        {
            (alerts ??= []).Add(new AlertBelow(rule.Id, rule.Category, rule.Levels[judgement.Level].Severity, subject, isSecret, null));
            return;
        }
        var missing = judgement.Missing ?? FactSet.Of(new Fact($"規則{rule.Id}の判定", $"result of rule {rule.Id}"));
        (alerts ??= []).Add(new AlertBelow(rule.Id, rule.Category, Maybe<Severity>.Unknown(missing), subject, isSecret, missing));
        if (judgement.Outcome == Outcome.Undetermined)
            (undetermined ??= []).Add(new UndeterminedBelow(rule.Id, rule.Category, subject, [.. missing.Facts.Select(f => f.Ja)], isSecret));
    }

    /// <summary>Secret alerts are seen only by rules that are secret themselves.</summary>
    public static (AlertBelow[] Alerts, UndeterminedBelow[] Undetermined) SeenBy(Rule rule, Below? below) =>
        (below?.alerts?.Where(a => !a.IsSecret || rule.IsSecret).ToArray() ?? [], below?.undetermined?.Where(u => !u.IsSecret || rule.IsSecret).ToArray() ?? []);
}

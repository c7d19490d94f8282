using DxRules.Engine.Evaluation;
using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Rules;

namespace DxRules.Engine.Alerts;

/// <summary>
/// Puts consequences under their causes, so that people see the cause first: an alert under the first listed cause that fired, a 判定不能
/// under an alert that reports just the facts it lacks. Nothing is folded under a lighter alert or across the line of what is secret.
/// </summary>
internal sealed class Folding
{
    private readonly Schema schema;
    private readonly Func<Bound, RuleResult, object?> follow;
    private readonly Dictionary<string, RuleResult> alerts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<RuleResult>> reportingMissing = new(StringComparer.Ordinal);

    /// <param name="fired">All alerts of a check.</param>
    /// <param name="schema">How subjects are told apart.</param>
    /// <param name="follow">The subject a link leads to from a result's subject; null where it leads nowhere.</param>
    public Folding(IEnumerable<RuleResult> fired, Schema schema, Func<Bound, RuleResult, object?> follow)
    {
        this.schema = schema;
        this.follow = follow;
        foreach (var result in fired)
        {
            var id = IdOf(result.Place.Subject);
            alerts[KeyOf(result.Rule.Rule.Id, id)] = result;
            if (result.Rule.Rule.MissingIsFinding.Count == 0)
                continue;
            if (!reportingMissing.TryGetValue(id, out var reporting))
                reportingMissing[id] = reporting = [];
            reporting.Add(result);
        }
    }

    /// <summary>The key of a rule's result on a subject: the same over the years.</summary>
    public static string KeyOf(string rule, string subject) => rule + "/" + subject;

    /// <summary>The key of the alert a result is folded under; null where it stands for itself.</summary>
    public string? CauseOf(RuleResult result) => result.Judgement.Outcome switch
    {
        Outcome.Alert => CauseOfAlert(result),
        Outcome.Undetermined => CauseOfUndetermined(result),
        _ => null,
    };

    private string? CauseOfAlert(RuleResult result)
    {
        var own = KeyOf(result.Rule.Rule.Id, IdOf(result.Place.Subject));
        return CausesOf(result).Where(cause => cause.Target.At is null || !IsUnder(cause.Key, own)).Select(cause => cause.Key).FirstOrDefault();
    }

    /// <summary>The causes that fired and may hold the alert, the first listed first.</summary>
    private IEnumerable<(string Key, FoldTarget Target)> CausesOf(RuleResult result)
    {
        foreach (var cause in result.Rule.Rule.FoldUnder)
        {
            foreach (var id in PlacesOf(cause, result))
            {
                var key = KeyOf(cause.Rule, id);
                if (alerts.TryGetValue(key, out var found) && SeverityOf(found) >= SeverityOf(result) && IsSecret(found) == IsSecret(result))
                    yield return (key, cause);
            }
        }
    }

    // Links may come round; what would be folded under itself is not folded at all, whichever of the circle is asked first.
    private bool IsUnder(string key, string other)
    {
        var passed = new HashSet<string>(StringComparer.Ordinal);
        for (string? current = key; current is not null && passed.Add(current); current = CausesOf(alerts[current]).Select(cause => cause.Key).FirstOrDefault())
        {
            if (current == other)
                return true;
        }
        return false;
    }

    private IEnumerable<string> PlacesOf(FoldTarget cause, RuleResult result)
    {
        if (cause.At is { } link)
            return follow(link, result) is { } target ? [IdOf(target)] : [];
        return result.Place.Ancestors.Prepend(result.Place).Select(place => IdOf(place.Subject));
    }

    private string? CauseOfUndetermined(RuleResult result)
    {
        var missing = result.Judgement.Missing!.Facts.Select(f => f.Ja).ToList();
        foreach (var place in result.Place.Ancestors.Prepend(result.Place))
        {
            if (!reportingMissing.TryGetValue(IdOf(place.Subject), out var reporting))
                continue;
            var cause = reporting.FirstOrDefault(alert =>
                IsSecret(alert) == IsSecret(result)
                && missing.All(fact => alert.Rule.Rule.MissingIsFinding.Any(finding => Reports(finding, SeenFrom(place, fact, result.Place)))));
            if (cause is not null)
                return KeyOf(cause.Rule.Rule.Id, IdOf(place.Subject));
        }
        return null;
    }

    /// <summary>What a fact that a subject lacks is called on the subject itself or one above it.</summary>
    private static string SeenFrom(SubjectPlace above, string fact, SubjectPlace subject)
    {
        if (ReferenceEquals(above, subject))
            return fact;
        var first = fact.Split('.')[0];
        if (first == above.Kind.Ja)
            return fact[(first.Length + 1)..];

        // A fact of a subject in between is called the same from below and from above; so is one of a list that both gather (系列 of 計画 and 指標).
        var isBetween = subject.Ancestors.TakeWhile(place => !ReferenceEquals(place, above)).Any(place => place.Kind.Ja == first);
        var isOfBoth = subject.Kind.Find(first)?.Type is ListType list && list.Equals(above.Kind.Find(first)?.Type);
        return isBetween || isOfBoth ? fact : subject.Kind.Ja + "." + fact;
    }

    // A rule that reports the absence of 実績.値 reports that of 実績 too.
    private static bool Reports(string finding, string fact) =>
        finding == fact || finding.StartsWith(fact + ".", StringComparison.Ordinal);

    private bool IsSecret(RuleResult result) => result.Rule.Rule.IsSecret || schema.Identify(result.Place.Subject).IsSecret;

    private string IdOf(object subject) => schema.Identify(subject).Id;

    private static Severity SeverityOf(RuleResult alert) => alert.Rule.Rule.Levels[alert.Judgement.Level].Severity;
}

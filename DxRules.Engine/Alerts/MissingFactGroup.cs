using DxRules.Engine.Text;

namespace DxRules.Engine.Alerts;

/// <summary>A fact that is missing, on which subjects of one kind, and which rules wait for it: what entering it would settle.</summary>
/// <param name="Fact">As seen from the subjects.</param>
/// <param name="SubjectType">English word of the subjects' kind.</param>
/// <param name="Subjects">Each once, in the order of the results.</param>
/// <param name="Rules">Ids, each once, ordinal.</param>
public sealed record MissingFactGroup(
    LocalizedText Fact,
    string SubjectType,
    IReadOnlyList<AlertSubject> Subjects,
    IReadOnlyList<string> Rules)
{
    /// <summary>Undetermined results by the facts they miss, most subjects first; a result that misses two facts is in both groups.</summary>
    public static IReadOnlyList<MissingFactGroup> Of(IEnumerable<UndeterminedResult> results) =>
    [
        .. results
            .SelectMany(result => result.Missing.Select(fact => (Fact: fact, Result: result)))
            .GroupBy(missing => (missing.Fact, missing.Result.Subject.Type))
            .Select(group => new MissingFactGroup(
                group.Key.Fact,
                group.Key.Type,
                [.. group.Select(missing => missing.Result.Subject).DistinctBy(subject => subject.Id)],
                [.. group.Select(missing => missing.Result.Rule).Distinct().Order(StringComparer.Ordinal)]))
            .OrderByDescending(group => group.Subjects.Count)
            .ThenByDescending(group => group.Rules.Count),
    ];

    /// <summary>系列19件の実績がないため、7規則を判定できません。</summary>
    /// <param name="kind">The name of the subjects' kind.</param>
    public LocalizedText Sentence(LocalizedText kind) => new(
        FormattableString.Invariant($"{kind.Ja}{Subjects.Count}件の{Fact.Ja}がないため、{Rules.Count}規則を判定できません。"),
        FormattableString.Invariant($"{Fact.En} {(Fact.En.Contains(", ", StringComparison.Ordinal) ? "are" : "is")} missing for {Subjects.Count} {kind.En}, so {Rules.Count} {(Rules.Count == 1 ? "rule" : "rules")} cannot be judged."));
}

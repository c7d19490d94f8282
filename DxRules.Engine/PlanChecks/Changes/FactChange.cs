using DxRules.Engine.Evaluation;
using DxRules.Engine.Rules;
using DxRules.Engine.Text;

namespace DxRules.Engine.PlanChecks.Changes;

/// <summary>A change of one fact of a plan after which a rule fires.</summary>
/// <param name="Fact">The fact, as people call it.</param>
/// <param name="Subject">The subject that has the fact.</param>
/// <param name="From">The value as the rule sees it now; null = none.</param>
/// <param name="To">The nearest value with which the rule fires; null = the fact or row is taken away.</param>
/// <param name="Reach">Whether values beyond <paramref name="To"/> do it as well.</param>
/// <param name="Severity">How grave the alert is at <paramref name="To"/>.</param>
/// <param name="Sentence">All of it in words.</param>
internal sealed record FactChange(LocalizedText Fact, AlteredSubject Subject, object? From, object? To, Reach Reach, Severity Severity, LocalizedText Sentence);

/// <summary>The subject a fact belongs to.</summary>
internal sealed record AlteredSubject(string Type, string Id, string Title);

/// <summary>How far a change reaches beyond its value.</summary>
internal enum Reach
{
    Exactly,
    OrLess,
    OrMore,
}

/// <summary>What a missing fact would lead to.</summary>
/// <param name="Outcomes">In the order of the values; empty where no value can be tried without knowing the city.</param>
internal sealed record KnownFact(LocalizedText Fact, AlteredSubject Subject, IReadOnlyList<OutcomeIf> Outcomes);

/// <param name="Value">A value the fact may have.</param>
/// <param name="Reach">Whether values beyond it lead to the same.</param>
/// <param name="Words">The value in words.</param>
internal sealed record OutcomeIf(object Value, Reach Reach, LocalizedText Words, Outcome Outcome, Severity? Severity);

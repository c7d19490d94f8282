using DxRules.Engine.Feel.Values;
using DxRules.Engine.Rules;
using DxRules.Engine.Text;

namespace DxRules.Engine.Evaluation;

/// <summary>Why a rule says what it says of a subject: every part of its conditions with its value.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Subject">The subject's id.</param>
/// <param name="Outcome">What came out.</param>
/// <param name="Severity">The level that fired; null where none did.</param>
/// <param name="Missing">What is missing, of the result or of graver levels.</param>
/// <param name="Conditions">where, when and the levels, in this order.</param>
internal sealed record Explanation(
    string Rule,
    string Subject,
    Outcome Outcome,
    Severity? Severity,
    IReadOnlyList<Fact> Missing,
    IReadOnlyList<ExplainedCondition> Conditions);

/// <param name="Name">Which condition of the rule: where, when, or a level's severity.</param>
internal sealed record ExplainedCondition(LocalizedText Name, ExplainedPart Root);

/// <summary>A part of a condition and its value on the subject.</summary>
/// <param name="Text">As written, or the title of the member of a list that is looked at.</param>
/// <param name="Value">In words.</param>
/// <param name="Missing">The facts it misses; none where it is known.</param>
/// <param name="Decides">Whether the result of the whole would be open without it.</param>
/// <param name="Parts">What it is made of.</param>
internal sealed record ExplainedPart(
    string Text,
    LocalizedText Value,
    IReadOnlyList<Fact> Missing,
    bool Decides,
    IReadOnlyList<ExplainedPart> Parts);

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
/// <param name="Reason">Why there is nothing to judge, where no condition says so: the rule is not in effect, or there is nothing to know.</param>
/// <param name="Conditions">where, when and the levels, in this order.</param>
internal sealed record Explanation(
    string Rule,
    string Subject,
    Outcome Outcome,
    Severity? Severity,
    IReadOnlyList<Fact> Missing,
    LocalizedText? Reason,
    IReadOnlyList<ExplainedCondition> Conditions)
{
    /// <summary>The smallest conditions that settled the result, in order of reading.</summary>
    public IReadOnlyList<ExplainedPart> DecidedBy { get; } = [.. Conditions.SelectMany(condition => Deciding(condition.Root)).DistinctBy(part => part.Text)];

    private static IEnumerable<ExplainedPart> Deciding(ExplainedPart part)
    {
        if (!part.Decides)
            return [];
        return part.IsLogic ? part.Parts.SelectMany(Deciding) : [part];
    }
}

/// <param name="Name">Which condition of the rule: where, when, or a level's severity.</param>
internal sealed record ExplainedCondition(LocalizedText Name, ExplainedPart Root);

/// <summary>A part of a condition and its value on the subject.</summary>
/// <param name="Text">As written, or the title of the member of a list that is looked at.</param>
/// <param name="Value">In words.</param>
/// <param name="Missing">The facts it misses; none where it is known.</param>
/// <param name="Decides">Whether the result of the whole would be open without it.</param>
/// <param name="IsLogic">Whether it is made of conditions by and, or.</param>
/// <param name="Parts">What it is made of.</param>
internal sealed record ExplainedPart(
    string Text,
    LocalizedText Value,
    IReadOnlyList<Fact> Missing,
    bool Decides,
    bool IsLogic,
    IReadOnlyList<ExplainedPart> Parts);

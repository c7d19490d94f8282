using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Feel.Compilation;
using DxRules.Engine.Feel.Values;

namespace DxRules.Engine.Evaluation;

/// <summary>What a rule says of a subject.</summary>
internal enum Outcome
{
    Quiet,

    /// <summary>対象外: the rule does not concern the subject, or there is nothing to know.</summary>
    NotApplicable,

    /// <summary>判定不能: facts are missing that could change the result.</summary>
    Undetermined,

    Alert,

    /// <summary>The rule failed on this subject.</summary>
    Fault,
}

/// <param name="Outcome">What came out.</param>
/// <param name="Level">Number of the level that fired; meaningless for other outcomes.</param>
/// <param name="Missing">What is missing: of an undetermined result, or of graver levels than the one that fired.</param>
internal readonly record struct Judgement(Outcome Outcome, int Level = -1, FactSet? Missing = null);

/// <summary>A subject and what it hangs on.</summary>
internal sealed record SubjectPlace(object Subject, ObjectType Kind, SubjectPlace? Above)
{
    /// <summary>The subjects above, nearest first.</summary>
    public IEnumerable<SubjectPlace> Ancestors
    {
        get
        {
            for (var place = Above; place is not null; place = place.Above)
                yield return place;
        }
    }
}

/// <summary>A judgement and what it is about. Quiet results are only counted, so that a clean plan costs nothing.</summary>
internal sealed record RuleResult(CompiledRule Rule, SubjectPlace Place, Judgement Judgement, EvaluationFault? Fault = null)
{
    /// <summary>Alerts and 判定不能 below the subject, as they were when the rule looked at them; texts and evidence read them again.</summary>
    public AlertBelow[] Alerts { get; init; } = [];

    public UndeterminedBelow[] Undetermined { get; init; } = [];
}

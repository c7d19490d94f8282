using DxRules.Engine.Evaluation;
using DxRules.Engine.Feel.Compilation;
using DxRules.Engine.PlanChecks.Subjects;
using DxRules.Engine.Plans;
using Judgement = DxRules.Engine.Evaluation.Judgement;

namespace DxRules.Engine.PlanChecks.Changes;

/// <summary>Asks one rule of one subject what it would say if the plan were otherwise. The engine itself answers, so that the answer is never another than a check's.</summary>
internal sealed class RuleProbe(CompiledRuleSet rules, CompiledRule rule, string subjectId, DateOnly asOf, RatingScales scales)
{
    // Some seconds on a large plan; a person waits for the answer.
    private const int MostEvaluations = 3000;

    private int evaluations;

    /// <summary>Whether no more may be asked.</summary>
    public bool IsSpent => evaluations >= MostEvaluations;

    public DateOnly AsOf => asOf;

    /// <summary>What the rule says; a fault where it fails, and null where the subject is not there or nothing more may be asked.</summary>
    public Judgement? Judge(PlanDocument plan)
    {
        if (IsSpent)
            return null;
        evaluations++;
        var root = PlanSubjects.Build(plan.AsOf(asOf).Document, asOf, scales);
        try
        {
            return Find(root) is { } found ? rule.JudgeThreeValued(found.Subject, found.Context) : null;
        }
        catch (EvaluationFault)
        {
            return new Judgement(Outcome.Fault);
        }
    }

    // What hangs below matters only to rules that read alerts; the others need not wait for all rules to run.
    private (object Subject, CheckContext Context)? Find(PlanNode root)
    {
        if (rule.ReadsAlerts)
            return Evaluator.Find(rules, root, asOf, rule, subjectId);
        return root.SubjectsById.TryGetValue(subjectId, out var node) && node.GetType() == rule.Rule.Subject.Clr ? (node, new CheckContext(asOf)) : null;
    }
}

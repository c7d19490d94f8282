using DxRules.Engine.Evaluation;
using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Feel.Compilation;
using DxRules.Engine.PlanChecks.Subjects;
using DxRules.Engine.Rules;
using DxRules.Engine.Text;

namespace DxRules.Engine.PlanChecks;

/// <summary>
/// A subject of a plan as it stood on a day, for hosts that judge with an engine of their own: what its facts are matched against
/// <see cref="RuleCondition"/>. Like the check it comes from it is for one thread at a time.
/// </summary>
public sealed class CheckedSubject
{
    private readonly PlanNode plan;

    internal CheckedSubject(object subject, ObjectType kind, SubjectIdentity identity, PlanNode plan, Limits limits)
    {
        Subject = subject;
        Kind = kind.En;
        Identity = identity;
        Context = new CheckContext(plan.AsOf, limits);
        this.plan = plan;
    }

    /// <summary>The English word of its kind, such as <c>phase</c>.</summary>
    public string Kind { get; }

    /// <summary>Id, title and path.</summary>
    public SubjectIdentity Identity { get; }

    internal object Subject { get; }

    internal CheckContext Context { get; }

    /// <summary>What comes before any condition: whether the rule is in effect, and whether a part of the plan it reads is absent as a whole.</summary>
    internal RuleOutcome? BeforeJudging(Rule rule)
    {
        Context.StartCounting();
        if (!rule.IsInEffect(plan.AsOf))
            return RuleOutcome.NotApplicable;
        return rule.Sections.Any(section => section.IsAbsent(plan)) ? RuleOutcome.Undetermined : null;
    }
}

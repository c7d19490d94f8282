using DxRules.Engine.Plans;

namespace DxRules.Engine.PlanChecks.CSharp;

/// <summary>Rules written in C#, beside those of rule files: the same texts, levels, evidence, examples, profiles and folding.</summary>
public static class Rule
{
    /// <summary>Begins a rule.</summary>
    /// <typeparam name="TSubject">The record of the plan file that the rule looks at: Phase, Initiative, Policy, Kpi, Series, Control …</typeparam>
    /// <param name="id">Unique among all rules, such as CITY-01. Where a profile or another rule names it, this is its name.</param>
    /// <returns>A rule to which everything else is added. What is wrong with it is told by <see cref="PlanCheck.Load"/>, all at once.</returns>
    public static CSharpRule<TSubject> For<TSubject>(string id)
        where TSubject : PlanObject => new(id);
}

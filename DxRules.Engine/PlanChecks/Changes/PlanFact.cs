using DxRules.Engine.Plans;

namespace DxRules.Engine.PlanChecks.Changes;

/// <summary>A fact of a plan that could be otherwise: a member of one of its objects, or a row of a list that could be missing.</summary>
/// <param name="Record">The object of the plan, as it stood at the as-of date.</param>
/// <param name="Member">Null = the object itself, a row that could be taken out.</param>
/// <param name="Rank">How directly the rule reads it.</param>
internal sealed record PlanFact(PlanObject Record, PlanMember? Member, FactRank Rank)
{
    public object? Value => Member?.Get(Record);
}

/// <summary>Which facts a person would think of first.</summary>
internal enum FactRank
{
    /// <summary>A condition reads it.</summary>
    Direct,

    /// <summary>A measure that a condition reads is computed from it, or it settles what is read.</summary>
    Derived,

    /// <summary>It says which row a figure belongs to, or it is a row itself.</summary>
    Key,
}

using DxRules.Engine.Plans;

namespace DxRules.Admin.Governance;

/// <summary>How many members a quorum takes, to say it in a sentence; whether a meeting had it, the rule decides.</summary>
internal static class QuorumCount
{
    public static int Least(Quorum quorum, int members)
    {
        var threshold = members * quorum.Fraction;
        return (int)(quorum.Kind == QuorumKind.MoreThan ? decimal.Floor(threshold) + 1 : decimal.Ceiling(threshold));
    }
}

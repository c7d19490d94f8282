using DxRules.Engine.Rules;

namespace DxRules.Admin.Publishing.Site;

/// <summary>How many of some things go as planned, are late, or cannot be told.</summary>
internal sealed record Standing(int Good, int Behind, int Unknown)
{
    public int All => Good + Behind + Unknown;

    public IReadOnlyList<int> Counts => [Good, Behind, Unknown];

    public static Standing Of(IEnumerable<GradeKind> kinds)
    {
        var counts = new int[3];
        foreach (var kind in kinds)
            counts[(int)kind]++;
        return new Standing(counts[(int)GradeKind.Good], counts[(int)GradeKind.Behind], counts[(int)GradeKind.NotAssessable]);
    }

    /// <summary>Of parts together: late where one is late.</summary>
    public static GradeKind Worst(IEnumerable<GradeKind> kinds)
    {
        var all = kinds.ToHashSet();
        return all.Contains(GradeKind.Behind) ? GradeKind.Behind : all.Contains(GradeKind.Good) ? GradeKind.Good : GradeKind.NotAssessable;
    }
}

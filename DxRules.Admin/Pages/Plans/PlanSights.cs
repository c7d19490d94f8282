using System.Runtime.CompilerServices;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Pages.Plans;

/// <summary>What pages make of documents, kept as long as the documents are: a page need not judge a plan anew.</summary>
internal sealed class PlanSights
{
    private readonly ConditionalWeakTable<PlanDocument, PlanSight> sights = [];

    /// <param name="document">As the viewer may see it.</param>
    /// <param name="day">As of which it is shown.</param>
    public PlanSight Of(PlanDocument document, DateOnly day)
    {
        if (sights.TryGetValue(document, out var known) && known.Day == day)
            return known;
        var made = new PlanSight(document, day);
        sights.AddOrUpdate(document, made);
        return made;
    }
}

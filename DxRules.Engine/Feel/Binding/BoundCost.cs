namespace DxRules.Engine.Feel.Binding;

/// <summary>How much code expressions become: their parts, each as often as it is written out.</summary>
internal sealed class BoundCost
{
    private readonly Dictionary<Bound, double> known = new(ReferenceEqualityComparer.Instance);

    /// <summary>Parts of an expression; infinite where they cannot be counted any more.</summary>
    public double Of(Bound bound)
    {
        if (known.TryGetValue(bound, out var cost))
            return cost;
        return known[bound] = 1 + bound switch
        {
            BoundFilter filter => Of(filter.List) + Copies(filter.List) * Of(filter.Condition),
            BoundFor loop => Of(loop.List) + Copies(loop.List) * Of(loop.Body),
            BoundQuantified quantified => Of(quantified.List) + Copies(quantified.List) * Of(quantified.Condition),
            _ => BoundParts.ChildrenOf(bound).Sum(Of),
        };
    }

    // What is done with each member of a list stands once behind each place that gives members.
    private double Copies(Bound list) => list switch
    {
        BoundLet let => Copies(let.Body),
        BoundFilter filter => Copies(filter.List),
        BoundFor { Flattens: true } loop => Copies(loop.List) * Copies(loop.Body),
        BoundFor loop => Copies(loop.List),
        BoundList literal => literal.Items.Count,
        BoundIf choice => Copies(choice.Then) + Copies(choice.Else),
        _ => 1,
    };
}

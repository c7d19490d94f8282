namespace DxRules.Engine.Feel.Binding;

/// <summary>Walks a bound expression.</summary>
internal static class BoundParts
{
    /// <summary>The expression and all its parts, in order of reading; what a let stands for comes before the let.</summary>
    /// <remarks>Lets that use lets many times may have more parts than can be counted: who asks takes as many as it needs.</remarks>
    public static IEnumerable<Bound> Of(Bound bound)
    {
        var open = new Stack<(Bound Part, IEnumerator<Bound> Inside)>([(bound, ChildrenOf(bound).GetEnumerator())]);
        while (open.TryPeek(out var last))
        {
            if (last.Inside.MoveNext())
                open.Push((last.Inside.Current, ChildrenOf(last.Inside.Current).GetEnumerator()));
            else
                yield return open.Pop().Part;
        }
    }

    /// <summary>Whether more than so many parts stand inside one another.</summary>
    public static bool IsHigherThan(Bound bound, int levels) => levels == 0 || ChildrenOf(bound).Any(child => IsHigherThan(child, levels - 1));

    /// <summary>The parts directly inside, in order of reading.</summary>
    public static IEnumerable<Bound> ChildrenOf(Bound bound) => bound switch
    {
        BoundMember member => [member.Target],
        BoundLet let => [let.Body],
        BoundAnd and => [and.Left, and.Right],
        BoundOr or => [or.Left, or.Right],
        BoundNot not => [not.Operand],
        BoundIsNull test => [test.Operand],
        BoundBinary binary => [binary.Left, binary.Right],
        BoundBetween between => [between.Value, between.Low, between.High],
        BoundNegation negation => [negation.Operand],
        BoundIf choice => [choice.Condition, choice.Then, choice.Else],
        BoundList list => list.Items,
        BoundRange range => [range.Start, range.End],
        BoundFilter filter => [filter.List, filter.Condition],
        BoundFor loop => [loop.List, loop.Body],
        BoundQuantified quantified => [quantified.List, quantified.Condition],
        BoundAggregate { Argument: { } argument } aggregate => [aggregate.List, argument],
        BoundAggregate aggregate => [aggregate.List],
        BoundCall call => call.Arguments,
        BoundHosted hosted => hosted.Arguments,
        BoundString text => [text.Value],
        _ => [],
    };
}

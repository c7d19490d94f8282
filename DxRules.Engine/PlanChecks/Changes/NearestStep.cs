namespace DxRules.Engine.PlanChecks.Changes;

/// <summary>Looks for the point nearest to where one stands at which something becomes true, on one side.</summary>
internal static class NearestStep
{
    private const long Growth = 4;

    /// <summary>
    /// The number of steps to that point, and whether it is still true at the farthest one. Steps grow until it is true, then the last
    /// one is halved. Where it is true only within a span narrower than a step, the span may be stepped over.
    /// </summary>
    /// <param name="most">The farthest step that may be asked.</param>
    public static (long Steps, bool Beyond)? Find(long most, Func<long, bool> isTrue)
    {
        if (most < 1)
            return null;
        long before = 0;
        for (long step = 1; ; step = Math.Min(step * Growth, most))
        {
            if (isTrue(step))
            {
                var nearest = Halve(before, step, isTrue);
                return (nearest, step == most || isTrue(most));
            }
            if (step == most)
                return null;
            before = step;
        }
    }

    private static long Halve(long isNot, long isSo, Func<long, bool> isTrue)
    {
        while (isSo - isNot > 1)
        {
            var middle = isNot + ((isSo - isNot) / 2);
            if (isTrue(middle))
                isSo = middle;
            else
                isNot = middle;
        }
        return isSo;
    }
}

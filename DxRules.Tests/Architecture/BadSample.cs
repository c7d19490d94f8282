// Types that break the arrows of the engine in each way a type can, to show that the layering test sees them.
#pragma warning disable CA1812, IDE0060, CS0169
using DxRules.Tests.Architecture.BadSample.Plans;

namespace DxRules.Tests.Architecture.BadSample.Plans
{
    internal class Plan
    {
        public string Title => "";

        public static int Count() => 1;
    }

    internal interface IMarked;

    [AttributeUsage(AttributeTargets.All)]
    internal sealed class PlanAttribute : Attribute;
}

namespace DxRules.Tests.Architecture.BadSample.Text
{
    internal sealed class Inherits : Plan;

    internal sealed class Implements : IMarked;

    [Plan]
    internal sealed class IsMarked;

    internal sealed class MarksMember
    {
        [Plan]
        public int Member => 0;
    }

    internal sealed class ConstrainedBy<T>
        where T : Plan;

    internal sealed class HoldsInList
    {
        private readonly List<Plan[]>? plans = null;

        public bool HasPlans => plans is not null;
    }

    internal sealed class TakesParameter
    {
        public static void Take(Plan plan)
        {
        }
    }

    internal sealed class CallsInBody
    {
        public static int Call() => Plan.Count();
    }

    internal sealed class CallsInLambda
    {
        public static Func<int> Call() => () => Plan.Count();
    }

    internal sealed class CallsInIterator
    {
        public static IEnumerable<int> Call()
        {
            yield return Plan.Count();
        }
    }

    internal sealed class NamesType
    {
        public static object Name() => typeof(Plan);
    }

    internal sealed class CastsInBody
    {
        public static bool Is(object value) => value is Plan;
    }

    internal sealed class ArgumentOfGenericCall
    {
        public static object Make() => Activator.CreateInstance<Plan>();
    }

    internal sealed class ReadsExpression
    {
        public static readonly System.Linq.Expressions.Expression<Func<Plan, string>> Read = plan => plan.Title;
    }

    internal sealed class Innocent
    {
        public static string Say() => "Plan";
    }
}

namespace DxRules.Tests.Architecture.BadSample.Elsewhere
{
    internal sealed class Stray;
}

using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Feel.Compilation;

namespace DxRules.Engine.Evaluation;

/// <summary>A judgement that is not quiet. What people read of it is made when they ask for it.</summary>
/// <param name="Place">Number of the subject among <see cref="Findings"/>.</param>
internal readonly record struct Finding(CompiledRule Rule, int Place, Judgement Judgement);

/// <summary>
/// Every subject a check looked at and what it found there, as bare figures. One is used for check after check, so that it takes
/// no memory once it is large enough.
/// </summary>
internal sealed class Findings
{
    private readonly List<Finding> found = [];
    private readonly List<PlaceRange> places = [];
    private readonly Dictionary<int, Beside> beside = [];

    /// <summary>In the order of looking: deepest first, then as the document has them.</summary>
    public IReadOnlyList<Finding> All => found;

    private int next;

    /// <summary>How many results were quiet.</summary>
    public int Quiet { get; set; }

    public object SubjectOf(Finding finding) => RangeOf(finding.Place).SubjectAt(finding.Place);

    public void Clear()
    {
        found.Clear();
        places.Clear();
        beside.Clear();
        next = 0;
        Quiet = 0;
    }

    /// <summary>Notes subjects of a list and gives the number of the first; the others follow it.</summary>
    /// <param name="above">Number of the subject they hang on; -1 for the root.</param>
    public int Enter(object[] list, int from, int to, ObjectType kind, int above)
    {
        var first = next;
        next += to - from;
        places.Add(new(list, from, kind, above, first));
        return first;
    }

    public void Add(CompiledRule rule, int place, Judgement judgement) => found.Add(new(rule, place, judgement));

    public void Add(CompiledRule rule, int place, Judgement judgement, Beside more)
    {
        beside.Add(found.Count, more);
        Add(rule, place, judgement);
    }

    /// <summary>The same as objects of their own, for reports.</summary>
    public EvaluationResults ToResults(Schema schema)
    {
        var made = new SubjectPlace?[next];
        var results = new RuleResult[found.Count];
        for (var i = 0; i < results.Length; i++)
        {
            var (rule, place, judgement) = found[i];
            var more = beside.GetValueOrDefault(i);
            results[i] = new RuleResult(rule, PlaceOf(place, made), judgement, more.Fault) { Alerts = more.Alerts ?? [], Undetermined = more.Undetermined ?? [] };
        }
        return new EvaluationResults(results, IdsByKind(schema), Quiet);
    }

    private SubjectPlace PlaceOf(int number, SubjectPlace?[] made)
    {
        var range = RangeOf(number);
        return made[number] ??= new SubjectPlace(range.SubjectAt(number), range.Kind, range.Above < 0 ? null : PlaceOf(range.Above, made));
    }

    private PlaceRange RangeOf(int number)
    {
        var (low, high) = (0, places.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = places[middle].First <= number ? (middle, high) : (low, middle - 1);
        }
        return places[low];
    }

    private Dictionary<ObjectType, IReadOnlyList<string>> IdsByKind(Schema schema)
    {
        var ids = new Dictionary<ObjectType, IReadOnlyList<string>>();
        var alerted = found.Where(finding => finding.Judgement.Outcome == Outcome.Alert).Select(finding => finding.Place).ToHashSet();
        for (var i = 0; i < places.Count; i++)
        {
            var (range, end) = (places[i], i + 1 < places.Count ? places[i + 1].First : next);
            if (end == range.First)
                continue;
            if (!ids.TryGetValue(range.Kind, out var list))
                ids[range.Kind] = list = new List<string>();
            for (var number = range.First; number < end; number++)
            {
                if (!range.Kind.ListsOnlyAlerted || alerted.Contains(number))
                    ((List<string>)list).Add(schema.Identify(range.SubjectAt(number)).Id);
            }
        }
        return ids;
    }

    /// <summary>Subjects that stand side by side in a list, numbered from <paramref name="First"/>.</summary>
    private readonly record struct PlaceRange(object[] List, int From, ObjectType Kind, int Above, int First)
    {
        public object SubjectAt(int number) => List[From + number - First];
    }

    /// <summary>What only few findings have: why the rule failed, or what it saw of the alerts below.</summary>
    internal readonly record struct Beside(EvaluationFault? Fault, AlertBelow[]? Alerts, UndeterminedBelow[]? Undetermined);
}

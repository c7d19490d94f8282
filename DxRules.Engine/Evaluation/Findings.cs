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
    private readonly List<(object Subject, ObjectType Kind, int Above)> places = [];
    private readonly Dictionary<int, Beside> beside = [];

    /// <summary>In the order of looking: deepest first, then as the document has them.</summary>
    public IReadOnlyList<Finding> All => found;

    /// <summary>How many results were quiet.</summary>
    public int Quiet { get; set; }

    public object SubjectOf(Finding finding) => places[finding.Place].Subject;

    public void Clear()
    {
        found.Clear();
        places.Clear();
        beside.Clear();
        Quiet = 0;
    }

    /// <summary>Notes a subject and gives its number.</summary>
    /// <param name="above">Number of the subject it hangs on; -1 for the root.</param>
    public int Enter(object subject, ObjectType kind, int above)
    {
        places.Add((subject, kind, above));
        return places.Count - 1;
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
        var made = new SubjectPlace?[places.Count];
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
        var (subject, kind, above) = places[number];
        return made[number] ??= new SubjectPlace(subject, kind, above < 0 ? null : PlaceOf(above, made));
    }

    private Dictionary<ObjectType, IReadOnlyList<string>> IdsByKind(Schema schema)
    {
        var ids = new Dictionary<ObjectType, IReadOnlyList<string>>();
        foreach (var (subject, kind, _) in places)
        {
            if (!ids.TryGetValue(kind, out var list))
                ids[kind] = list = new List<string>();
            ((List<string>)list).Add(schema.Identify(subject).Id);
        }
        return ids;
    }

    /// <summary>What only few findings have: why the rule failed, or what it saw of the alerts below.</summary>
    internal readonly record struct Beside(EvaluationFault? Fault, AlertBelow[]? Alerts, UndeterminedBelow[]? Undetermined);
}

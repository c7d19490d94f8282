using DxRules.Engine.Text;

namespace DxRules.Engine.Feel.Binding;

/// <summary>What the expressions of one rule can name, and what of it they may read without a guard.</summary>
internal sealed class RuleScope(Schema schema, ObjectType subject, Limits? limits = null)
{
    private readonly Dictionary<string, ParameterSymbol> parameters = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, ParameterSymbol>> groups = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LetSymbol> lets = new(StringComparer.Ordinal);
    private int variables;
    private int letUses;
    private int visits;
    private double parts;

    public Schema Schema { get; } = schema;

    /// <summary>What the rule may cost.</summary>
    public Limits Limits { get; } = limits ?? Limits.Default;

    /// <summary>Whether its cost was too high: that has been told, and nothing more is looked at.</summary>
    public bool IsTooLarge { get; private set; }

    public ObjectType Subject { get; } = subject;

    /// <summary>Members the rule's needs name, and those passed on the way to them.</summary>
    public HashSet<Member> Covered { get; } = [];

    /// <summary>The paths the rule's needs name, in English: never tested with = null.</summary>
    public HashSet<string> NeededPaths { get; } = new(StringComparer.Ordinal);

    /// <summary>Members whose absence the rule reports: they may be tested with = null.</summary>
    public HashSet<Member> ReportedMissing { get; } = [];

    /// <summary>Members that conditions have read; a need that is not among them at the end is a mistake.</summary>
    public HashSet<Member> Read { get; } = [];

    /// <summary>Facts tested with = null, by the way to them; each must guard a read somewhere.</summary>
    public Dictionary<string, (BoundIsNull Test, EmbeddedText Text)> Tested { get; } = [];

    /// <summary>Lets that an expression has used; the others are looked at for their own sake.</summary>
    public HashSet<LetSymbol> UsedLets { get; } = [];

    /// <summary>Ways to facts that were read behind a guard.</summary>
    public HashSet<string> ReadGuarded { get; } = [];

    /// <summary>All names an expression can begin with, for "did you mean".</summary>
    public IEnumerable<string> Names =>
        Subject.Names.Concat(Schema.Context.Names).Concat(parameters.Keys).Concat(groups.Keys).Concat(lets.Keys);

    public bool TryAdd(ParameterSymbol parameter) => TryAdd(parameters, parameter.Ja, parameter.En, parameter);

    public bool TryAdd(LetSymbol let) => TryAdd(lets, let.Ja, let.En, let);

    /// <summary>Shared parameters, read as group.member.</summary>
    public void AddGroup(string name, IEnumerable<ParameterSymbol> members)
    {
        var byName = new Dictionary<string, ParameterSymbol>(StringComparer.Ordinal);
        foreach (var member in members)
            TryAdd(byName, member.Ja, member.En, member);
        groups[name] = byName;
    }

    public ParameterSymbol? FindParameter(string name) => parameters.GetValueOrDefault(name);

    public LetSymbol? FindLet(string name) => lets.GetValueOrDefault(name);

    public IReadOnlyDictionary<string, ParameterSymbol>? FindGroup(string name) => groups.GetValueOrDefault(name);

    /// <summary>Tells the variables of the rule's expressions apart.</summary>
    public int NextVariable() => variables++;

    /// <summary>Counts one use of a let; false once there are more than any rule for people has (each use stands for the whole let).</summary>
    public bool TryUse(LetSymbol let)
    {
        UsedLets.Add(let);
        return ++letUses <= Limits.LetUses;
    }

    /// <summary>Counts the look at one part of an expression; false once there were more than a rule may have.</summary>
    public bool TryVisit() => ++visits <= Limits.RuleParts;

    /// <summary>Counts the parts of a whole expression; false once there are more than a rule may have.</summary>
    public bool TryGrow(double more) => (parts += more) <= Limits.RuleParts;

    /// <summary>Ends the reading of the rule; true the first time.</summary>
    public bool GiveUp() => !IsTooLarge && (IsTooLarge = true);

    /// <summary>Whether a name is taken already by a member, the subject, something every rule sees or a function.</summary>
    public bool IsTaken(string name) =>
        Subject.Find(name) is not null
        || Subject.Ja == name || Subject.En == name
        || Schema.Context.Find(name) is not null
        || RuleFunctions.Names.Contains(name)
        || Schema.Functions.Any(f => f.Ja == name || f.En == name);

    private static bool TryAdd<T>(Dictionary<string, T> names, string ja, string en, T symbol) =>
        names.TryAdd(ja, symbol) && (en == ja || names.TryAdd(en, symbol));
}

/// <summary>How an expression is used.</summary>
/// <param name="Language">Null in conditions. In a text, the language it is written in: facts need no guards there, and <c>string</c> writes for people.</param>
internal readonly record struct Use(Language? Language)
{
    public static Use Condition { get; } = new(null);

    public bool IsText => Language is not null;
}

using DxRules.Engine.Text;

namespace DxRules.Engine.Feel.Binding;

/// <summary>What the expressions of one rule can name, and what of it they may read without a guard.</summary>
internal sealed class RuleScope(Schema schema, ObjectType subject, Limits? limits = null)
{
    private readonly Dictionary<string, ParameterSymbol> parameters = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, ParameterSymbol>> groups = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LetSymbol> lets = new(StringComparer.Ordinal);
    private readonly HashSet<string> unreadable = new(StringComparer.Ordinal);
    private readonly HashSet<string> unreadableGroups = new(StringComparer.Ordinal);
    private readonly HashSet<bool> lostNames = [];
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

    /// <summary>Facts read without need or guard, in English, and what was said of each: once, however often it is read.</summary>
    public Dictionary<string, Diagnostic> Unneeded { get; } = new(StringComparer.Ordinal);

    /// <summary>Lets that an expression has used; the others are looked at for their own sake.</summary>
    public HashSet<LetSymbol> UsedLets { get; } = [];

    /// <summary>Ways to facts that were read behind a guard.</summary>
    public HashSet<string> ReadGuarded { get; } = [];

    /// <summary>All names an expression can begin with, for "did you mean".</summary>
    public IEnumerable<string> Names =>
        Subject.Names.Concat(Schema.Context.Names).Concat(parameters.Keys).Concat(groups.Keys).Concat(lets.Keys);

    /// <summary>Whether something is wrong with the rule's needs: then nobody knows what they cover.</summary>
    public bool NeedsAreUnreadable { get; set; }

    /// <summary>Whether something is wrong with the groups the rule uses: then nobody knows what they are called.</summary>
    public bool GroupsAreUnreadable { get; set; }

    /// <summary>Notes a name whose declaration is wrong: that has been told, and nothing is said where the name is used.</summary>
    public void AddUnreadable(string name) => unreadable.Add(name);

    /// <summary>Notes that the name a declaration should have, English or Japanese, cannot be read: any unknown name may be it.</summary>
    public void LoseName(bool isEnglish) => lostNames.Add(isEnglish);

    /// <summary>Notes that of a group's members not all could be read.</summary>
    public void AddUnreadableGroup(string name) => unreadableGroups.Add(name);

    public bool IsUnreadable(string name) => unreadable.Contains(name);

    public bool IsUnreadableGroup(string name) => unreadableGroups.Contains(name);

    /// <summary>Whether a name that is not known may be one that could not be read.</summary>
    public bool MayBeLost(string name) => name.Length > 0 && lostNames.Contains(char.IsAscii(name[0]));

    /// <summary>Conditions of the host, called by their names.</summary>
    public IReadOnlyList<HostedCondition> Hosted { get; init; } = [];

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

    /// <summary>What has a name already: a member, the subject, something every rule sees or a function. Null where nothing has.</summary>
    public LocalizedText? TakenBy(string name)
    {
        if (Subject.Find(name) is not null)
            return new($"{Subject.Ja}の項目「{name}」", $"the member '{name}' of '{Subject.En}'");
        if (Subject.Ja == name || Subject.En == name)
            return new($"対象「{name}」", $"the subject '{name}'");
        if (Schema.Context.Find(name) is not null)
            return new($"どの規則からも読める「{name}」", $"'{name}', which every rule can read");
        return RuleFunctions.Names.Contains(name) || Schema.Functions.Any(f => f.Ja == name || f.En == name)
            ? new($"関数「{name}」", $"the function '{name}'")
            : null;
    }

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

using System.Collections.Immutable;
using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Feel.Syntax;
using DxRules.Engine.Rules.Reading;
using DxRules.Engine.Text;

namespace DxRules.Engine.Rules;

/// <summary>Makes a rule of a file: settles its names, reads its expressions in the order in which their guards hold, and checks needs against reads.</summary>
internal sealed class RuleBinder
{
    private readonly RuleFile file;
    private readonly RuleScope scope;
    private readonly List<Diagnostic> diagnostics;
    private readonly List<ParameterSymbol> parameters = [];
    private readonly List<(LetSymbol Symbol, LetDefinition Definition)> lets = [];

    private RuleBinder(RuleFile file, RuleScope scope, List<Diagnostic> diagnostics)
    {
        this.file = file;
        this.scope = scope;
        this.diagnostics = diagnostics;
    }

    /// <summary>The rule, or null where anything is wrong with it; all of it is added to <paramref name="diagnostics"/>.</summary>
    public static Rule? Bind(RuleFile file, Schema schema, IEnumerable<ParameterGroup> groups, ParameterValues values, Limits limits, List<Diagnostic> diagnostics)
    {
        var own = new List<Diagnostic>();
        if (schema.FindSubject(file.Subject.Value) is not { } subject)
        {
            if (file.Subject.Value.Length > 0)
                diagnostics.Add(RuleBindingErrors.UnknownSubject(file.Source, file.Subject, schema.SubjectNames));
            return null;
        }
        var binder = new RuleBinder(file, new RuleScope(schema, subject, limits) { Hosted = file.Hosted }, own);
        binder.NoteUnread();
        binder.AddParameters(groups, values);
        binder.AddLets();
        var rule = binder.BindParts();

        // A need covers what lies on the way to it: to name the longest way is enough.
        foreach (var (fact, told) in binder.scope.Unneeded)
        {
            if (binder.scope.Unneeded.Keys.Any(other => other.StartsWith(fact + ".", StringComparison.Ordinal)))
                own.Remove(told);
        }
        diagnostics.AddRange(own);
        return file.HasErrors || own.Any(d => d.Severity == DiagnosticSeverity.Error) ? null : rule;
    }

    // Where a whole key of declarations could not be read, any unknown name may be declared there.
    private void NoteUnread()
    {
        if ((file.Unread.Contains("parameters") && file.Parameters.Count == 0) || (file.Unread.Contains("let") && file.Lets.Count == 0))
        {
            scope.LoseName(isEnglish: true);
            scope.LoseName(isEnglish: false);
        }
    }

    private void AddParameters(IEnumerable<ParameterGroup> groups, ParameterValues values)
    {
        foreach (var parameter in file.Parameters)
        {
            var symbol = Symbol(parameter, values.Of(file.Id.Value, parameter), null);
            Declare(parameter.Name, parameter.En, () => symbol is not null && scope.TryAdd(symbol));
            if (symbol is not null)
                parameters.Add(symbol);
        }
        var known = groups.ToList();
        scope.GroupsAreUnreadable = file.Unread.Contains("uses") || !file.Uses.All(use => known.Exists(group => IsCalled(group, use.Value)));
        foreach (var group in known.Where(g => file.Uses.Any(use => IsCalled(g, use.Value))))
        {
            NoteGroup(group);
            var members = group.Members.Select(m => Symbol(m, values.OfGroup(group.Name.Value, m), group.Name.Value)).OfType<ParameterSymbol>().ToList();
            scope.AddGroup(group.Name.Value, members);
            scope.AddGroup(group.En.Value, members);
        }
    }

    private static bool IsCalled(ParameterGroup group, string name) => group.Name.Value == name || group.En.Value == name;

    private void NoteGroup(ParameterGroup group)
    {
        if (!group.HasErrors)
            return;
        scope.AddUnreadableGroup(group.Name.Value);
        scope.AddUnreadableGroup(group.En.Value);
        if (!NodeReader.IsName(group.En.Value, isEnglish: true))
            scope.LoseName(isEnglish: true);
    }

    /// <summary>Gives expressions a name. One that is wrong or means something else already stays known as that, so that nothing is said where it is used.</summary>
    private void Declare(Located<string> name, Located<string> en, Func<bool> tryAdd)
    {
        if (!NodeReader.IsName(name.Value, isEnglish: false))
            scope.LoseName(isEnglish: false);
        if (en.Value != name.Value && !NodeReader.IsName(en.Value, isEnglish: true))
            scope.LoseName(isEnglish: true);
        var taken = scope.TakenBy(name.Value) ?? scope.TakenBy(en.Value);
        if (taken is not null)
            diagnostics.Add(RuleBindingErrors.NameTaken(file.Source, name, en, taken));
        else if (tryAdd())
            return;
        scope.AddUnreadable(name.Value);
        scope.AddUnreadable(en.Value);
    }

    private static ParameterSymbol? Symbol(ParameterDefinition definition, object? value, string? group)
    {
        if (value is null || definition.Type is null)
            return null;
        var type = definition.Type switch
        {
            ParameterType.Number or ParameterType.Percent => FeelType.Number,
            ParameterType.Days => FeelType.Days,
            ParameterType.Months => FeelType.Months,
            ParameterType.Date => FeelType.Date,
            ParameterType.MonthDay => FeelType.MonthDay,
            ParameterType.Boolean => FeelType.Boolean,
            _ => FeelType.Text,
        };
        return new ParameterSymbol(definition.Name.Value, definition.En.Value, type, value, definition.Type == ParameterType.Percent, group);
    }

    private void AddLets()
    {
        foreach (var let in file.Lets)
        {
            var en = let.En ?? let.Name;
            var symbol = let.Is is { } text ? new LetSymbol(let.Name.Value, en.Value, Parse(text)) : null;
            if (symbol is not null)
                lets.Add((symbol, let));
            Declare(let.Name, en, () => symbol is not null && scope.TryAdd(symbol));
        }
    }

    /// <summary>What where guards holds in when, what when guards in the levels.</summary>
    private Rule BindParts()
    {
        scope.NeedsAreUnreadable = file.Unread.Contains("needs");
        var needs = AddNeeds();
        var missingIsFinding = AddReportedMissing();
        var where = Condition(file.Where, Guards.None);
        var afterWhere = GuardsOf(where, "where");
        var when = Condition(file.When, afterWhere);
        var afterWhen = afterWhere.Union(GuardsOf(when, "when"));
        var levels = file.Levels.Select(level => BindLevel(level, Condition(level.When, afterWhen))).ToList();
        CheckLets();
        var rule = new Rule
        {
            File = file,
            Subject = scope.Subject,
            Where = where,
            When = when,
            Levels = levels,
            Needs = needs,
            Evidence = [.. file.Evidence.Select(e => Binder.Bind(Parse(e), scope, new Use(Language.Japanese), Guards.None, diagnostics))],
            FoldUnder = [.. file.FoldUnder.Select(BindFoldTarget)],
            MissingIsFinding = missingIsFinding,
            Sections = [],
            IsSecret = false,
            Parameters = parameters,
            Units = lets.Where(let => let.Definition.Unit is not null).ToDictionary(let => let.Symbol, let => BindText(let.Definition.Unit!)),
        };
        CheckUnits(rule);
        CheckNeeds();
        return rule with
        {
            Sections = SectionsOf(rule.Conditions),
            IsSecret = rule.Category == RuleCategory.Security || SectionsOf(rule.Expressions).Any(section => section.IsSecret),
        };
    }

    private ImmutableHashSet<string> GuardsOf(Bound? condition, string key) =>
        condition is not null ? Guards.WhenTrue(condition) : file.Unread.Contains(key) ? Guards.None.Add(Guards.Anything) : Guards.None;

    private Bound? Condition(EmbeddedText? text, ImmutableHashSet<string> guards) =>
        text is null ? null : Binder.BindCondition(Parse(text), scope, guards, diagnostics);

    private RuleLevel BindLevel(LevelDefinition level, Bound? condition)
    {
        var message = level.Message ?? file.Message ?? file.Title;
        var clears = level.Clears ?? file.Clears;
        return new RuleLevel(level.Severity.Value, condition, BindText(level.Title ?? file.Title), BindText(message), clears is null ? null : BindText(clears));
    }

    private BoundText BindText(LocalizedTemplate template) => new(BindTemplate(template.Ja, Language.Japanese), BindTemplate(template.En, Language.English));

    private BoundTemplate BindTemplate(Template template, Language language) => new([.. template.Parts.Select(part => part switch
    {
        ExpressionPart expression => BindShown(expression.Expression, language),
        LiteralPart literal => literal.Text,
        _ => (object)"",
    })]);

    private Bound BindShown(EmbeddedText text, Language language)
    {
        var bound = Binder.Bind(Parse(text), scope, new Use(language), Guards.None, diagnostics);
        if (bound.Type is ObjectType or ListType { Item: ObjectType })
            diagnostics.Add(RuleBindingErrors.NothingToShow(text, bound.Type));
        return bound;
    }

    /// <summary>A unit that shows a let with a unit could show itself without end.</summary>
    private void CheckUnits(Rule rule)
    {
        foreach (var (symbol, definition) in lets.Where(let => rule.Units.ContainsKey(let.Symbol)))
        {
            var unit = rule.Units[symbol];
            var shown = unit.Ja.Parts.Concat(unit.En.Parts).OfType<Bound>().SelectMany(BoundParts.Of).OfType<BoundLet>();
            if (shown.Any(let => rule.Units.ContainsKey(let.Let)))
                diagnostics.Add(RuleBindingErrors.UnitOfUnits(file.Source, definition.Name));
        }
    }

    private FoldTarget BindFoldTarget(FoldCause cause)
    {
        if (cause.At is not { } text)
            return new FoldTarget(cause.Rule.Value, null);
        var at = Binder.Bind(Parse(text), scope, new Use(Language.Japanese), Guards.None, diagnostics);
        if (!at.Type.IsError && at.Type is not ObjectType { IsSubject: true })
            diagnostics.Add(RuleBindingErrors.NotASubject(text, at.Type));
        return new FoldTarget(cause.Rule.Value, at);
    }

    private List<Need> AddNeeds()
    {
        var needs = new List<Need>();
        foreach (var need in file.Needs)
        {
            if (Binder.BindPath(Parse(need), scope, diagnostics) is not { Count: > 0 } way)
            {
                scope.NeedsAreUnreadable = true;
                continue;
            }
            var last = way[^1];
            if (last.Kind is not (MemberKind.Fact or MemberKind.FactList or MemberKind.Measure or MemberKind.Link))
            {
                scope.NeedsAreUnreadable = true;
                diagnostics.Add(RuleBindingErrors.NotAFact(need, last));
            }
            var fact = new FactPath(way).AsFact()!;
            scope.NeededPaths.Add(fact.En);
            scope.Covered.UnionWith(way);
            needs.Add(new Need(fact, way));
        }
        return needs;
    }

    private List<string> AddReportedMissing()
    {
        var names = new List<string>();
        foreach (var path in file.MissingIsFinding)
        {
            if (Binder.BindPath(Parse(path), scope, diagnostics) is not { Count: > 0 } members)
                continue;
            if (members[^1].Kind is not (MemberKind.Fact or MemberKind.FactList))
                diagnostics.Add(RuleBindingErrors.NeverUnknown(path, members[^1]));
            scope.ReportedMissing.Add(members[^1]);
            names.Add(string.Join('.', members.Select(m => m.Ja)));
        }
        return names;
    }

    /// <summary>A let that nothing uses is looked at once, so that a mistake in it does not stay hidden.</summary>
    private void CheckLets()
    {
        foreach (var (let, _) in lets)
        {
            if (!scope.UsedLets.Contains(let) && !let.Tree.HasErrors)
                Binder.Bind(let.Tree, scope, new Use(Language.Japanese), Guards.None, diagnostics);
        }
    }

    private void CheckNeeds()
    {
        if (file.HasErrors || diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error))
            return;
        foreach (var need in file.Needs)
        {
            if (Binder.BindPath(Parse(need), scope, []) is { Count: > 0 } way && !scope.Read.Contains(way[^1]))
                diagnostics.Add(RuleBindingErrors.NeedNeverRead(need));
        }
        foreach (var (way, (test, text)) in scope.Tested)
        {
            if (!scope.ReadGuarded.Contains(way))
                diagnostics.Add(RuleBindingErrors.TestGuardsNothing(text, test));
        }
    }

    /// <summary>The parts of the document that the subject lies in or that expressions read.</summary>
    private IReadOnlyList<Section> SectionsOf(IEnumerable<Bound> expressions)
    {
        var kinds = expressions.SelectMany(BoundParts.Of).OfType<BoundMember>().Select(m => m.Type is ListType list ? list.Item : m.Type).OfType<ObjectType>();
        return [.. kinds.Prepend(scope.Subject).Select(kind => kind.Section).OfType<Section>().Distinct()];
    }

    private SyntaxTree Parse(EmbeddedText text)
    {
        var tree = Parser.Parse(text, ParserOptions.Rule with { Limits = scope.Limits });
        diagnostics.AddRange(tree.Diagnostics.Except(diagnostics));
        return tree;
    }
}

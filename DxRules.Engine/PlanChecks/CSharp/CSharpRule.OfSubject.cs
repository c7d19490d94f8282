using System.Linq.Expressions;
using DxRules.Engine.PlanChecks.Subjects;
using DxRules.Engine.Plans;
using DxRules.Engine.Rules;
using DxRules.Engine.Text;

namespace DxRules.Engine.PlanChecks.CSharp;

/// <summary>
/// A rule about one kind of subject. Each method adds what the key of the same name is in a rule file and gives back the rule. Conditions
/// are expressions over the record: facts they read must be named by <see cref="Needs"/> or guarded (<c>p.End != null &amp;&amp; …</c>).
/// </summary>
public sealed class CSharpRule<TSubject> : CSharpRule
    where TSubject : PlanObject
{
    private readonly ConditionTranslator translator;
    private readonly RuleFileWriter file;

    internal CSharpRule(string id)
        : base(id)
    {
        var kind = PlanSchema.Instance.Subjects.FirstOrDefault(subject => subject.Clr.IsSubclassOf(typeof(Node<TSubject>)));
        translator = new ConditionTranslator(kind);
        file = new RuleFileWriter(id, kind?.Ja ?? typeof(TSubject).Name);
    }

    /// <summary>What the rule is called.</summary>
    public CSharpRule<TSubject> Title(string ja, string en) => With(() => file.Title = new(ja, en));

    /// <summary>schedule, kpi, security, governance, data, or a word of the city's own.</summary>
    public CSharpRule<TSubject> Category(string category) => With(() => file.Category = category);

    /// <summary>1 where it is not said.</summary>
    public CSharpRule<TSubject> Version(int version) => With(() => file.Version = version);

    /// <summary>Where the duty or figure is written, for people.</summary>
    public CSharpRule<TSubject> Source(params string[] sources) => With(() => file.Sources.AddRange(sources));

    /// <summary>The first and last day on which the rule holds; null = open.</summary>
    public CSharpRule<TSubject> Effective(DateOnly? from = null, DateOnly? to = null) => With(() => file.Effective = (from, to));

    /// <summary>A figure that an office may set; conditions read it with <see cref="RuleContext.Value"/>, texts by its name.</summary>
    /// <param name="type">number, percent, days, months, date, monthDay, text or boolean.</param>
    /// <param name="value">As in a rule file: 60%, P90D, P12M, 2025-04-01, 06-30. So are the bounds.</param>
    public CSharpRule<TSubject> Parameter(string ja, string en, string type, string value, string? min = null, string? max = null, LocalizedText? help = null) =>
        With(() => file.Parameters.Add(new(ja, en, type, value, min, max, help)));

    /// <summary>Facts that may be missing: where they are, and could change the result, it is 判定不能. Names and paths of the data dictionary.</summary>
    public CSharpRule<TSubject> Needs(params string[] paths) => With(() => file.Needs.AddRange(paths));

    /// <summary>The facts whose absence this rule reports.</summary>
    public CSharpRule<TSubject> MissingIsFinding(params string[] paths) => With(() => file.MissingIsFinding.AddRange(paths));

    /// <summary>A named value for texts and conditions, in the rule language.</summary>
    public CSharpRule<TSubject> Let(string ja, string en, string feel, LocalizedText? unit = null) => With(() => file.Lets.Add(new(ja, en, feel, unit)));

    /// <summary>Which subjects the rule is for; the others are 対象外.</summary>
    public CSharpRule<TSubject> Where(Expression<Func<TSubject, RuleContext, bool>> condition) => With(() => file.Where = translator.Translate(condition));

    /// <summary>When it fires.</summary>
    public CSharpRule<TSubject> When(Expression<Func<TSubject, RuleContext, bool>> condition) => With(() => file.When = translator.Translate(condition));

    /// <summary>A level, the most severe first; the first whose condition is certainly true is the alert's. Without a condition it is always reached.</summary>
    public CSharpRule<TSubject> Level(
        Severity severity,
        Expression<Func<TSubject, RuleContext, bool>>? condition = null,
        LocalizedText? title = null,
        LocalizedText? message = null,
        LocalizedText? clears = null) =>
        With(() => file.Levels.Add(new(severity, condition is null ? null : translator.Translate(condition), title, message, clears)));

    /// <summary>What the alert says; {…} is the rule language.</summary>
    public CSharpRule<TSubject> Message(string ja, string en) => With(() => file.Message = new(ja, en));

    /// <summary>What would clear it.</summary>
    public CSharpRule<TSubject> Clears(string ja, string en) => With(() => file.Clears = new(ja, en));

    /// <summary>What is shown first beneath an alert.</summary>
    public CSharpRule<TSubject> Evidence(params string[] paths) => With(() => file.Evidence.AddRange(paths));

    /// <summary>The rules under whose alerts this one's are folded, the first that fired.</summary>
    public CSharpRule<TSubject> FoldUnder(params string[] rules) => With(() => file.FoldUnder.AddRange(rules));

    /// <summary>An example; <see cref="PlanCheck.RunExamples()"/> runs it.</summary>
    /// <param name="given">As in a rule file: <c>{ 終了日: 2025-03-31, 状態: 実施中 }</c>.</param>
    /// <param name="expect">info, notice, warning, critical, quiet, notApplicable or undetermined.</param>
    /// <param name="missing">Of an undetermined result, exactly these facts; null = not said.</param>
    /// <param name="unknown">What a graver level lacks, exactly; null = not said.</param>
    public CSharpRule<TSubject> Example(string name, DateOnly asOf, string given, string expect, string[]? missing = null, string[]? unknown = null) =>
        With(() => file.Examples.Add(new(name, asOf, given, expect, missing, unknown)));

    internal override HostedRule Write()
    {
        var source = new SourceText($"C#/{Id}.yaml", file.Write(translator.Conditions));
        var problems = translator.Problems.Select(problem =>
        {
            var call = problem.Name + "(";
            var at = new TextSpan(Math.Max(0, source.Content.IndexOf(call, StringComparison.Ordinal)), call.Length);
            return new Diagnostic("DX176", DiagnosticSeverity.Error, problem.Message, source, at);
        });
        return new HostedRule(source, [.. translator.Conditions], [.. problems]);
    }

    private CSharpRule<TSubject> With(Action change)
    {
        change();
        return this;
    }
}

using DxRules.Engine.Alerts;
using DxRules.Engine.Feel.Compilation;
using DxRules.Engine.Plans;
using DxRules.Engine.Text;

namespace DxRules.Engine.PlanChecks.Changes;

/// <summary>Says changes in words, as seen from the subject that is explained.</summary>
internal sealed class ChangeWords(AlteredPlan plan, string subjectId)
{
    private static readonly ValueWriter Writer = new(PlanSchema.Instance);

    public FactChange Describe(FoundChange change)
    {
        var (fact, severity) = (change.Fact, SeverityWords.Of(change.Severity));
        var name = FromSubject(fact, plan.NameOf(fact));
        var (to, now) = (Words(fact, change.To), Words(fact, fact.Value));
        var denied = AlteredPlan.AlsoTakenBack(fact, change.To) is { } taken ? PlanVocabulary.NameOf(fact.Record, taken) : null;
        var inJapanese = denied is null ? name.Ja : $"{FromSubject(fact, denied).Ja}がなく、{plan.NameOf(fact).Ja}";
        var sentence = change.To is null
            ? new LocalizedText($"{name.Ja}がなければ{severity.Ja}になります。", $"Without the {name.En} it would fire ({severity.En}).")
            : new LocalizedText(
                $"{inJapanese}が{to.Ja}{Beyond(change.Reach, change.To).Ja}なら{severity.Ja}になります（いまは{now.Ja}）。",
                $"It would fire ({severity.En}) if the {name.En} were {to.En}{Beyond(change.Reach, change.To).En} (now {now.En}){(denied is null ? "" : $", without {denied.En}")}.");
        return new FactChange(plan.NameOf(fact), SubjectOf(fact), Plain(fact.Value), Plain(change.To), change.Reach, change.Severity, sentence);
    }

    public KnownFact Describe(PlanFact fact, IEnumerable<OutcomeOf> outcomes) => new(
        plan.NameOf(fact),
        SubjectOf(fact),
        [.. outcomes.Select(o => new OutcomeIf(Plain(o.Value)!, o.Reach, Words(fact, o), o.Outcome, o.Severity))]);

    /// <summary>The name of a fact, with the subject that has it where that is another than the one explained.</summary>
    private LocalizedText FromSubject(PlanFact fact, LocalizedText name)
    {
        var subject = plan.SubjectOf(fact);
        if (subject.Id == subjectId)
            return name;
        var kind = SubjectOf(fact).Type;
        return new($"{SubjectKinds.NameOf(kind).Ja}「{subject.Title}」の{name.Ja}", $"{name.En} of the {kind} \"{subject.Title}\"");
    }

    private AlteredSubject SubjectOf(PlanFact fact)
    {
        var subject = plan.SubjectOf(fact);
        return new AlteredSubject(PlanSchema.Instance.Subjects.First(kind => kind.Clr == subject.GetType()).En, subject.Id, subject.Title);
    }

    private LocalizedText Words(PlanFact fact, object? value)
    {
        if (value is null)
            return fact.Member?.Presence == MemberPresence.Fact ? new("不明", "unknown") : new("なし", "none");
        object shown = fact.Member is { IsFiscalYear: true } && value is int year ? new FiscalYearName(year) : value is int count ? (decimal)count : Plain(value)!;
        return new(In(Language.Japanese), In(Language.English));

        string In(Language language) => Writer.Write(shown, language, plan.UnitOf(fact), fact.Member!.IsShare);
    }

    private static LocalizedText Beyond(Reach reach, object value) => (reach, value) switch
    {
        (Reach.OrLess, PlanDate) => new("以前", " or earlier"),
        (Reach.OrMore, PlanDate) => new("以降", " or later"),
        (Reach.OrLess, _) => new("以下", " or less"),
        (Reach.OrMore, _) => new("以上", " or more"),
        _ => new("", ""),
    };

    private LocalizedText Words(PlanFact fact, OutcomeOf outcome)
    {
        var (words, beyond) = (Words(fact, outcome.Value), Beyond(outcome.Reach, outcome.Value));
        return new(words.Ja + beyond.Ja, words.En + beyond.En);
    }

    private static object? Plain(object? value) => value is PlanDate date ? date.Day : value;
}

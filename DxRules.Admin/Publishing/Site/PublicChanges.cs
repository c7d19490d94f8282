using DxRules.Admin.Localization;
using DxRules.Admin.Pages.Kpis;
using DxRules.Engine.Plans;
using DxRules.Engine.Rules;

namespace DxRules.Admin.Publishing.Site;

/// <summary>How something fares against the year before.</summary>
internal enum Turn
{
    Better,
    Worse,
    Other,
}

/// <summary>What changed of one thing.</summary>
/// <param name="Page">Null where it is shown no more.</param>
internal sealed record PublicTurn(Turn Turn, string What, string Title, string? Page, IReadOnlyList<string> Sentences);

/// <summary>What changed since the year before, in sentences. What was said anew (reports, answers, minutes) is no change of how things stand.</summary>
internal sealed class PublicChanges
{
    private readonly PublicYear year;
    private readonly Texts texts;
    private readonly Figures figures;
    private readonly Dictionary<string, (PublicSeries Series, PublicKpi Kpi)> series;

    private PublicChanges(PublicYear year, Texts texts)
    {
        (this.year, this.texts, figures) = (year, texts, new Figures(texts));
        series = year.Content.Kpis.SelectMany(kpi => kpi.Series, (kpi, one) => (Series: one, Kpi: kpi)).DistinctBy(one => one.Series.Id)
            .ToDictionary(one => one.Series.Id, StringComparer.Ordinal);
    }

    /// <summary>In the order of the plan; empty where there is no year before.</summary>
    public static IReadOnlyList<PublicTurn> Of(PublicYear year, Texts texts) => year.Before is not { } before ? [] : new PublicChanges(year, texts).Between(before.Content);

    private IReadOnlyList<PublicTurn> Between(Publication before) =>
    [
        .. PublicationDifference.Of(before, year.Content).Where(one => one.Part is PublicPart.Policy or PublicPart.Initiative or PublicPart.Kpi or PublicPart.Series)
            .GroupBy(one => (one.Part, one.Id)).Select(one => TurnOf([.. one])).OfType<PublicTurn>(),
    ];

    private PublicTurn? TurnOf(IReadOnlyList<PublicDifference> changes)
    {
        var one = changes[0];
        var page = year.Find(one.Part == PublicPart.Series && series.TryGetValue(one.Id, out var known) ? known.Kpi.Id : one.Id)?.Page;

        // A new KPI brings its series; to tell of both would be to tell it twice.
        if (one is { Part: PublicPart.Series, Change: not PublicChange.Changed })
            return null;
        var told = Matched(changes.OrderBy(change => change.Member == PublicMember.Grade).Select(Sentence).Where(sentence => sentence.Text.Length > 0).ToList());
        if (told.Count == 0)
            return null;
        var turns = told.Select(sentence => sentence.Turn).ToHashSet();

        // Whether it is on time counts for more than where its figure went.
        var last = told[^1].Turn;
        return new PublicTurn(
            last != Turn.Other ? last : turns.Contains(Turn.Worse) ? Turn.Worse : turns.Contains(Turn.Better) ? Turn.Better : Turn.Other,
            one.Part switch { PublicPart.Policy => "policy", PublicPart.Initiative => "initiative", _ => "kpi" }, one.Title, page, [.. told.Select(sentence => sentence.Text)]);
    }

    // A figure may go one way while the plan asks for more, or for less.
    private List<(Turn Turn, string Text)> Matched(List<(Turn Turn, string Text)> told)
    {
        var late = told.FindIndex(sentence => sentence == (Turn.Worse, texts["public.change.late"]));
        var good = told.FindIndex(sentence => sentence == (Turn.Better, texts["public.change.good"]));
        if (late > 0 && told[late - 1].Turn == Turn.Better)
            told[late] = (Turn.Worse, texts["public.change.betterButLate"]);
        if (good > 0 && told[good - 1].Turn == Turn.Worse)
            told[good] = (Turn.Better, texts["public.change.worseButGood"]);
        return told;
    }

    private (Turn Turn, string Text) Sentence(PublicDifference change) => (change.Change, change.Member, change.Old, change.New) switch
    {
        (PublicChange.Added, _, _, _) => (Turn.Other, texts["public.change.added"]),
        (PublicChange.Removed, _, _, _) => (Turn.Other, texts["public.change.removed"]),
        (_, PublicMember.Grade, PublicGrade old, PublicGrade now) => Graded(old, now),
        (_, PublicMember.Status, var old, WorkStatus now) => (
            now == WorkStatus.Completed ? Turn.Better : now is WorkStatus.Suspended or WorkStatus.Cancelled ? Turn.Worse : Turn.Other,
            texts["public.change.status", PublicSentences.Of(old as WorkStatus?, texts), PublicSentences.Of(now, texts)]),
        (_, PublicMember.Progress, decimal old, decimal now) when change.Part == PublicPart.Initiative && figures.Ratio(old) != figures.Ratio(now) =>
            (Turn.Other, texts["public.change.progress", figures.Ratio(old), figures.Ratio(now)]),
        (_, PublicMember.Target, PublicFigure old, PublicFigure now) when series.TryGetValue(change.Id, out var one) => (
            Turn.Other, texts["public.change.target", Written(old, one.Kpi), PublicSentences.Year(old.FiscalYear, figures, texts), Written(now, one.Kpi), PublicSentences.Year(now.FiscalYear, figures, texts)]),
        (_, PublicMember.Target, null, PublicFigure now) when series.TryGetValue(change.Id, out var one) => (
            Turn.Other, texts["public.change.newTarget", PublicSentences.Year(now.FiscalYear, figures, texts), Written(now, one.Kpi)]),
        (_, PublicMember.Actual, null, PublicFigure now) when change.FiscalYear == year.Head.FiscalYear && series.TryGetValue(change.Id, out var one) => Moved(one.Series, one.Kpi, now),
        (_, PublicMember.Actual, PublicFigure old, PublicFigure now) when old.Value != now.Value && series.TryGetValue(change.Id, out var one) => (
            Turn.Other, texts["public.change.corrected", PublicSentences.Year(change.FiscalYear, figures, texts), Written(old, one.Kpi), Written(now, one.Kpi)]),
        _ => (Turn.Other, ""),
    };

    private (Turn Turn, string Text) Graded(PublicGrade old, PublicGrade now) => (old.Kind, now.Kind) switch
    {
        var (was, isNow) when was == isNow => (Turn.Other, ""),
        (GradeKind.Good, GradeKind.Behind) => (Turn.Worse, texts["public.change.late"]),
        (GradeKind.Behind, GradeKind.Good) => (Turn.Better, texts["public.change.good"]),
        var (was, isNow) => (Turn.Other, texts["public.change.kind", PublicSentences.Of(was, texts), PublicSentences.Of(isNow, texts)]),
    };

    private (Turn Turn, string Text) Moved(PublicSeries one, PublicKpi kpi, PublicFigure now)
    {
        if (one.Actuals.LastOrDefault(figure => figure.FiscalYear < now.FiscalYear) is not { } last)
            return (Turn.Other, texts["public.change.first", PublicSentences.Year(now.FiscalYear, figures, texts), Written(now, kpi)]);
        var turn = kpi.Direction is not (Direction.HigherIsBetter or Direction.LowerIsBetter) || last.Value == now.Value ? Turn.Other
            : now.Value > last.Value == (kpi.Direction == Direction.HigherIsBetter) ? Turn.Better : Turn.Worse;
        return (turn, texts[
            $"public.change.moved.{turn}", PublicSentences.Year(last.FiscalYear, figures, texts), Written(last, kpi), PublicSentences.Year(now.FiscalYear, figures, texts), Written(now, kpi)]);
    }

    private string Written(PublicFigure figure, PublicKpi kpi) => PublicSentences.Value(figure, kpi, figures, texts);
}

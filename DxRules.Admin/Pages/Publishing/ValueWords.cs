using System.Globalization;
using System.Text.Json;
using DxRules.Admin.Data;
using DxRules.Admin.Localization;
using DxRules.Admin.Pages.Kpis;
using DxRules.Admin.Publishing;
using DxRules.Engine.Plans;
using DxRules.Engine.Rules;

namespace DxRules.Admin.Pages.Publishing;

/// <summary>What a publication tells, in words for a person.</summary>
internal sealed class ValueWords(Texts texts)
{
    private readonly Figures figures = new(texts);

    /// <summary>実績（令和6年度）: what it is that is told.</summary>
    public string Name(PublicMember member, int? fiscalYear) =>
        fiscalYear is { } year ? texts["publication.ofYear", texts[$"publication.member.{member}"], figures.Year(year)] : texts[$"publication.member.{member}"];

    /// <param name="unit">Of figures.</param>
    /// <returns>Words for nothing where there is nothing.</returns>
    public string Value(PublicMember member, object? value, string? unit) => value switch
    {
        null => texts["publication.nothing"],
        string text => text,
        int number => member is PublicMember.FromYear ? texts.FiscalYear(number) : number.ToString(CultureInfo.InvariantCulture),
        decimal share => figures.Ratio(share),
        DateOnly day => texts.Date(day),
        PlanDate day => day.IsMonth ? texts.Month(day.Day) : texts.Date(day.Day),
        Bilingual both => texts.In(both),
        PublicGrade grade => grade.Symbol is { } symbol ? $"{symbol} {texts.In(grade.Label)}" : texts.In(grade.Label),
        PublicFigure figure => Figure(figure, unit, member is PublicMember.Baseline or PublicMember.Target),
        Severity severity => texts[$"severity.{severity.ToString().ToLowerInvariant()}"],
        AnswerDecision decision => texts[$"decision.{JsonNamingPolicy.CamelCase.ConvertName(decision.ToString())}"],
        WorkStatus status => texts[$"workStatus.{status}"],
        ActionStatus status => texts[$"actionStatus.{status}"],
        KpiKind kind => texts[$"kpi.kind.{kind}"],
        Aggregation aggregation => texts[$"kpi.aggregation.{aggregation}"],
        Direction direction => texts[$"kpi.direction.{direction}"],
        _ => value.ToString() ?? "",
    };

    private string Figure(PublicFigure figure, string? unit, bool withYear)
    {
        var value = figures.Value(figure.Value, unit);
        var told = figure.IsProvisional ? texts["kpi.provisionalValue", value] : value;
        return withYear && figure.FiscalYear is { } year ? texts["publication.ofYear", told, figures.Year(year)] : told;
    }
}

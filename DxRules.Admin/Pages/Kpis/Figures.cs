using System.Globalization;
using DxRules.Admin.Localization;
using DxRules.Engine.Feel.Compilation;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.Plans;
using DxRules.Engine.Text;

namespace DxRules.Admin.Pages.Kpis;

/// <summary>Figures as pages write them: rounded and with their unit, as in the sentences of alerts.</summary>
internal sealed class Figures(Texts texts)
{
    private static readonly ValueWriter Writer = new(PlanSchema.Instance);

    private Language Language => texts.Language;

    public string Value(decimal value, string? unit) => Writer.Write(value, Language, unit ?? "");

    /// <summary>A dash where there is none.</summary>
    public string OrDash(decimal? value, string? unit) => value is { } figure ? Value(figure, unit) : "–";

    /// <summary>How far two figures lie apart: of per cent in points.</summary>
    public string Difference(decimal difference, string? unit) => Value(Math.Abs(difference), unit == "%" ? texts["kpi.points"] : unit);

    public string Ratio(decimal? ratio) => ratio is { } share ? Writer.Write(share, Language, null, isRatio: true) : "–";

    public string Pace(decimal? pace) => pace is { } found ? Math.Round(found, 2, MidpointRounding.AwayFromZero).ToString("0.##", CultureInfo.InvariantCulture) : "–";

    /// <summary>令和6年度, FY2024.</summary>
    public string Year(int year) => new FiscalYearName(year).In(Language);

    /// <summary>R6, 2024: where there is little room.</summary>
    public string ShortYear(int year) => Language == Language.Japanese && Wareki.OfFiscalYear(year) is { } era
        ? string.Create(CultureInfo.InvariantCulture, $"{era.Era.ToString()[0]}{era.Year}")
        : year.ToString(CultureInfo.InvariantCulture);

    /// <summary>A value as it stands on an axis.</summary>
    public static string Bare(decimal value) => value.ToString("#,0.##", CultureInfo.InvariantCulture);

    /// <summary>An actual, marked where it is provisional.</summary>
    public string Of(ActualLine actual, string? unit) =>
        actual.Value is not { } value ? "–" : actual.IsProvisional ? texts["kpi.provisionalValue", Value(value, unit)] : Value(value, unit);
}

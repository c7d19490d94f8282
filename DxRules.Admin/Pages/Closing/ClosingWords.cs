using System.Globalization;
using DxRules.Admin.Governance;
using DxRules.Admin.Localization;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Pages.Closing;

/// <summary>How an item of a plan stands at the end, in words.</summary>
internal static class ClosingWords
{
    /// <summary>実施中（進捗 82%）; 未達</summary>
    public static string State(ClosingItem item, Texts texts) => item switch
    {
        { Status: WorkStatus status, Progress: { } progress } => texts["closing.progress", texts[$"workStatus.{status}"], progress],
        { Status: WorkStatus status } => texts[$"workStatus.{status}"],
        { Status: ActionStatus status } => texts[$"actionStatus.{status}"],
        { Kind: ClosingKind.Kpi } => texts[$"kpiState.{item.State}"],
        _ => texts["closing.unknown"],
    };

    /// <summary>令和4年度の実績 62件、目標 80件</summary>
    public static string Figure(ClosingFigure figure, Texts texts)
    {
        var actual = figure.Actual is { } value ? texts["closing.actual", texts.FiscalYear(figure.FiscalYear!.Value), Number(value, figure.Unit)] : texts["closing.noActual"];
        var target = figure.Target is { } aim ? texts["closing.target", Number(aim, figure.Unit)] : texts["closing.noTarget"];
        return figure.Segment is { } segment ? texts["closing.figureOf", segment, actual, target] : texts["closing.figure", actual, target];
    }

    private static string Number(decimal value, string? unit) => value.ToString("#,0.###", CultureInfo.InvariantCulture) + unit;
}

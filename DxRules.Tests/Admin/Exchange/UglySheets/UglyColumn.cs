using System.Globalization;
using DxRules.Admin.Exchange.Imports;

namespace DxRules.Tests.Admin.Exchange.UglySheets;

/// <summary>The words of expected.json for what stands in a column.</summary>
internal static class UglyColumn
{
    public const string NotUsed = "使わない";

    private static readonly Dictionary<string, ImportField> Fields = new(StringComparer.Ordinal)
    {
        [NotUsed] = ImportField.Ignored, ["施策番号"] = ImportField.PolicyNumber, ["施策名"] = ImportField.PolicyTitle, ["取組番号"] = ImportField.InitiativeNumber, ["取組名"] = ImportField.InitiativeTitle,
        ["KPI名"] = ImportField.KpiTitle, ["区分"] = ImportField.Segment, ["期日名"] = ImportField.StepTitle, ["年度"] = ImportField.Year, ["所管課"] = ImportField.Department,
        ["単位"] = ImportField.Unit, ["累計/年間"] = ImportField.Aggregation, ["現況値"] = ImportField.Baseline, ["目標値"] = ImportField.Target,
        ["年度目標"] = ImportField.AnnualTarget, ["実績値"] = ImportField.Actual, ["時点"] = ImportField.ActualAsOf, ["確定/速報"] = ImportField.ActualStatus,
        ["備考"] = ImportField.ActualNote, ["進捗区分"] = ImportField.Status, ["進捗率"] = ImportField.Progress, ["年度計画"] = ImportField.Planned,
        ["年度実績"] = ImportField.Done, ["遅れの理由"] = ImportField.DelayReason, ["課題"] = ImportField.Issues, ["次年度の対応"] = ImportField.NextYear,
        ["予算額"] = ImportField.Budget, ["決算額"] = ImportField.Settled, ["期日"] = ImportField.End, ["着手日"] = ImportField.StartedOn,
        ["完了日"] = ImportField.CompletedOn, ["完了見込"] = ImportField.ForecastEnd,
    };

    public static ImportRowKind KindOf(string word) => word switch
    {
        "KPI" => ImportRowKind.Kpi,
        "取組" => ImportRowKind.Initiative,
        "期日" => ImportRowKind.Milestone,
        "年度" => ImportRowKind.Year,
        _ => throw new ArgumentException(word, nameof(word)),
    };

    /// <summary>A column with what a person chose for it: 実績値@2024, 実績値 p27-k1-all.</summary>
    public static ColumnMapping Of(string word, ColumnMapping column)
    {
        var (field, year) = word.Split('@') is [var name, var number] ? (name, int.Parse(number, CultureInfo.InvariantCulture)) : (word, (int?)null);
        var subject = field.Split(' ') is [_, var id] ? id : null;
        return column with { Field = Fields[field.Split(' ')[0]], FiscalYear = year, Subject = subject };
    }

    public static string WordOf(ColumnMapping column, int? year, ImportRowKind rows)
    {
        var word = Fields.FirstOrDefault(field => field.Value == column.Field).Key ?? column.Field.ToString();
        return rows == ImportRowKind.Year && column.Subject is { } subject ? $"{word} {subject}"
            : year is not null && word != NotUsed && Fields.ContainsKey(word) ? string.Create(CultureInfo.InvariantCulture, $"{word}@{year}") : word;
    }
}

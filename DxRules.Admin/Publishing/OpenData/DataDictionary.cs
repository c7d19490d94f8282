using System.Globalization;
using System.Text;
using DxRules.Engine.Plans;
using DxRules.Engine.Text;

namespace DxRules.Admin.Publishing.OpenData;

/// <summary>dictionary.csv: what every column of every table means. Of all publications the same.</summary>
internal static class DataDictionary
{
    private static readonly string[] Headings =
        ["ファイル名", "ファイルの内容", "列番号", "項目名", "項目名（英語）", "説明", "説明（英語）", "形式", "単位", "使う語", "使う語（英語）"];

    public static byte[] Write()
    {
        var csv = new StringBuilder(Csv.Bom).Append(Csv.Row(Headings));
        foreach (var table in OpenDataFiles.Tables)
        {
            foreach (var (place, column) in table.Columns.Index())
                csv.Append(Csv.Row(RowOf(table, place, column).Select(CsvCell.Text)));
        }
        return Encoding.UTF8.GetBytes(csv.ToString());
    }

    private static IEnumerable<string?> RowOf(OpenDataTable table, int place, OpenDataColumn column) =>
    [
        table.File, table.Title.Ja, (place + 1).ToString(CultureInfo.InvariantCulture), column.Name.Ja, column.Name.En, column.Meaning.Ja, column.Meaning.En,
        FormOf(column.Type), column.Unit?.Ja, Words(column, OpenDataCell.Word), Words(column, PlanWords.Write),
    ];

    private static string? Words(OpenDataColumn column, Func<Enum, string> word) =>
        column.Words is null ? null : string.Join(OpenDataCell.Separator, WordsOf(column.Words).Select(word));

    /// <summary>The words that can stand in a column. That something was found by mistake is not published.</summary>
    public static IEnumerable<Enum> WordsOf(Type words) => Enum.GetValues(words).Cast<Enum>().Where(word => word is not Data.AnswerDecision.FalseAlarm);

    private static string FormOf(OpenDataType type) => type switch
    {
        OpenDataType.Code => "文字列（数字6桁）",
        OpenDataType.Texts => "文字列（半角セミコロン区切り）",
        OpenDataType.Word => "文字列（使う語のどれか）",
        OpenDataType.Number => "数値",
        OpenDataType.Whole => "整数",
        OpenDataType.Date => "日付（YYYY-MM-DD）",
        _ => "文字列",
    };
}

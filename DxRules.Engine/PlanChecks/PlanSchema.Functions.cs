using System.Reflection;
using DxRules.Engine.Feel.Binding;

namespace DxRules.Engine.PlanChecks;

/// <summary>Functions of the field.</summary>
internal static partial class PlanSchema
{
    private static void DeclareFunctions(SchemaBuilder schema)
    {
        schema.Scalar<FiscalYearName>("年度の名", "fiscal year name");
        schema.Scalar<GradeName>("評価の名", "grade name");
        schema.Part<YearPair>("年の併記", "yearPair", T("西暦と元号が併せて書かれた年", "a year written in both calendars"))
            .Required("表記", "text", T("書かれているとおりの文字", "what is written"), p => p.Text)
            .Required("西暦", "year", T("書かれている西暦の年", "the western year written"), p => p.Year)
            .Required("和暦の西暦", "eraYear", T("書かれている元号の年を西暦に直した年", "the western year that the era year names"), p => p.EraYear);
        schema.Part<EraYearWording>("元号の年", "eraYear", T("その元号の続かなかった年", "a year counted on in an era that had ended"))
            .Required("表記", "text", T("書かれているとおりの文字", "what is written"), y => y.Text)
            .Required("西暦", "year", T("表している西暦の年", "the western year it names"), y => y.Year)
            .Required("正しい表記", "corrected", T("その年の元号での書き方", "how that year is written in its own era"), y => y.Corrected);

        Add("年度", "fiscalYear", T("日付の属する年度", "the fiscal year in which a day lies"), nameof(PlanFunctions.FiscalYearOf), ("日付", "date"));
        Add("年度開始", "fiscalYearStart", T("年度の最初の日（4月1日）", "the first day of a fiscal year, 1 April"), nameof(PlanFunctions.FiscalYearStart), ("年度", "fiscalYear"));
        Add("年度末", "fiscalYearEnd", T("年度の最後の日（翌年3月31日）", "the last day of a fiscal year, 31 March of the next year"), nameof(PlanFunctions.FiscalYearEnd), ("年度", "fiscalYear"));
        Add("年度内", "dayInFiscalYear", T("年度の中の月日の日付", "the day with this month and day within a fiscal year"), nameof(PlanFunctions.DayInFiscalYear), ("年度", "fiscalYear"), ("月日", "monthDay"));
        Add("年度列", "fiscalYears", T("年度の並び（昇順。始めが終わりより後なら空）", "the years from one to another, ascending; empty where the first is after the last"), nameof(PlanFunctions.FiscalYears), ("始め", "first"), ("終わり", "last"));
        Add("年度名", "fiscalYearName", T("年度の呼び名（令和6年度）", "a fiscal year as people write it (FY2024)"), nameof(PlanFunctions.NameOfFiscalYear), ("年度", "fiscalYear"));
        Add("経過月数", "monthsBetween", T("日付から日付までの満ちた月の数。端数は数えない（`> 12` は13か月に満ちて初めて真になる）", "whole months from one day to another; a month not yet full does not count (`> 12` is true from 13 full months)"), nameof(PlanFunctions.MonthsBetween), ("始め", "from"), ("終わり", "to"));
        Add("年の併記", "yearPairs", T("文の中の、西暦と元号が併せて書かれた年", "the years in a text that are written in both calendars"), nameof(PlanFunctions.YearPairs), ("文", "text"));
        Add("異種文字", "mixedScripts", T("文の中の、日本語に異種の文字が混じった語", "the words of a text in which foreign or compatibility characters stand among Japanese ones"), nameof(PlanFunctions.MixedScripts), ("文", "text"));
        Add("実在しない元号年", "yearsBeyondTheirEra", T("文の中の、元号が改まった後まで数えた年（平成32年度）", "the years of a text that are counted on in an era that had ended (平成32年度)"), nameof(PlanFunctions.YearsBeyondTheirEra), ("文", "text"));
        Add("年と年度の混用", "mixedYearUnits", T("文の中の、年と年度を取り違えた書き方（令和2年度12月25日、令和4年度(2022年)）", "the places of a text that take a fiscal year for a calendar year, or one for the other"), nameof(PlanFunctions.MixedYearUnits), ("文", "text"));
        Add("値の表記", "figureWording", T("表の欄に書かれた文字が、空値の記号か、正負どちらの数か", "whether what stands in a cell of a table is a sign for nothing, a positive number or a negative one"), nameof(PlanFunctions.FigureWordingOf), ("文", "text"));
        Add("題名の末尾", "titleEndsWith", T("題名が、末尾の括弧書きを除いて、その語で終わるか", "whether a title ends with a word, remarks in brackets at its end aside"), nameof(PlanFunctions.TitleEndsWith), ("題名", "title"), ("語", "word"));
        Add("正しい団体コード", "isLocalGovernmentCode", T("6桁の全国地方公共団体コードで、検査数字が合うか", "whether it is a local government code of six digits whose check digit is right"), nameof(PlanFunctions.IsLocalGovernmentCode), ("コード", "code"));

        void Add(string ja, string en, Text.LocalizedText meaning, string method, params (string Ja, string En)[] parameters) =>
            schema.Function(ja, en, meaning, typeof(PlanFunctions).GetMethod(method, BindingFlags.Public | BindingFlags.Static)!, parameters);
    }
}

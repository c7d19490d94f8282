using System.Text.RegularExpressions;

namespace DxRules.Admin.Exchange.Tables;

/// <summary>What lines around a table say of themselves by their wording.</summary>
internal static partial class LineWording
{
    /// <summary>（注）…, ※ …, 資料：….</summary>
    public static bool IsNote(string text) => NotePattern().IsMatch(CellWording.Folded(text));

    /// <summary>#license,…: a line about the file, before or below the headings of an open data file.</summary>
    public static bool IsMark(string text) => text.Length > 1 && text[0] == '#';

    /// <summary>What a row of a sum or a mean is called.</summary>
    public static bool IsTotal(string text) => text.Length < 30 && text.AsSpan().IndexOfAny("計均数体") >= 0 && TotalPattern().IsMatch(CellWording.Line(text).Replace(" ", ""));

    /// <summary>Words to whoever fills the sheet in, above the headings: 自動計算, プルダウンから選択.</summary>
    public static bool IsInstruction(string text) => InstructionPattern().IsMatch(text);

    /// <summary>所管課：情報政策課: a heading and its value in one cell, as titles hold.</summary>
    public static bool IsLabelled(string text) => LabelledPattern().IsMatch(CellWording.Folded(text));

    /// <summary>(A), (A)-(B)+(C), ①÷②: how columns are worked out from one another.</summary>
    public static bool IsFormula(string text) => FormulaPattern().IsMatch(CellWording.Folded(text));

    [GeneratedRegex(@"^\s*([(\[【<]?(注|備考|参考資料|資料|出典|注記|出所)\s*[0-9一-九]*\s*[)\]】>:.、\s]|※|\*|注[0-9]|注$|\(\*[0-9]*\)|[・･]\s*※)", RegexOptions.CultureInvariant)]
    private static partial Regex NotePattern();

    [GeneratedRegex(@"^[(（]?(計|合計|小計|総計|総数|総合計|平均|全体|全体計|累計)[)）]?$|(合計|小計|総計|平均|平均値)$", RegexOptions.CultureInvariant)]
    private static partial Regex TotalPattern();

    [GeneratedRegex(@"入力|選択|記入|自動|プルダウン|参照$|変更不可|編集不可|必須|任意|^[←→↑↓▼]", RegexOptions.CultureInvariant)]
    private static partial Regex InstructionPattern();

    [GeneratedRegex(@"^[^:]{1,12}:\s*\S", RegexOptions.CultureInvariant)]
    private static partial Regex LabelledPattern();

    [GeneratedRegex(@"^\s*(\(?[A-Z①-⑳ア-コ]\)?|\([a-z0-9]{1,2}\))(\s*[+\-*/=×÷−]\s*(\(?[A-Z①-⑳ア-コ]\)?|\([a-z0-9]{1,2}\)|100))*\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex FormulaPattern();
}

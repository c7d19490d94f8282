using DxRules.Engine.Rules;
using DxRules.Engine.Text;

namespace DxRules.Admin.Publishing.OpenData;

/// <summary>Columns that several tables have.</summary>
internal static class OpenDataColumns
{
    /// <summary>The share of a way that is gone.</summary>
    public static readonly LocalizedText Share = new("割合（1が100%）", "share (1 is 100%)");

    /// <summary>With what every row begins, as in the standard data sets of municipalities, and of which plan and year it tells.</summary>
    public static IReadOnlyList<OpenDataColumn<T>> First<T>(Func<T, PublicationHead> head, Func<T, string> id, Func<T, string?> name, LocalizedText idOf, LocalizedText nameOf) =>
    [
        Code<T>("全国地方公共団体コード", "localGovernmentCode", "総務省の定める6桁のコード。先頭の0を落とさないよう、文字列として扱う。", "Six digits set by the ministry; a text, as it may begin with 0.", row => head(row).Code),
        Text<T>("ID", "id", $"{idOf.Ja}。同じ団体のこのファイルの中で重ならず、年度が変わっても変わらない。", $"{idOf.En}; unique within the file of a municipality, and the same each year.", id),
        Text<T>("地方公共団体名", "municipality", "地方公共団体の名称。", "Name of the municipality.", row => head(row).Municipality),
        Text<T>("名称", "name", $"{nameOf.Ja}。", $"{nameOf.En}.", name),
        Text<T>("計画ID", "planId", "計画のID。", "Id of the plan.", row => head(row).Plan),
        Text<T>("計画名", "plan", "計画の名称。", "Title of the plan.", row => head(row).PlanTitle),
        Whole<T>("対象年度", "reviewedFiscalYear", "進捗を点検した年度。2024は令和6年度（2024年4月から2025年3月まで）。", "The fiscal year under review; 2024 is April 2024 to March 2025.", row => head(row).FiscalYear),
        Date<T>("基準日", "asOf", "いつの時点の計画と実績で点検したか。", "The day as of which the plan was checked.", row => head(row).AsOf),
    ];

    public static OpenDataColumn<T> Code<T>(string ja, string en, string meaning, string inEnglish, Func<T, object?> value) => new(new(ja, en), new(meaning, inEnglish), OpenDataType.Code, value);

    public static OpenDataColumn<T> Text<T>(string ja, string en, string meaning, string inEnglish, Func<T, string?> value) => new(new(ja, en), new(meaning, inEnglish), OpenDataType.Text, value);

    public static OpenDataColumn<T> Texts<T>(string ja, string en, string meaning, string inEnglish, Func<T, IEnumerable<string>> value) => new(new(ja, en), new(meaning, inEnglish), OpenDataType.Texts, value);

    public static OpenDataColumn<T> Number<T>(string ja, string en, string meaning, string inEnglish, Func<T, decimal?> value, LocalizedText? unit = null) =>
        new(new(ja, en), new(meaning, inEnglish), OpenDataType.Number, row => value(row), unit);

    public static OpenDataColumn<T> Whole<T>(string ja, string en, string meaning, string inEnglish, Func<T, int?> value, LocalizedText? unit = null) =>
        new(new(ja, en), new(meaning, inEnglish), OpenDataType.Whole, row => value(row), unit);

    public static OpenDataColumn<T> Date<T>(string ja, string en, string meaning, string inEnglish, Func<T, DateOnly?> value) => new(new(ja, en), new(meaning, inEnglish), OpenDataType.Date, row => value(row));

    public static OpenDataColumn<T> Word<T, TWord>(string ja, string en, string meaning, string inEnglish, Func<T, TWord?> value) where TWord : struct, Enum =>
        new(new(ja, en), new(meaning, inEnglish), OpenDataType.Word, row => value(row), Words: typeof(TWord));

    /// <summary>The departments in charge: one leads, the others support.</summary>
    public static IReadOnlyList<OpenDataColumn<T>> Departments<T>(Func<T, IReadOnlyList<string>> departments) =>
    [
        Text<T>("主管課", "leadDepartment", "中心となって進める課。", "The department that leads.", row => departments(row).FirstOrDefault()),
        Texts<T>("関係課", "supportingDepartments", "ほかに関わる課。複数あるときは半角セミコロンで区切る。", "The other departments, separated by semicolons.", row => departments(row).Skip(1)),
    ];

    /// <param name="grade">Null for a row that has none.</param>
    public static IReadOnlyList<OpenDataColumn<T>> Grade<T>(Func<T, PublicGrade?> grade) =>
    [
        Text<T>("評価", "grade", "団体の評価基準による評価。", "By the municipality's own scale.", row => grade(row)?.Label.Ja),
        Text<T>("評価の記号", "gradeSymbol", "評価の記号。ないときは空。", "Its sign; empty where the scale has none.", row => grade(row)?.Symbol),
        Word<T, GradeKind>("評価の種別", "gradeKind", "評価の意味。団体ごとに違う評価の呼び方を、共通の三つに分けたもの。", "What the grade means, whatever the municipality calls it.", row => grade(row)?.Kind),
    ];
}

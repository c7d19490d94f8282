using DxRules.Admin.Exchange.Grids;
using DxRules.Engine.Plans;
using DxRules.Engine.Text;

namespace DxRules.Admin.Exchange.Imports;

/// <summary>What stands against taking over a table, each with its cell and the cure.</summary>
internal sealed class ImportProblems
{
    private readonly CellProblems all = new("");
    private readonly HashSet<(string Code, CellPlace At)> told = [];

    public IReadOnlyList<CellProblem> All => all.All;

    public void OtherHeading(CellPlace at, string expected, string? found) => Error("DX641", at,
        new($"この列の見出しは「{expected}」のはずですが、{(found is null ? "何もありません" : $"「{found}」です")}。", $"The heading of this column should be '{expected}', but {(found is null ? "there is none" : $"it is '{found}'")}."),
        new("列の対応を見直してください。", "Map the columns anew."));

    public void NotFound(CellPlace at, string kind, string kindEn, string title, string? nearest, bool addsRows) => Warn("DX642", at,
        new($"計画に「{Short(title)}」という{kind}はありません。この行は取り込みません。", $"The plan has no {kindEn} '{Short(title)}'; the row is left out."),
        nearest is not null ? new($"「{Short(nearest)}」のことなら、計画のとおりに直してください。", $"If '{Short(nearest)}' is meant, write it as the plan does.")
        : addsRows ? new("加えるには、題名と属する施策が要ります。", "To add it, a title and the policy it belongs to are needed.")
        : new("計画に加えるものなら、「計画にない行を加える」を選んでください。", "If it is to be added, choose to add rows that the plan does not hold."));

    public void NoName(CellPlace at) => Warn("DX642", at,
        new("何についての行か分かりません。この行は取り込みません。", "What the row is about is not said; it is left out."),
        new("番号、題名又はIDを入れてください。", "Enter a number, a title or an id."));

    public void PeersLeftOut(CellPlace at) => Warn("DX642", at,
        new("計画に値のない市区町村の行は取り込みません。", "Rows of municipalities of which the plan holds no figure are left out."),
        new("他都市の値として加えるなら、「計画にない行を加える」を選んでください。", "To add them as peers, choose to add rows that the plan does not hold."));

    public void Ambiguous(CellPlace at, string title, IEnumerable<string> candidates) => Error("DX643", at,
        new($"「{Short(title)}」は一つに決まりません。{string.Join("、", candidates.Take(5).Select(name => $"「{Short(name)}」"))}があります。", $"'{Short(title)}' could be {string.Join(", ", candidates.Take(5).Select(name => $"'{Short(name)}'"))}."),
        new("施策名、番号、区分又はIDで区別してください。", "Tell them apart by policy, number, segment or id."));

    public void NumberOfAnother(CellPlace at, string number, string title, string planned, string? plannedNumber) => Error("DX644", at,
        new($"番号「{number}」は計画では「{Short(planned)}」ですが、この行は「{Short(title)}」です{(plannedNumber is null ? "" : $"（計画では番号「{plannedNumber}」）")}。", $"In the plan the number '{number}' is '{Short(planned)}', but this row is '{Short(title)}'{(plannedNumber is null ? "" : $" (number '{plannedNumber}' in the plan)")}."),
        new("番号か題名を計画に合わせるか、番号の列を取り込まない列にしてください。", "Make number or title those of the plan, or do not map the column of numbers."));

    public void Renumbered(CellPlace at, int rows) => Error("DX644", at,
        new($"番号と題名の組合せが計画と違う行が{rows}行あります。番号を付け直した別の版の計画の表ではありませんか。", $"In {rows} rows number and title do not belong together. Is this a sheet of another edition of the plan, with other numbers?"),
        new("同じ版の計画の表か確かめてください。題名で取り込むには、番号の列を取り込まない列にしてください。", "See whether it is of the same edition. To go by titles, do not map the column of numbers."));

    public void OtherWording(CellPlace at, string title, string planned) => Warn("DX644", at,
        new($"題名「{Short(title)}」は計画では「{Short(planned)}」です。番号が同じなので同じものとして取り込みます。", $"The title '{Short(title)}' is '{Short(planned)}' in the plan; as the number is the same, it is taken for the same."), null);

    public void Twice(CellPlace at, string title, CellPlace first) => Error("DX645", at,
        new($"「{Short(title)}」の行が二つあります（{Near(first, at)} と {at.Name}）。", $"'{Short(title)}' stands in two rows ({Near(first, at)} and {at.Name})."),
        new("どちらかの行を除いてください。", "Take one of the rows out."));

    public void Conflict(CellPlace at, string value, CellPlace first, string firstValue) => Error("DX646", at,
        new($"同じ項目に違う値があります（{Near(first, at)} に「{Short(firstValue)}」、{at.Name} に「{Short(value)}」）。", $"The same has two values ('{Short(firstValue)}' in {Near(first, at)}, '{Short(value)}' in {at.Name})."),
        new("正しい値にそろえてください。", "Leave the right one."));

    public void NoFigure(CellPlace at, string text) => Error("DX647", at,
        new($"「{Short(text)}」は一つの数として読めません。", $"'{Short(text)}' cannot be read as one figure."),
        new("数だけを入れ、値がないときは「－」か空欄にしてください。", "Enter the figure alone; where there is none, － or nothing."));

    public void OutOfBounds(CellPlace at, string text) => Error("DX647", at,
        new($"「{Short(text)}」は0から100までの割合ではありません。", $"'{Short(text)}' is no share between 0 and 100."),
        new("値と指標を確かめてください。", "See whether value and indicator are right."));

    public void GapOverValue(CellPlace at, string gap, string value) => Warn("DX655", at,
        new($"「{Short(gap)}」とありますが、計画には {value} があります。計画の値をそのまま残します。", $"It says '{Short(gap)}', but the plan holds {value}, which stays."),
        new("取り消すのか、書いていないだけかを担当課に確かめてください。", "Ask whether the value is withdrawn or only left out."));

    public void StillExpected(CellPlace at, int year) => Warn("DX657", at,
        new($"{Wareki.FormatFiscalYear(year)}はまだ終わっていないので、見込は実績として取り込みません。", $"Fiscal {year} is not over, so what is expected of it is not taken as an actual value."),
        new("年度の途中の実績なら、見込の印を外してください。", "If it is the figure so far, take away the mark of an expected one."));

    public void OtherUnit(CellPlace at, string unit, string planned) => Error("DX648", at,
        new($"単位が「{unit}」ですが、計画では「{planned}」です。", $"The unit is '{unit}', but '{planned}' in the plan."),
        new("計画の単位に直した値と単位を入れてください。", "Enter value and unit as in the plan."));

    public void NoUnit(CellPlace at, string unit) => Warn("DX648", at,
        new($"単位は「{unit}」ですが、計画の指標に単位がありません。値をそのまま取り込みます。", $"The unit is '{unit}', but the plan's KPI has none; the value is taken as it stands."), null);

    public void NoDate(CellPlace at, string text, bool isYear) => Error("DX649", at,
        isYear ? new($"「{Short(text)}」がどの年度か分かりません。", $"Which fiscal year '{Short(text)}' is cannot be told.") : new($"「{Short(text)}」がいつか分かりません。", $"Which day or month '{Short(text)}' is cannot be told."),
        isYear ? new("令和6年度、R6、2024のように入れてください。", "Write it as 令和6年度, R6 or 2024.") : new("令和7年3月31日、2025/3/31、令和7年3月のように入れてください。", "Write it as 令和7年3月31日, 2025/3/31 or 令和7年3月."));

    public void NoWord(CellPlace at, string text, string words) => Warn("DX650", at,
        new($"「{Short(text)}」は{words}のどれに当たるか分からないので、取り込みません。", $"'{Short(text)}' is not clearly one of {words} and is left out."),
        new($"{words}のどれかにしてください。", $"Write one of {words}."));

    public void NoYear(CellPlace at, string heading) => Error("DX651", at,
        new($"「{Short(heading)}」がどの年度のものか分かりません。", $"Of which fiscal year '{Short(heading)}' is cannot be told."),
        new("対象年度を指定してください。", "Name the fiscal year."));

    public void OtherYear(CellPlace at, int year, int other) => Error("DX651", at,
        new($"{Wareki.FormatFiscalYear(year)}と{Wareki.FormatFiscalYear(other)}のどちらの値か分かりません。", $"Whether this is of fiscal {year} or {other} cannot be told."),
        new("列の対応で年度を直すか、セルの年度を直してください。", "Correct the year of the column or in the cell."));

    public void LastYears(CellPlace at, LocalizedText why) => Warn("DX652", at, why,
        new("昨年度の表ではないか確かめてください。", "See whether this is last year's sheet."));

    public void NoDepartment(CellPlace at, string name, IReadOnlyList<string> nearest) => Error("DX653", at,
        new($"「{Short(name)}」という課は計画にありません。{(nearest.Count == 0 ? "" : $"近い名前は{string.Join("、", nearest.Select(near => $"「{near}」"))}です。")}", $"The plan has no department '{Short(name)}'.{(nearest.Count == 0 ? "" : $" Near it are {string.Join(", ", nearest.Select(near => $"'{near}'"))}.")}"),
        new("計画の課名に直すか、先に課を計画に加えてください。", "Write the name as in the plan, or add the department to the plan first."));

    public void SeveralDepartments(CellPlace at, IReadOnlyList<string> names) => Error("DX654", at,
        new($"一つの行に課が{names.Count}つあります（{string.Join("、", names.Take(5))}）。どれが主管課か分かりません。", $"There are {names.Count} departments in one row ({string.Join(", ", names.Take(5))}), and which one leads is not said."),
        new("主管課と関係課を別の列に分けてください。", "Put the leading and the supporting departments into columns of their own."));

    public void KeepsConfirmed(CellPlace at, string value, string confirmed) => Warn("DX655", at,
        new($"確定値 {confirmed} があるので、見込・速報の {value} では置き換えません。", $"The confirmed value {confirmed} is not replaced by the provisional {value}."),
        new("確定値を直すときは、見込・速報の印を外してください。", "To correct the confirmed value, take away the mark of a provisional one."));

    public void CalendarYear(CellPlace at, string raw, int year) => Warn("DX656", at,
        new($"「{raw}」は暦年ですが、{Wareki.FormatFiscalYear(year)}の値として取り込みます。", $"'{raw}' is a calendar year; it is taken for fiscal {year}."),
        new("別の年度の値なら、列の対応で年度を指定してください。", "If it belongs to another fiscal year, name that in the mapping."));

    public void NotYet(CellPlace at, int year) => Warn("DX657", at,
        new($"{Wareki.FormatFiscalYear(year)}はまだ始まっていないので、実績として取り込みません。", $"Fiscal {year} has not begun, so this is not taken as an actual value."),
        new("目標や見込なら、その項目に対応付けてください。", "If it is a target or a forecast, map it to that."));

    public void ChangesPlan(CellPlace at, LocalizedText what, string from, string to) => Warn("DX659", at,
        new($"{what.Ja}が計画の {from} から {to} に変わります。", $"The {what.En} changes from {from} in the plan to {to}."),
        new("計画の改定によるものか確かめてください。", "See whether the plan was revised."));

    /// <summary>What would be wrong with the plan as it would be.</summary>
    public void Plan(Diagnostic wrong) => all.Add(new CellProblem(null, wrong));

    private void Error(string code, CellPlace at, LocalizedText message, LocalizedText? hint)
    {
        if (told.Add((code, at)))
            all.Cell(at, code, message.Ja, message.En, hint);
    }

    private void Warn(string code, CellPlace at, LocalizedText message, LocalizedText? hint)
    {
        if (told.Add((code, at)))
            all.Warn(at, code, message.Ja, message.En, hint);
    }

    // Cells of several sheets may speak of the same.
    private static string Near(CellPlace cell, CellPlace other) => cell.Sheet == other.Sheet ? cell.Name : cell.ToString();

    private static string Short(string text) => text.Length <= 40 ? text.Replace('\n', ' ') : text[..40].Replace('\n', ' ') + "…";
}

using DxRules.Engine.PlanChecks;
using DxRules.Engine.Plans;
using DxRules.Engine.Plans.Marks;

namespace DxRules.Admin.Exchange.Workbooks;

/// <summary>What a heading says when it is chosen: what the column means, how to write it, and an example.</summary>
internal static class ColumnHint
{
    public static string Of(ColumnShape column)
    {
        var meaning = column.Member is { } member && PlanWording.MeaningOf(member.Owner, member.Name) is { } told ? told.Ja + "。" : "";
        return meaning + HowOf(column) + WhenEmpty(column);
    }

    public static string OfHolder(SheetShape shape) =>
        $"この行が属する{string.Join("・", shape.Holders.Select(holder => holder.Sheet.Name).Distinct())}のID。そのシートにあるものを入れます。必ず入れてください。";

    private static string HowOf(ColumnShape column) => column switch
    {
        { Kind: ColumnKind.KnownEmpty } => "一つもないと分かっているときだけ「なし」を選びます。",
        { Kind: ColumnKind.IsThere } => "あると分かっているときだけ「あり」を選びます。",
        { Kind: ColumnKind.Raw } => "文書の書き方をそのまま残す欄です。書き出されたままにしてください。",
        { Kind: ColumnKind.Inferred } => "文書に書かれておらず読み取った項目です。書き出されたままにしてください。",
        { Kind: ColumnKind.Values } => "一つずつ改行して入れます。" + ReferenceHint(column.Member!),
        _ => HowOf(column.Member!),
    };

    private static string HowOf(PlanMember member) => member switch
    {
        { IsId: true } => "半角の英数字とハイフンで、ほかの行と重ならないように付けます。一度付けたら変えません。例 i-01-2",
        { IsFiscalYear: true } => "例 2025、令和7年度",
        { IsShare: true } => "0から1までの数で入れます。例 0.4（40%のこと）",
        { ValueKind: PlanValueKind.Date } => "例 2026-03-31、令和8年3月31日。日が分からなければ 2026-03",
        { ValueKind: PlanValueKind.Number } => "数だけを入れます（単位や「約」は付けません）。例 1234.5、-3",
        { ValueKind: PlanValueKind.Whole } => "整数を入れます。例 12",
        { ValueKind: PlanValueKind.Boolean } or { ValueKind: PlanValueKind.Word } => "一覧から選びます。",
        { Reference: not null } => ReferenceHint(member),
        _ => "",
    };

    private static string ReferenceHint(PlanMember member) => member.Reference switch
    {
        ReferenceTo.Department => "課のIDを一覧から選びます。例 d-kikaku",
        ReferenceTo.Category => "分野のIDを一覧から選びます。",
        ReferenceTo.Subject => "施策、取組、指標などのIDを入れます。例 i-01-2",
        ReferenceTo.BodyOrPost => "会議体のID又は役職名を入れます。",
        _ => "",
    };

    private static string WhenEmpty(ColumnShape column) => column switch
    {
        { Member: null } or { Kind: ColumnKind.KnownEmpty or ColumnKind.IsThere } => "",
        { Path.Count: 1, Member.Presence: MemberPresence.Required } => "必ず入れてください。",
        { Member.Presence: MemberPresence.Required } => "",
        { Member.Presence: MemberPresence.Fact or MemberPresence.UnknownList } => "分からないときは空けておきます。",
        { Member.Presence: MemberPresence.Event } => "まだなら空けておきます。",
        { Member: { Presence: MemberPresence.Default } member } => $"空けておくと「{DefaultOf(member)}」です。",
        _ => "なければ空けておきます。",
    };

    private static string DefaultOf(PlanMember member) => member.ValueKind switch
    {
        PlanValueKind.Word => CellWords.Of(member.ValueType, member.Default!),
        PlanValueKind.Boolean => (bool)member.Default! ? CellWords.Yes : CellWords.No,
        _ => PlanText.Of(member.Default)!,
    };
}

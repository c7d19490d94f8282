using DxRules.Engine.Text;

namespace DxRules.Engine.Plans.Reading;

/// <summary>DX420–DX439: members and their values.</summary>
internal sealed partial class PlanProblems
{
    public void UnknownMember(JsonNode member, IEnumerable<string> known)
    {
        var names = known.ToArray();
        Error("DX420", member.NameSpan, member.Path,
            new($"「{Expected.Short(member.Name!)}」という項目はありません。", $"There is no member '{Expected.Short(member.Name!)}' here."),
            DidYouMean(member.Name!, names) ?? new($"使える項目: {string.Join("、", names)}", $"members are {string.Join(", ", names)}."));
    }

    public void MissingMember(JsonNode node, PlanMember member) => MissingMember(node, member.Name, member.IsList ? Expected.List : Expected.ValueOf(member));

    public void MissingMember(JsonNode node, string name, LocalizedText expected) => Error("DX421", node.Span, $"{node.Path}.{name}",
        new($"必須の項目 {name} がありません。", $"The member '{name}' is missing."),
        new($"{expected.Ja}を書いてください。", $"write {expected.En}."));

    public void DuplicateMember(JsonNode member) => Error("DX422", member.NameSpan, member.Path,
        new($"項目 {Expected.Short(member.Name!)} が二度あります。", $"The member '{Expected.Short(member.Name!)}' stands here twice."),
        new("どちらかを消してください。", "delete one of them."));

    public void WrongType(JsonNode node, LocalizedText expected, LocalizedText? hint = null)
    {
        var found = Expected.Found(node);
        Error("DX423", node,
            new($"{expected.Ja}のはずですが、{found.Ja}です。", $"Expected {expected.En}, found {found.En}."), hint);
    }

    public void NullNotAllowed(JsonNode node, PlanMember member)
    {
        var known = member.IsList
            ? new LocalizedText("[]", "[]")
            : PlanText.Of(member.Default) is { } text ? new LocalizedText(text, text) : Expected.ValueOf(member);
        Error("DX424", node,
            new($"{member.Name} を null（不明）にはできません。", $"'{member.Name}' cannot be null (unknown)."),
            new($"省くと {known.Ja} になります。", $"left out, it is {known.En}."));
    }

    public void EmptyText(JsonNode node) => Error("DX425", node,
        new("文字列が空です。", "The text is empty."),
        new("分からない、又はない場合は、項目を省くか null にしてください。", "where it is unknown or there is none, leave the member out or write null."));

    public void UnknownWord(JsonNode node, Type words)
    {
        var allowed = PlanWords.Of(words).Keys.ToArray();
        Error("DX426", node,
            new($"「{Expected.Short(node.Text)}」は使えません。使える語: {string.Join("、", allowed)}", $"'{Expected.Short(node.Text)}' is not one of {string.Join(", ", allowed)}."),
            DidYouMean(node.Text, allowed));
    }

    public void NotADate(JsonNode node, string? meant) => Error("DX427", node,
        new($"{Expected.Date.Ja}のはずですが、「{Expected.Short(node.Text)}」です。", $"Expected {Expected.Date.En}, found \"{Expected.Short(node.Text)}\"."),
        meant is null ? null : new($"\"{meant}\" と書いてください。", $"write \"{meant}\"."));

    public void NoSuchDate(JsonNode node, LocalizedText why) => Error("DX428", node,
        new($"「{node.Text}」という日はありません。", $"There is no day \"{node.Text}\"."), why);

    public void NumberTooLarge(JsonNode node) => Error("DX429", node,
        new($"{Expected.Short(node.Text)} は大きすぎて扱えません。", $"The number {Expected.Short(node.Text)} is too large."));

    public void NotWhole(JsonNode node) => Error("DX430", node,
        new($"0以上の整数のはずですが、{Expected.Short(node.Text)}です。", $"Expected a whole number, 0 or more, found {Expected.Short(node.Text)}."));

    public void NotAShare(JsonNode node, decimal value) => Error("DX431", node,
        new($"0から1までの数のはずですが、{Expected.Short(node.Text)}です。", $"Expected a number from 0 to 1, found {Expected.Short(node.Text)}."),
        value is > 1 and <= 100 ? new($"{PlanText.Of(value)}%は {PlanText.Of(value / 100)} と書きます。", $"{PlanText.Of(value)} % is written {PlanText.Of(value / 100)}.") : null);

    public void NoFiscalYear(JsonNode node, decimal value)
    {
        const int FirstOfReiwa = 2019;
        Error("DX432", node,
            new($"年度は{PlanLimits.FirstYear}から{PlanLimits.LastYear}までの整数のはずですが、{Expected.Short(node.Text)}です。", $"Expected a fiscal year from {PlanLimits.FirstYear} to {PlanLimits.LastYear}, found {Expected.Short(node.Text)}."),
            value is >= 1 and < 40 && decimal.IsInteger(value)
                ? new($"令和{PlanText.Of(value)}年度なら {PlanText.Of(value + FirstOfReiwa - 1)} と書きます。", $"令和{PlanText.Of(value)}年度 is written {PlanText.Of(value + FirstOfReiwa - 1)}.")
                : null);
    }

    public void RawOfUnknownMember(JsonNode entry, IEnumerable<string> known) => Error("DX433", entry.Name is null ? entry.Span : entry.NameSpan, entry.Path,
        new($"「{Expected.Short(entry.Name ?? entry.Text)}」という項目は、このオブジェクトにありません。", $"This object has no member '{Expected.Short(entry.Name ?? entry.Text)}'."),
        DidYouMean(entry.Name ?? entry.Text, known));

    public void EndsBeforeItStarts(JsonNode node, PlanDate start, PlanDate end) => Error("DX434", node,
        new($"終わり {end} が始まり {start} より前です。", $"It ends on {end}, before it starts on {start}."),
        new("始まりと終わりを確かめてください。", "see whether the two are swapped."));

    public void WrongMunicipalityCode(JsonNode node)
    {
        var right = LocalGovernmentCode.ExpectedCheckDigit(node.Text) is { } digit ? node.Text[..5] + digit : null;
        Error("DX435", node,
            new($"「{Expected.Short(node.Text)}」は団体コード（検査数字を含む6桁）ではありません。", $"\"{Expected.Short(node.Text)}\" is not a municipality code (six digits with the check digit)."),
            right is null ? null : new($"検査数字まで正しく書くと {right} です。", $"with the right check digit it is {right}."));
    }
}

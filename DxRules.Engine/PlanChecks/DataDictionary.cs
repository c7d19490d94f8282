using DxRules.Engine.Feel.Binding;
using DxRules.Engine.PlanChecks.Reference;
using DxRules.Engine.Text;

namespace DxRules.Engine.PlanChecks;

/// <summary>Writes what rules can speak of as a document: every kind, member, word and function of a schema.</summary>
internal static partial class DataDictionary
{
    /// <summary>The dictionary in Markdown; names stand in both languages, meanings in the one asked for.</summary>
    public static string Write(Schema schema, Language language)
    {
        var page = new Page(language);
        page.Line(page.Pick("# データ辞書", "# Data dictionary"));
        page.Line();
        page.Line(page.Pick(
            "規則が読める対象と項目、語、関数の一覧です。スキーマから作られます。手で直さないでください。",
            "The subjects and members, words and functions that rules can read. Generated from the schema; do not edit by hand."));
        page.Line(page.Pick(
            "規則では日本語名と英語名のどちらも使えます。英語名は計画ファイル（`dxplan/1`）の項目名と同じです。",
            "A rule may use either name. The English ones are the members of the plan file (`dxplan/1`)."));
        WriteKinds(page);
        WriteObjects(page, schema, page.Pick("## 対象", "## Subjects"), schema.Subjects);
        WriteObjects(page, schema, page.Pick("## 対象の部分", "## Parts of subjects"), schema.Objects.Where(o => !o.IsSubject));
        WriteContext(page, schema);
        WriteFunctions(page, schema);
        WriteWords(page, schema);
        return page.ToString();
    }

    private static void WriteKinds(Page page)
    {
        page.Line();
        page.Line(page.Pick("## 種別：値がないときの意味", "## Kinds of members: what it means when a value is absent"));
        page.Line();
        page.Row(page.Pick("種別", "kind"), page.Pick("意味", "meaning"));
        page.Row("---", "---");
        foreach (var kind in Enum.GetValues<MemberKind>())
            page.Row(page.NameOf(kind), page.MeaningOf(kind));
    }

    private static void WriteObjects(Page page, Schema schema, string heading, IEnumerable<ObjectType> kinds)
    {
        page.Line();
        page.Line(heading);
        foreach (var kind in kinds)
        {
            page.Line();
            page.Line($"### {kind.Ja} `{kind.En}`");
            page.Line();
            page.Line(page.Pick(kind.Meaning) + page.Pick("。", ".") + Place(page, schema, kind));
            page.Line();
            page.Row(page.Pick("日本語名", "Japanese"), page.Pick("英語名", "English"), page.Pick("型", "type"), page.Pick("種別", "kind"), page.Pick("意味", "meaning"));
            page.Row("---", "---", "---", "---", "---");
            foreach (var member in kind.Members)
                page.Row(member.Ja, $"`{member.En}`", TypeOf(page, member), page.NameOf(KindOf(member)), MeaningOf(page, member));
        }
    }

    private static string Place(Page page, Schema schema, ObjectType kind)
    {
        var above = schema.Subjects.Where(s => s.Children.Any(c => c.Kind == kind)).ToArray();
        var place = above.Length == 0
            ? ""
            : page.Pick($"{string.Join("又は", above.Select(a => a.Ja))}の下にある。", $" Hangs on {string.Join(" or ", above.Select(a => a.En))}.");
        return kind.Section is { IsSecret: true } section
            ? place + page.Pick($"{section.Ja}の部分で、限られた人だけが見る。", $" Lies in {section.En}, for few eyes only.")
            : place;
    }

    private static void WriteContext(Page page, Schema schema)
    {
        page.Line();
        page.Line(page.Pick("## どの規則でも使える名前", "## Names that every rule sees"));
        page.Line();
        page.Row(page.Pick("日本語名", "Japanese"), page.Pick("英語名", "English"), page.Pick("型", "type"), page.Pick("意味", "meaning"));
        page.Row("---", "---", "---", "---");
        foreach (var member in schema.Context.Members)
            page.Row(member.Ja, $"`{member.En}`", TypeOf(page, member), MeaningOf(page, member));
    }

    private static void WriteFunctions(Page page, Schema schema)
    {
        page.Line();
        page.Line(page.Pick("## この分野の関数", "## Functions of the field"));
        page.Line();
        page.Row(page.Pick("日本語名", "Japanese"), page.Pick("英語名", "English"), page.Pick("結果", "result"), page.Pick("意味", "meaning"));
        page.Row("---", "---", "---", "---");
        foreach (var function in schema.Functions)
        {
            page.Row(
                $"{function.Ja}({string.Join("、", function.Parameters.Select(p => p.Ja))})",
                $"`{function.En}({string.Join(", ", function.Parameters.Select(p => p.En))})`",
                page.NameOf(function.Result),
                page.Pick(function.Meaning));
        }
    }

    private static void WriteWords(Page page, Schema schema)
    {
        page.Line();
        page.Line(page.Pick("## 語", "## Words"));
        page.Line();
        page.Row(page.Pick("日本語名", "Japanese"), page.Pick("英語名", "English"), page.Pick("使える語", "words"));
        page.Row("---", "---", "---");
        foreach (var type in schema.Enums)
            page.Row(type.Ja, $"`{type.En}`", string.Join("、", type.Words.Select(w => $"{w.Ja} `{w.En}`")));
    }

    private static string TypeOf(Page page, Member member)
    {
        var name = page.NameOf(member.Type);
        return member.IsRatio ? name + page.Pick("（割合）", " (ratio)") : name;
    }

    private static string MeaningOf(Page page, Member member) =>
        member.Formula is { } formula ? $"{page.Pick(member.Meaning)}{page.Pick("。", ". ")}= {page.Pick(formula)}" : page.Pick(member.Meaning);

    /// <summary>An object above that is always there is read as a required member; people look for it as an object above.</summary>
    private static MemberKind KindOf(Member member) =>
        member is { Kind: MemberKind.Required, Type: ObjectType { IsSubject: true } above } && above.Ja == member.Ja && IsAbove(above, member.Owner)
            ? MemberKind.Ancestor
            : member.Kind;

    private static bool IsAbove(ObjectType above, ObjectType kind) => above.Children.Any(c => c.Kind == kind || IsAbove(c.Kind, kind));

    /// <summary>A page that can name the kinds of members.</summary>
    private sealed partial class Page(Language language) : MarkdownPage(language);
}

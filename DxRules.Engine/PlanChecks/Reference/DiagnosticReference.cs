using DxRules.Engine.Text;

namespace DxRules.Engine.PlanChecks.Reference;

/// <summary>Writes the catalogue of diagnostics as a document.</summary>
internal static class DiagnosticReference
{
    private static readonly (char Digit, LocalizedText Title, LocalizedText About)[] Sections =
    [
        ('1', new("規則ファイル、共有パラメータ、評価基準、管理策の目録、設定", "Rule files, shared parameters, scales, the catalogue of controls, profiles"),
            new("例は、誤りのないファイルの一部を置き換えたものです。規則は 区間 を対象とし、`needs: [状態]`、`when: 状態 = \"未着手\"` とします。",
                "An example takes the place of keys in a file without mistakes; the rule is on 区間 (phase), with `needs: [状態]` and `when: 状態 = \"未着手\"`.")),
        ('2', new("式", "Expressions"),
            new("一行の例は、区間 を対象とし `needs` のない規則の `when` です。", "An example of one line is the `when` of a rule on 区間 (phase) without `needs`.")),
        ('3', new("評価と例", "Evaluation and examples"),
            new("評価の失敗は、その規則のその対象だけに記され、ほかの結果には影響しません。", "A fault is noted for that rule and subject alone; all other results stand.")),
        ('4', new("計画ファイル", "Plan files"),
            new("例は、誤りのない計画ファイルの一部を置き換えたものです。", "An example takes the place of members in a plan file without mistakes.")),
        ('5', new("報告書", "Reports"),
            new("`compare` などが読む報告書についてのものです。", "About reports that `compare` and others read.")),
        ('6', new("Excelのブック", "Excel workbooks"),
            new("`plan convert` が書き出し、入力して戻す計画のブックについてのものです。シートとセルが示されます。", "About workbooks of plans that `plan convert` writes and reads back; each names its sheet and cell.")),
        ('8', new("組み込みと運用", "Hosting and operating"),
            new("規則を組み込むプログラムの設定、サイトの設定、バックアップについてのものです。", "About the settings of programs that use the rules, the settings of the site, and backups.")),
    ];

    /// <summary>The page in Markdown.</summary>
    public static string Write(Language language)
    {
        var page = new MarkdownPage(language);
        page.Paragraph(page.Pick("# メッセージの一覧", "# Diagnostics"));
        page.Paragraph(page.Pick(
            "ファイルや式の誤りは、コード、場所、説明、直し方とともに、一度にすべて示されます。コードの意味は変わりません。この一覧はコードから作られます。手で直さないでください。",
            "Mistakes in files and expressions are told all at once, each with its code, place, message and hint. A code never changes its meaning. Generated from the code; do not edit by hand."));
        page.Paragraph(page.Pick(
            "表示は `ファイル:行:列: コード: 説明`、その行、直し方の順です。エラーがあると、そのファイルは使えません。（警告）とあるものは、使えますが確かめてください。一つの誤りが次の誤りを招くことがあるため、上から直します。",
            "A message reads `file:line:column: code: what is wrong`, then the line, then how to mend it. A file with an error cannot be used; one with a warning can, but look at it. Mend from the top, as one mistake may bring another."));
        foreach (var (digit, title, about) in Sections)
        {
            page.Paragraph($"## DX{digit}xx {page.Pick(title)}");
            page.Paragraph(page.Pick(about));
            foreach (var entry in DiagnosticCatalogue.All.Where(e => e.Code[2] == digit))
                Write(page, entry);
        }
        return page.ToString();
    }

    private static void Write(MarkdownPage page, DiagnosticEntry entry)
    {
        page.Paragraph($"### {entry.Code}");
        page.Paragraph(page.Pick(entry.Meaning));
        if (entry.Form == ExampleForm.Situation)
            page.Paragraph(page.Pick("例: ", "Example: ") + page.Pick(entry.Example));
        else
            WriteCode(page, entry);
        page.Paragraph(page.Pick("直し方: ", "Cure: ") + page.Pick(entry.Cure));
    }

    private static void WriteCode(MarkdownPage page, DiagnosticEntry entry)
    {
        page.Paragraph("```" + entry.Form switch
        {
            ExampleForm.Condition => "feel",
            ExampleForm.RuleKeys or ExampleForm.ScaleKeys or ExampleForm.ControlKeys or ExampleForm.ProfileKeys => "yaml",
            _ => "json",
        });
        page.Line(page.Pick(entry.Example));
        page.Line("```");
    }
}

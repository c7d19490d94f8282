using System.Text;
using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Text;

namespace DxRules.Engine.PlanChecks.Reference;

/// <summary>A page of the reference in one language, as Markdown.</summary>
internal class MarkdownPage(Language language)
{
    private readonly StringBuilder text = new();

    public void Line(string line = "") => text.Append(line).Append('\n');

    /// <summary>A heading or paragraph, with the empty line before it.</summary>
    public void Paragraph(string line)
    {
        if (text.Length > 0)
            Line();
        Line(line);
    }

    public void Row(params string[] cells) => Line($"| {string.Join(" | ", cells.Select(c => c.Replace("|", "\\|", StringComparison.Ordinal)))} |");

    /// <summary>The head of a table, with the empty line before it.</summary>
    public void Head(params string[] names)
    {
        Line();
        Row(names);
        Row([.. names.Select(_ => "---")]);
    }

    public string Pick(string ja, string en) => language == Language.Japanese ? ja : en;

    public string Pick(LocalizedText both) => both.In(language);

    public string NameOf(FeelType type) => language == Language.Japanese ? type.Ja : type.En;

    public override string ToString() => text.ToString();
}

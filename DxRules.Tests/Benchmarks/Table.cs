using System.Globalization;

namespace DxRules.Benchmarks;

/// <summary>A table of Markdown, written row by row.</summary>
internal sealed class Table
{
    private readonly TextWriter output;

    public Table(TextWriter output, string title, params string[] columns)
    {
        this.output = output;
        output.WriteLine();
        output.WriteLine($"### {title}");
        output.WriteLine();
        output.WriteLine($"| {string.Join(" | ", columns)} |");
        output.WriteLine($"|---|{string.Concat(columns.Skip(1).Select(_ => "---:|"))}");
    }

    public void Row(params FormattableString[] cells) => output.WriteLine($"| {string.Join(" | ", cells.Select(cell => cell.ToString(CultureInfo.InvariantCulture)))} |");
}

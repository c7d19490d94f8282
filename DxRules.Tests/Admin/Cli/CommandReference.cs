using System.CommandLine;
using DxRules.Admin.Cli;
using DxRules.Engine.PlanChecks.Reference;
using DxRules.Engine.Text;

namespace DxRules.Tests.Admin.Cli;

/// <summary>The page command-line.md: each command with what its help says.</summary>
internal static class CommandReference
{
    public static string Write(Language language)
    {
        var page = new MarkdownPage(language);
        var root = DxRulesCommand.Create(Terminal.OfProcess(), language);
        page.Line(page.Pick("# コマンドの一覧", "# Command line"));
        page.Paragraph(page.Pick(
            "`dxrules` のすべてのコマンドです。コマンドの `--help` から作られます。手で直さないでください。リポジトリを取得した場所では、`dxrules` を `dotnet run --project DxRules.Admin --` と読み替えます。",
            "All commands of `dxrules`, made from their own `--help`; do not edit it. From a clone of the repository, `dxrules` is `dotnet run --project DxRules.Admin --`."));
        page.Paragraph(page.Pick(
            "終了コードは、問題なし 0、指摘や違いがある 1、実行できない 2 です。結果は標準出力に、進み具合と誤りは標準エラー出力に出ます。どのコマンドでも、`--lang en` で英語になり、`--help` で説明が出ます。",
            "They end with 0 where nothing was found, 1 where something was (an alert, a difference), and 2 where they could not run. Results go to standard output, progress and errors to standard error. Every command knows `--lang en` and `--help`."));
        WriteContents(page, root);
        foreach (var command in Leaves(root))
            Write(page, command, language);
        return page.ToString();
    }

    private static void WriteContents(MarkdownPage page, Command root)
    {
        page.Head(page.Pick("コマンド", "command"), page.Pick("すること", "what it does"));
        foreach (var command in Leaves(root))
            page.Row($"[`{HelpText.PathOf(command)}`](#{HelpText.PathOf(command).Replace(' ', '-')})", command.Description!);
    }

    private static void Write(MarkdownPage page, Command command, Language language)
    {
        var lines = HelpText.Of(command, language).Split('\n');
        page.Paragraph($"## {HelpText.PathOf(command)}");
        page.Paragraph($"{command.Description}");
        page.Paragraph($"`{lines[2][(lines[2].IndexOf(':', StringComparison.Ordinal) + 2)..]}`");
        var rows = command.Arguments.Select(a => (a.Name, a.Description)).Concat(HelpText.OptionsOf(command).Where(option => !option.Recursive).Select(o => (HelpText.Usage(o), o.Description))).ToList();
        if (rows.Count == 0)
            return;
        page.Head(page.Pick("引数・オプション", "argument, option"), page.Pick("意味", "what it means"));
        foreach (var (name, description) in rows)
            page.Row($"`{name}`", description!);
    }

    private static IEnumerable<Command> Leaves(Command command) =>
        command.Subcommands.Count == 0 ? [command] : command.Subcommands.SelectMany(Leaves);
}

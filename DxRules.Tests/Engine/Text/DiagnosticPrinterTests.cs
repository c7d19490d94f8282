using DxRules.Engine.Text;

namespace DxRules.Tests.Engine.Text;

public class DiagnosticPrinterTests
{
    [Fact]
    public void Full_width_characters_take_two_columns_so_that_the_caret_stands_beneath_the_place()
    {
        Print("状態 = \"終了\"", new TextSpan(5, 4)).ShouldBe(
            """
            rule.yaml:1:6: DX999: 誤り
              1 | 状態 = "終了"
                |        ^^^^^^
            """);
    }

    [Fact]
    public void Signs_that_would_move_the_cursor_of_a_terminal_are_shown_as_dots()
    {
        Print("a\u001b[2Jb\tc", new TextSpan(0, 1)).ShouldContain("  1 | a·[2Jb c");
    }

    [Fact]
    public void A_long_line_is_cut_to_the_part_around_the_place()
    {
        var printed = Print(new string('x', 5_000) + "!" + new string('y', 5_000), new TextSpan(5_000, 1)).Split('\n');

        printed[1].Length.ShouldBeLessThan(200);
        printed[1][printed[2].IndexOf('^')].ShouldBe('!');
    }

    [Fact]
    public void The_hint_stands_beneath_in_the_language_asked_for()
    {
        var diagnostic = new Diagnostic("DX999", DiagnosticSeverity.Error, "誤り", new SourceText("rule.yaml", "a"), new TextSpan(0, 1), new("直す", "mend it"));

        DiagnosticPrinter.Print(diagnostic, Language.Japanese).ShouldEndWith("\n  ヒント: 直す");
        DiagnosticPrinter.Print(diagnostic, Language.English).ShouldEndWith("\n  hint: mend it");
    }

    private static string Print(string line, TextSpan span) =>
        DiagnosticPrinter.Print(new Diagnostic("DX999", DiagnosticSeverity.Error, "誤り", new SourceText("rule.yaml", line), span), Language.Japanese);
}

using DxRules.Admin.Cli;

namespace DxRules.Tests.Admin.Cli;

public class ArgumentsTests
{
    [Theory]
    [InlineData("plna", "「plna」というコマンドはありません。plan のことでしょうか。指定できるのは ")]
    [InlineData("--dmeo", "「--dmeo」というオプションはありません。--demo のことでしょうか。指定できるのは ")]
    [InlineData("--lang", "--lang には値が必要です: ja|en\n")]
    [InlineData("--lang fr", "--lang に「fr」は指定できません。指定できるのは ja | en です。\n")]
    [InlineData("--lang ja --lang en", "--lang can be given only once.\n")]
    [InlineData("plan validate", "PLAN を指定してください。計画ファイル、そのフォルダー、又は - （標準入力から1行に1計画）\n")]
    [InlineData("plan validate a.json --lnag", "「--lnag」というオプションはありません。--lang のことでしょうか。指定できるのは --help, --lang です。\n")]
    [InlineData("plan", "コマンドを指定してください: validate")]
    public async Task A_wrong_argument_is_told_with_what_is_expected(string arguments, string message)
    {
        var run = await CommandLine.Run(arguments.Split(' '));

        run.ExitCode.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldStartWith($"dxrules: {message}");
    }

    [Fact]
    public async Task What_follows_a_misspelt_command_is_not_told_as_a_mistake()
    {
        var run = await CommandLine.Run("chek", "plan.json", "--as-of", "2025-05-31");

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldStartWith("dxrules: 「chek」というコマンドはありません。check のことでしょうか。");
        run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(2);
    }

    [Fact]
    public async Task All_wrong_arguments_are_told_at_once_and_where_to_read_on()
    {
        var run = await CommandLine.Run("plan", "validate", "--lang=fr", "--wat", "a.json", "--huh");

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldBe("""
            dxrules: 「--wat」というオプションはありません。指定できるのは --help, --lang です。
            dxrules: 「--huh」というオプションはありません。指定できるのは --help, --lang です。
            dxrules: --lang に「fr」は指定できません。指定できるのは ja | en です。
            使い方: dxrules plan validate --help

            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Help_is_in_the_language_asked_for()
    {
        var run = await CommandLine.Run("plan", "validate", "--help", "--lang", "en");

        run.ExitCode.ShouldBe(0);
        run.Error.ShouldBeEmpty();
        run.Output.ShouldBe("""
            tell every mistake in the form of plan files

            Usage: dxrules plan validate PLAN… [OPTIONS]

            Arguments:
              PLAN  a plan file, a folder of them, or - (standard input, one plan a line)

            Options:
              --help        show this help
              --lang ja|en  language of the output (default: ja)

            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Columns_of_the_help_stand_under_each_other_with_full_width_text()
    {
        var run = await CommandLine.Run("plan", "--help");

        run.Output.ShouldBe("""
            計画ファイル

            使い方: dxrules plan COMMAND

            コマンド:
              validate  計画ファイルの形式の誤りをすべて示す
              convert   計画を、計画ファイル（.json）、Excelのブック（.xlsx）、CSV（.zip又はフォルダー）の間で変換する

            オプション:
              --help        この説明を表示する
              --lang ja|en  出力の言語（既定: ja）

            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task An_output_that_cannot_be_written_is_told_in_a_sentence()
    {
        var error = new StringWriter { NewLine = "\n" };
        var terminal = new Terminal(Stream.Null, new StreamWriter(new FullDisk()), error, TimeProvider.System, Colour: false, Progress: false);

        var exitCode = await DxRulesCommand.Run(["plan", "--help"], terminal);

        exitCode.ShouldBe(2);
        error.ToString().ShouldBe("dxrules: No space left on device\n");
    }

    private sealed class FullDisk : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("No space left on device");

        public override void Write(byte[] buffer, int offset, int count) => throw new IOException("No space left on device");

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => throw new IOException("No space left on device");
    }
}

using DxRules.Engine.Text;

namespace DxRules.Tests.Admin.Cli;

public sealed class CommandReferenceTests
{
    [Theory]
    [InlineData(Language.Japanese, "DxRules.Admin/docs/ja/command-line.md")]
    [InlineData(Language.English, "DxRules.Admin/docs/en/command-line.md")]
    public void The_documented_commands_are_those_of_the_program(Language language, string path) =>
        Golden.ShouldMatchFile(CommandReference.Write(language), Repository.File(path));
}

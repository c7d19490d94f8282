namespace DxRules.Tests.Admin.Cli;

/// <summary>How the README starts the program. That each of its commands does what it says, BlockTests sees without a process for each.</summary>
public sealed class ReadmeCommandsTests
{
    [Fact]
    public void The_project_runs_by_the_command_of_the_sdk()
    {
        var (exitCode, output) = DotnetCommand.Run("run", "--project", "DxRules.Admin", "--", "eval", "1 + 1");

        exitCode.ShouldBe(0);
        output.Trim().ShouldBe("2");
    }
}

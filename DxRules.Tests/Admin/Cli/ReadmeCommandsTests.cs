using System.CommandLine.Parsing;

namespace DxRules.Tests.Admin.Cli;

/// <summary>The commands of the README, as a person copies them: from the root of the repository, each a process of its own.</summary>
public sealed class ReadmeCommandsTests
{
    private const string Dxrules = "dotnet run --project DxRules.Admin -- ";

    // `serve` goes on until it is stopped; the tests of the site start it.
    public static TheoryData<string> Commands =>
    [
        .. File.ReadLines(Repository.File("README.md")).Where(line => line.StartsWith(Dxrules, StringComparison.Ordinal))
            .Select(line => line[Dxrules.Length..]).Where(command => !command.StartsWith("serve", StringComparison.Ordinal)).Distinct(),
    ];

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_command_can_run_where_a_person_stands_who_has_cloned_the_repository(string command)
    {
        var (exitCode, output) = DotnetCommand.RunProgram([.. CommandLineParser.SplitCommandLine(command)]);

        exitCode.ShouldBeOneOf(0, 1); // 2 = could not run
        output.ShouldNotBeEmpty();
    }

    [Fact]
    public void The_project_runs_by_the_command_of_the_sdk()
    {
        var (exitCode, output) = DotnetCommand.Run("run", "--project", "DxRules.Admin", "--", "eval", "1 + 1");

        exitCode.ShouldBe(0);
        output.Trim().ShouldBe("2");
    }
}

using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using DxRules.Admin.Cli;
using DxRules.Admin.People;

namespace DxRules.Tests.Admin.Hosting;

/// <summary>What the pages on operating say is what happens: their commands are run, their tables and figures compared.</summary>
public sealed partial class OperatingPageTests : IDisposable
{
    private static readonly string English = File.ReadAllText(Repository.File("DxRules.Admin", "docs", "en", "operating.md"));
    private static readonly string Japanese = File.ReadAllText(Repository.File("DxRules.Admin", "docs", "ja", "operating.md"));

    private readonly TemporaryFolder folder = new();
    private readonly StringWriter output = new();
    private readonly StringWriter error = new();

    public static TheoryData<string> Serving => [.. Commands(English).Where(command => command.StartsWith("serve ", StringComparison.Ordinal))];

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Both_languages_show_the_same_commands_and_configurations() =>
        CodeBlock().Matches(Japanese).Select(block => block.Value).ShouldBe(CodeBlock().Matches(English).Select(block => block.Value));

    [Theory]
    [MemberData(nameof(Serving))]
    public async Task A_command_that_serves_others_runs_and_its_link_is_one_they_can_open(string command)
    {
        var (certificate, key) = HttpsSite.Certificate(folder.Path);
        var arguments = CommandLineParser.SplitCommandLine(command).Select(argument => argument switch
        {
            "/srv/dxrules" => Path.Combine(folder.Path, "data"),
            "/etc/dxrules/site.crt" => certificate,
            "/etc/dxrules/site.key" => key,
            _ => PortHere().Replace(argument, "$1://127.0.0.1:0"),
        }).ToArray();
        using var stop = new CancellationTokenSource();

        var serving = Run(arguments, stop.Token);
        while (!output.ToString().Contains("/welcome/", StringComparison.Ordinal) && !serving.IsCompleted)
            await Task.Delay(50);
        await stop.CancelAsync();

        (await serving).ShouldBe(ExitCode.Ok, error.ToString());
        output.ToString().ShouldMatch("最初の管理者の設定（利用者名 admin、一度だけ、72時間以内）: https://dx\\.city\\.example/welcome/[\\w-]{43}\\r?\\n");
    }

    [Fact]
    public async Task The_other_commands_run_over_the_data_of_a_site()
    {
        await using (await RunningSite.Start(FabricatedCheck.Nothing, folder.Path))
        {
        }
        foreach (var command in Commands(English).Where(command => !command.StartsWith("serve ", StringComparison.Ordinal)))
            (await Run([.. CommandLineParser.SplitCommandLine(command.Replace("/srv/dxrules", folder.Path))])).ShouldBe(ExitCode.Ok, $"{command}: {error}");
    }

    [Theory]
    [InlineData("en", "yes")]
    [InlineData("ja", "○")]
    public void The_table_of_roles_is_the_one_the_site_goes_by(string language, string yes)
    {
        Roles[] columns = [Roles.Administrator, Roles.DxOffice, Roles.SecurityOfficer, Roles.Department, Roles.Reader];
        var page = language == "en" ? English : Japanese;
        var rows = Row().Matches(page).Select(row => row.Groups[1].Value.Split('|').Select(cell => cell.Trim()).ToList()).Where(cells => cells.Count == 6).Skip(2).ToList();

        foreach (var (access, row) in Enum.GetValues<Access>().Zip(rows))
        {
            foreach (var (role, cell) in columns.Zip(row.Skip(1)))
                (cell.Length > 0).ShouldBe(role.Allows(access), $"{access} of {role}: '{cell}'");
        }
        rows.Count.ShouldBe(Enum.GetValues<Access>().Length);
        rows.SelectMany(row => row.Skip(1)).Where(cell => cell.Length > 0).Distinct().Count().ShouldBe(2, $"'{yes}', and that a department has only its own");
    }

    [Fact]
    public void The_figures_are_those_of_the_code()
    {
        var numbers = new (int Number, string English, string Japanese)[]
        {
            (SignInRules.ShortestPassword, "{0} to 128 characters", "{0}文字以上128文字以下"),
            (SignInRules.LongestPassword, "12 to {0} characters", "12文字以上{0}文字以下"),
            ((int)SignInRules.Idle.TotalMinutes, "{0} minutes without a click", "操作しないまま{0}分"),
            ((int)SignInRules.Longest.TotalHours, "after {0} hours", "操作していても{0}時間"),
            ((int)SignInLinks.Valid.TotalHours, "good for {0} hours", "期限は{0}時間"),
            (SignInPace.PerName, "{0} a minute with one name", "一つの利用者名で1分に{0}回"),
            (SignInPace.PerAddress, "{0} a minute from one address", "全体で1分に{0}回"),
        };
        foreach (var (number, english, japanese) in numbers)
        {
            English.ShouldContain(string.Format(null, english, number));
            Japanese.ShouldContain(string.Format(null, japanese, number));
        }
    }

    private Task<int> Run(string[] arguments, CancellationToken stop = default) =>
        DxRulesCommand.Run(arguments, new Terminal(Stream.Null, TextWriter.Synchronized(output), error, TimeProvider.System, Colour: false, Progress: false), stop);

    private static IEnumerable<string> Commands(string page) => Command().Matches(page).Select(match => match.Groups[1].Value.Trim());

    [GeneratedRegex("(?m)^dxrules (.+)$")]
    private static partial Regex Command();

    [GeneratedRegex("(?s)```.*?```")]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"(?m)^\|(.*)\|\s*$")]
    private static partial Regex Row();

    [GeneratedRegex(@"(https?)://(0\.0\.0\.0|127\.0\.0\.1):\d+")]
    private static partial Regex PortHere();
}

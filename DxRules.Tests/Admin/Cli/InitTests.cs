using System.Text.RegularExpressions;
using DxRules.Admin.Starting;
using DxRules.Engine.Plans;

namespace DxRules.Tests.Admin.Cli;

public sealed class InitTests : IDisposable
{
    private readonly DirectoryInfo home = Directory.CreateTempSubdirectory("dxrules-init-");

    private string City => Path.Combine(home.FullName, "city");

    public void Dispose() => home.Delete(recursive: true);

    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    public async Task What_the_README_of_a_new_city_says_runs_as_it_stands(string language)
    {
        var made = await CommandLine.Run("init", "062014", "--name", "山形市", "--from", "2024", "--to", "2028", "--out", City, "--lang", language);
        made.ExitCode.ShouldBe(0, made.Error);

        var commands = Regex.Matches(File.ReadAllText(Path.Combine(City, "README.md")), "^ *dxrules (.*)$", RegexOptions.Multiline).Select(match => match.Groups[1].Value).ToList();

        commands.Count.ShouldBe(6);
        foreach (var command in commands.Where(command => command != "serve"))
        {
            var run = await CommandLine.Run([.. command.Split(' ').Select(word => word.StartsWith("plan.", StringComparison.Ordinal) || word == "profile.yaml" ? Path.Combine(City, word) : word)]);
            run.ExitCode.ShouldBe(command.StartsWith("check", StringComparison.Ordinal) ? 1 : 0, command + "\n" + run.Output + run.Error);
        }
    }

    [Fact]
    public async Task A_check_of_a_new_city_asks_for_what_is_missing_and_finds_nothing_on_track()
    {
        await CommandLine.Run("init", "062014", "--name", "山形市", "--out", City);

        var check = await CommandLine.Run("check", Path.Combine(City, "plan.json"), "--profile", Path.Combine(City, "profile.yaml"));

        check.Output.ShouldContain("系列1件の実績がないため、");
        check.Output.ShouldContain("管理策49件の証跡がないため、");
    }

    [Fact]
    public async Task A_person_is_asked_for_what_the_command_does_not_say()
    {
        string[] lines = ["", "山形市", "", "令和8年度", "来年", "2030", "n", "", "ある", "どうかな", "ない"];

        var made = await CommandLine.Answering(lines, "init", "062014", "--out", City);

        made.ExitCode.ShouldBe(0, made.Error);
        made.Error.ShouldContain("「来年」を年度として読めません。");
        made.Error.ShouldContain("y（ある）か n（ない）で答えてください。");
        var plan = PlanReader.Read("plan.json", File.ReadAllBytes(Path.Combine(City, "plan.json"))).Document.ShouldNotBeNull();
        (plan.Municipality.Name, plan.Municipality.Prefecture, plan.Plan.Title, plan.Plan.Id).ShouldBe(("山形市", "山形県", "山形市DX推進計画", "dx-2026"));
        plan.Plan.Period!.End!.Value.Day.ShouldBe(new DateOnly(2031, 3, 31));
        var profile = File.ReadAllText(Path.Combine(City, "profile.yaml"));
        StarterAnswers.Topics.Select(topic => topic.Name.Value).Where(name => profile.Contains($"  {name}: ")).ShouldBe([StarterAnswers.Topics[0].Name.Value, StarterAnswers.Topics[3].Name.Value]);
    }

    [Fact]
    public async Task Who_ends_the_input_is_asked_no_more_and_what_was_said_is_kept()
    {
        var made = await CommandLine.Answering(["雪野市"], "init", "011002", "--out", City);

        made.ExitCode.ShouldBe(0, made.Error);
        made.Error.ShouldEndWith("計画の名前（まだなければ空のまま Enter）: \n");
        File.ReadAllText(Path.Combine(City, "plan.json")).ShouldContain("雪野市");
    }

    [Fact]
    public async Task A_place_where_nothing_can_be_written_is_told_before_anything_is_asked()
    {
        File.WriteAllText(Path.Combine(home.FullName, "file"), "");

        var run = await CommandLine.Answering(["雪野市"], "init", "011002", "--out", Path.Combine(home.FullName, "file", "city"));

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldStartWith(Path.Combine(home.FullName, "file", "city") + " に書けません。");
    }

    [Fact]
    public async Task What_a_city_has_nothing_of_is_not_checked()
    {
        foreach (var topic in StarterAnswers.Topics)
        {
            var folder = Path.Combine(home.FullName, topic.En.Value);
            await CommandLine.Run("init", "062014", "--name", "山形市", "--without", topic.En.Value, "--out", folder);
            var list = await CommandLine.Run("rules", "list", "--profile", Path.Combine(folder, "profile.yaml"));

            list.ExitCode.ShouldBe(0, topic.Name.Value + list.Error);
            list.Output.ShouldContain("初期設定（dxrules init）で「ない」とした", customMessage: topic.Name.Value);
        }
    }

    [Theory]
    [InlineData("062010", "検査数字まで書くと 062014 です。")]
    [InlineData("06201", "検査数字まで書くと 062014 です。")]
    [InlineData("山形市", "山形市なら 062014 です。")]
    [InlineData("990001", "6桁を指定してください。")]
    public async Task A_code_that_is_none_is_told_with_its_cure(string code, string cure)
    {
        var run = await CommandLine.Run("init", code, "--name", "山形市", "--out", City);

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain(cure);
        Directory.Exists(City).ShouldBeFalse();
    }

    [Theory]
    [InlineData("--without 監督", "主題「監督」はありません。外せるのは マイナンバー ")]
    [InlineData("--name 山形市 --from 2030 --to 2026", "計画の最後の年度 2026 が、最初の年度 2030 より前です。")]
    [InlineData("--title 計画", "団体の名前を --name で指定してください。")]
    public async Task What_cannot_be_is_told_and_nothing_is_made(string options, string problem)
    {
        var run = await CommandLine.Run(["init", "062014", "--out", City, .. options.Split(' ')]);

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain(problem);
        Directory.Exists(City).ShouldBeFalse();
    }

    [Fact]
    public async Task A_folder_that_holds_something_is_left_alone()
    {
        Directory.CreateDirectory(City);
        File.WriteAllText(Path.Combine(City, "plan.json"), "ours");

        var run = await CommandLine.Run("init", "062014", "--name", "山形市", "--out", City);

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("はすでにあります。ほかのフォルダーを --out で指定してください。");
        File.ReadAllText(Path.Combine(City, "plan.json")).ShouldBe("ours");
    }
}

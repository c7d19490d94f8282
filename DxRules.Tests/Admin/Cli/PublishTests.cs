using System.Security.Cryptography;
using DxRules.Admin.Publishing.Site;

namespace DxRules.Tests.Admin.Cli;

public sealed class PublishTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static string Sample => Repository.File("DxRules.Admin", "SampleData", "yamagata-2022.json");

    private string Out => Path.Combine(folder.Path, "site");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_plan_file_becomes_a_site_of_which_every_file_is_listed()
    {
        var run = await CommandLine.Run("publish", Sample, "--as-of", "2024-05-31", "2025-05-31", "--out", Out);

        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.ShouldStartWith("2件の公開を");
        run.Error.ShouldContain("承認の手続を通していない公開です。");
        File.Exists(Path.Combine(Out, "062014", "yamagata-smartcity-2022", "2024", "index.html")).ShouldBeTrue();
        var listed = File.ReadLines(Path.Combine(Out, SiteFolder.List)).Select(line => line.Split("  ")).ToDictionary(file => file[1], file => file[0]);
        Files().ShouldBe(listed.Keys.Append(SiteFolder.List), ignoreOrder: true);
        listed.ShouldAllBe(file => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(Out, file.Key)))) == file.Value);
        Directory.EnumerateFileSystemEntries(folder.Path).Count().ShouldBe(1);
    }

    [Fact]
    public async Task Only_what_was_published_before_is_replaced()
    {
        (await Publish()).ExitCode.ShouldBe(0);

        (await Publish()).ShouldSatisfyAllConditions(run => run.ExitCode.ShouldBe(2), run => run.Error.ShouldContain("--replace を付けてください"));
        File.Delete(Path.Combine(Out, "index.html"));
        (await Publish("--replace")).ExitCode.ShouldBe(0);
        Files().ShouldContain("index.html");

        File.WriteAllText(Path.Combine(Out, "mine.txt"), "");
        (await Publish("--replace")).ShouldSatisfyAllConditions(run => run.ExitCode.ShouldBe(2), run => run.Error.ShouldContain("手を加えたファイルがあります: mine.txt。"));
        File.Delete(Path.Combine(Out, "mine.txt"));
        File.AppendAllText(Path.Combine(Out, "index.html"), "changed");
        (await Publish("--replace")).ShouldSatisfyAllConditions(run => run.ExitCode.ShouldBe(2), run => run.Error.ShouldContain("index.html"));
        File.ReadAllText(Path.Combine(Out, "index.html")).ShouldEndWith("changed");
    }

    [Fact]
    public async Task A_folder_that_holds_something_else_is_left_alone()
    {
        Directory.CreateDirectory(Out);
        File.WriteAllText(Path.Combine(Out, "mine.txt"), "mine");

        (await Publish("--replace")).ShouldSatisfyAllConditions(run => run.ExitCode.ShouldBe(2), run => run.Error.ShouldContain("ほかのものが入っています"));

        Files().ShouldBe(["mine.txt"]);
    }

    [Fact]
    public async Task Where_one_plan_cannot_be_read_nothing_is_written()
    {
        var bad = Path.Combine(folder.Path, "bad.json");
        File.WriteAllText(bad, "{ \"format\": \"dxplan/1\" }");

        var run = await CommandLine.Run("publish", Sample, bad, "--as-of", "2025-05-31", "--out", Out);

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("bad.json");
        Directory.Exists(Out).ShouldBeFalse();
    }

    [Theory]
    [InlineData("二つ以上あります", "SAMPLE", "--as-of", "2025-05-31", "2025-06-30")]
    [InlineData("--as-of には計画が要ります", "--as-of", "2025-05-31")]
    [InlineData("はURLではありません", "SAMPLE", "--as-of", "2025-05-31", "--base-url", "www.city")]
    [InlineData("データベース", "--data", "NOWHERE")]
    public async Task What_does_not_fit_is_said_and_nothing_is_written(string told, params string[] arguments)
    {
        var run = await CommandLine.Run(
            ["publish", .. arguments.Select(argument => argument switch { "SAMPLE" => Sample, "NOWHERE" => Path.Combine(folder.Path, "nowhere"), _ => argument }), "--out", Out]);

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain(told);
        Directory.Exists(Out).ShouldBeFalse();
    }

    [Fact]
    public async Task It_speaks_English_where_asked()
    {
        var run = await CommandLine.Run("publish", Sample, "--as-of", "2025-05-31", "--out", Out, "--lang", "en");

        run.Output.ShouldStartWith("1 publications were written to");
        run.Error.ShouldContain("approved by nobody");
    }

    private Task<CommandLineRun> Publish(params string[] more) => CommandLine.Run(["publish", Sample, "--as-of", "2025-05-31", "--out", Out, .. more]);

    private IEnumerable<string> Files() => Directory.EnumerateFiles(Out, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Out, file).Replace('\\', '/'));
}

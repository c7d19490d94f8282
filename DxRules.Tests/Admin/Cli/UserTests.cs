using System.Text.Json;
using System.Text.RegularExpressions;
using DxRules.Admin.Audit;
using DxRules.Admin.Data;
using DxRules.Admin.People;
using DxRules.Tests.Admin.People;
using Microsoft.EntityFrameworkCore;

namespace DxRules.Tests.Admin.Cli;

public sealed class UserTests : IAsyncLifetime
{
    private RunningSite site = null!;
    private TemporaryFolder folder = null!;

    // The site runs while the command line works on its data.
    public async ValueTask InitializeAsync()
    {
        folder = new TemporaryFolder();
        site = await RunningSite.Start(FabricatedCheck.Everything, folder.Path);
        await site.In(services => DxRules.Admin.Versions.PlanVersions.Add(
            (AdminDb)services.GetService(typeof(AdminDb))!, (AuditLog)services.GetService(typeof(AuditLog))!, DxRules.Admin.Cycles.Samples.Read("demo-city.json"), null, "test", DateTimeOffset.UnixEpoch, default));
    }

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task A_folder_without_data_is_told()
    {
        var run = await CommandLine.Run("user", "list", "--data", Path.Combine(folder.Path, "nowhere"));

        (run.ExitCode, run.Output).ShouldBe((2, ""));
        run.Error.ShouldContain("がありません。--data を確かめるか");
        Directory.Exists(Path.Combine(folder.Path, "nowhere")).ShouldBeFalse();
    }

    [Fact]
    public async Task Wrong_words_are_told_with_what_they_might_have_meant()
    {
        await Run("add", "sato", "--name", "佐藤", "--role", "reader");

        (await Refused("end", "satoh")).ShouldContain("「satoh」という利用者はいません。sato のことでしょうか。");
        (await Refused("roles", "sato", "readr")).ShouldContain("「readr」という役割はありません。reader のことでしょうか。");
        (await Refused("departments", "sato", "d-shimn")).ShouldContain("「d-shimn」という課は、どの計画にもありません。d-shimin のことでしょうか。");
        (await Refused("departments", "sato", "d-shimin", "--from", "4月1日")).ShouldContain("--from の「4月1日」は日付ではありません。");
        (await Refused("add", "SATO", "--name", "鈴木", "--role", "reader")).ShouldContain("利用者名「sato」は佐藤さんが使っています");
        (await Refused("add", "鈴木", "--name", " ", "--role", "reader")).ShouldBe("dxrules: 利用者名に使えない文字があります: 鈴 木\ndxrules: 氏名を入力してください。\n");
        (await Refused("add", "suzuki", "--name", "鈴木", "--lang", "en")).ShouldContain("--role ROLE is needed.");
    }

    [Fact]
    public async Task People_are_added_changed_and_listed_while_the_site_runs()
    {
        var added = await Run("add", "sato", "--name", "佐藤 花子", "--role", "department,reader", "--department", "d-shimin", "--public-url", "https://dx.example.lg.jp/");
        added.ShouldContain("https://dx.example.lg.jp/welcome/");
        await Run("roles", "Sato", "dx-office", "security-officer");
        await Run("departments", "sato", "d-hoken", "992011/d-zeimu", "--from", "2025-04-01");

        (await Run("list")).Split('\n').Select(line => Regex.Replace(line, " {2,}", "|")).ShouldContain("sato|佐藤 花子|パスワード未設定|DX推進担当課・セキュリティ担当|保険年金課、税務課");
        var json = JsonDocument.Parse(await Run("list", "--format", "json")).RootElement;
        json.GetProperty("format").GetString().ShouldBe("dxrules-users/1");
        var person = json.GetProperty("users").EnumerateArray().Single(user => user.GetProperty("userName").GetString() == "sato");
        person.GetProperty("roles").EnumerateArray().Select(role => role.GetString()).ShouldBe(["dx-office", "security-officer"]);
        person.GetProperty("departments").EnumerateArray().Select(role => role.GetString()).ShouldBe(["992011/d-hoken", "992011/d-zeimu"]);
        await site.In(async services =>
        {
            var entries = await ((AdminDb)services.GetService(typeof(AdminDb))!).Audit.OrderBy(row => row.Id).ToListAsync();
            entries.Where(entry => entry.SubjectId == "sato").Select(entry => (entry.Action, entry.Origin))
                .ShouldBe([("people.added", AuditOrigin.CommandLine), ("people.linkMade", AuditOrigin.CommandLine), ("people.changed", AuditOrigin.CommandLine), ("people.changed", AuditOrigin.CommandLine)]);
        });
    }

    [Fact]
    public async Task Access_is_ended_and_given_again()
    {
        await Run("add", "sato", "--name", "佐藤", "--role", "reader");

        await Run("end", "sato");
        (await Refused("link", "sato")).ShouldContain("先に dxrules user allow で再開してください。");
        await Run("allow", "sato");
        (await Run("link", "sato")).ShouldContain("http://localhost:5080/welcome/");
        (await Run("reset-second-factor", "sato", "--lang", "en")).ShouldBe("The second factor of 佐藤 (sato) was reset.\n");
    }

    [Fact]
    public async Task The_last_administrator_is_kept_from_the_command_line_too()
    {
        await Run("add", "sato", "--name", "佐藤", "--role", "administrator");

        (await Refused("roles", "sato", "reader")).ShouldContain("サインインできる管理者がほかにいないため");
    }

    private async Task<string> Run(params string[] arguments)
    {
        var run = await CommandLine.Run(["user", .. arguments, "--data", folder.Path]);
        run.ExitCode.ShouldBe(0, run.Error);
        return run.Output;
    }

    private async Task<string> Refused(params string[] arguments)
    {
        var run = await CommandLine.Run(["user", .. arguments, "--data", folder.Path]);
        (run.ExitCode, run.Output).ShouldBe((2, ""), run.Error);
        return run.Error;
    }
}

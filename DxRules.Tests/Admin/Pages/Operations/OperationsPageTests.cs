using System.Net;
using DxRules.Admin.Audit;
using DxRules.Admin.Data;
using DxRules.Admin.Keeping;
using DxRules.Admin.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DxRules.Tests.Admin.Pages.Operations;

/// <summary>What an administrator does to keep a site, and what strangers learn of it.</summary>
public sealed class OperationsPageTests : IAsyncLifetime
{
    private const string Password = "とても長い合言葉です";

    private readonly TemporaryFolder folder = new();
    private RunningSite site = null!;

    private string BackupFolder => Path.Combine(folder.Path, "backups");

    public async ValueTask InitializeAsync() => site = await RunningSite.Start(FabricatedCheck.Nothing, folder.Path);

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task A_backup_is_made_by_a_button_and_taken_away_only_with_the_password()
    {
        var made = await site.Client.Press("/operations", "今すぐバックアップを作る");
        made.Main.ShouldContain("バックアップを作りました（");
        made.Main.ShouldContain("改ざんなし（");
        var file = Directory.EnumerateFiles(BackupFolder).ShouldHaveSingleItem();
        BackupFile.Verify(file, file, default).ShouldBeNull();

        (await Download("wrong")).Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        await SetPassword();
        using var answer = await Download(Password);

        answer.Content.Headers.ContentDisposition!.FileName.ShouldBe(Path.GetFileName(file));
        (await answer.Content.ReadAsByteArrayAsync()).ShouldBe(await File.ReadAllBytesAsync(file));
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        await site.In(async services => (await services.GetRequiredService<AdminDb>().Audit.Where(entry => entry.Action.StartsWith("backup.")).Select(entry => new { entry.Action, entry.Secret }).ToListAsync())
            .Select(entry => (entry.Action, entry.Secret)).ShouldBe([(AuditActions.BackupMade, true), (AuditActions.BackupDownloaded, true)]));
        (await site.Open("/audit?group=backup")).Main.ShouldContain($"データ全体のバックアップ「{Path.GetFileName(file)}」をダウンロードしました");
    }

    [Theory]
    [InlineData("../dxrules.db")]
    [InlineData("/etc/passwd")]
    [InlineData("")]
    public async Task Nothing_but_a_backup_is_handed_out(string name)
    {
        await site.Client.Press("/operations", "今すぐバックアップを作る");
        await SetPassword();

        var page = await site.Client.Press("/operations", "ダウンロード", ("backup", name), ("password", Password));

        page.Main.ShouldContain("そのバックアップはありません。選び直してください。");
    }

    [Fact]
    public async Task A_damaged_database_gives_a_job_that_failed_and_the_page_says_so()
    {
        await site.In(async services =>
        {
            var db = services.GetRequiredService<AdminDb>();
            await db.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys = OFF; INSERT INTO CycleSteps (CycleId, Step, DueOn) VALUES (999, 'Open', '2025-04-01')");
        });

        var page = await site.Client.Press("/operations", "今すぐバックアップを作る");

        page.Main.ShouldContain("サーバーのデータを正しく読めません");
        Directory.EnumerateFileSystemEntries(BackupFolder).ShouldBeEmpty();
        page.Main.ShouldMatch("失敗した処理（7日間） ?1 ");
    }

    [Fact]
    public async Task Strangers_learn_one_word_of_how_the_site_is()
    {
        (await site.Nobody.GetStringAsync("/health/live")).ShouldBe("live\n");
        (await site.Nobody.GetStringAsync("/health/ready")).ShouldBe("ready\n");
        using var page = await site.Nobody.GetAsync("/operations");
        page.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/sign-in");
        using var reader = await (await site.As(Roles.Reader)).GetAsync("/operations");
        reader.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_page_that_cannot_read_says_what_is_the_matter_and_under_which_number()
    {
        await site.In(services => services.GetRequiredService<AdminDb>().Database.ExecuteSqlRawAsync("DROP TABLE Jobs"));

        using var answer = await site.Client.GetAsync("/jobs");

        var page = await HtmlPage.Read(answer);
        answer.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        page.Main.ShouldContain("この番号を伝えてください。");
        page.All("code").Select(HtmlPage.Text).ShouldHaveSingleItem().ShouldNotBeEmpty();
        page.Main.ShouldNotContain("no such table");
    }

    private async Task<HttpResponseMessage> Download(string password)
    {
        var page = await site.Open("/operations");
        var fields = Forms.AsSent(page.Form("ダウンロード"));
        fields["password"] = password;
        return await site.Client.PostAsync("/operations?handler=download", new FormUrlEncodedContent(fields));
    }

    private Task SetPassword() => site.In(async services =>
    {
        var users = services.GetRequiredService<UserManager<UserRow>>();
        var db = services.GetRequiredService<AdminDb>();
        await db.ByHand(async () =>
        {
            var user = await db.Users.SingleAsync(user => user.TwoFactorEnabled);
            user.PasswordHash = users.PasswordHasher.HashPassword(user, Password);
            await db.SaveChangesAsync();
        });
    });
}

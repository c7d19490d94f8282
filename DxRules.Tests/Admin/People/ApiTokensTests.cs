using System.Net;
using System.Text.RegularExpressions;
using DxRules.Admin.Audit;
using DxRules.Admin.Data;
using DxRules.Admin.Localization;
using DxRules.Admin.People;
using DxRules.Engine.Text;
using DxRules.Tests.Admin.Api;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DxRules.Tests.Admin.People;

/// <summary>Tokens for other programs: made and taken back by administrators on the page, known by their hash alone.</summary>
public sealed class ApiTokensTests
{
    private static readonly Dictionary<string, string> Good = new()
    {
        ["name"] = "庁内ダッシュボード", ["role"] = "reader", ["department"] = "", ["scopes"] = "plans:read", ["lastDay"] = "2025-12-31",
    };

    [Fact]
    public async Task A_token_is_made_on_the_page_shown_once_and_kept_as_a_hash_alone()
    {
        await using var site = await RunningSite.WithPlanOnly(FabricatedCheck.Nothing);
        var page = await Make(site, Good);
        var secret = Regex.Match(page, "dxr_[\\w-]{43}").Value;

        using var client = ApiClient.With(site, secret);
        (await client.Get("/api/v1/plans"))["total"]!.GetValue<int>().ShouldBe(1);
        (await site.Client.GetStringAsync("/tokens")).ShouldNotContain("dxr_");
        await site.In(async services =>
        {
            var db = services.GetRequiredService<AdminDb>();
            var token = await db.ApiTokens.SingleAsync();
            token.SecretHash.ShouldBe(TokenSecret.HashOf(secret));
            token.LastUsedOn.ShouldBe(new DateOnly(2025, 6, 2));
            token.CreatedById.ShouldNotBeNull();
            var entry = await db.Audit.OrderByDescending(row => row.Id).FirstAsync();
            AuditSentence.Of(entry.Action, entry.Details, new Texts(Language.English)).ShouldBe("Made the API token '庁内ダッシュボード' (Reader; read plans and plan documents; until 31 December 2025).");
        });
        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(site.DatabaseFile)!, "dxrules.db*"))
            System.Text.Encoding.Latin1.GetString(await Read(file)).ShouldNotContain(secret);
    }

    [Fact]
    public async Task A_token_that_is_taken_back_opens_nothing_from_the_next_request_on()
    {
        await using var site = await RunningSite.WithPlanOnly(FabricatedCheck.Nothing);
        var token = await ApiClient.Token(site, Roles.Reader);
        using var client = ApiClient.With(site, token.Secret);
        await client.Get("/api/v1/plans");

        var (address, page) = (new Uri(site.Address, "/tokens"), await site.Open("/tokens"));
        using var answer = await site.Client.Send(address, page, ("token", $"{token.Id}"));
        (await answer.Content.ReadAsStringAsync()).ShouldContain("トークン「試験 Reader」を取り消しました。");
        using var again = await site.Client.Send(address, page, ("token", $"{token.Id}"));

        again.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await client.Refused(HttpStatusCode.Unauthorized, "/api/v1/plans");
    }

    [Fact]
    public async Task A_token_stops_when_its_maker_is_no_administrator_any_more_until_another_takes_it_over()
    {
        await using var site = await RunningSite.WithPlanOnly(FabricatedCheck.Nothing);
        var maker = await site.As(Roles.Administrator);
        var secret = Regex.Match(await Make(site, Good, maker), "dxr_[\\w-]{43}").Value;
        using var client = ApiClient.With(site, secret);
        await client.Get("/api/v1/plans");

        await site.In(async services =>
        {
            var db = services.GetRequiredService<AdminDb>();
            (await db.Users.SingleAsync(user => user.UserName == "Administrator")).Roles = Roles.Reader;
            await db.SaveByHand();
        });
        await client.Refused(HttpStatusCode.Unauthorized, "/api/v1/plans");
        (await site.Open("/tokens")).Main.ShouldContain("停止中");
        (await site.Client.Press("/tokens", "引き継いで使えるようにする（庁内ダッシュボード）")).Main.ShouldContain("トークン「庁内ダッシュボード」を引き継ぎました。");

        (await client.Get("/api/v1/plans"))["total"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task A_token_is_good_through_its_last_day_in_Japan()
    {
        var clock = new MovingClock();
        await using var site = await RunningSite.WithPlanOnly(FabricatedCheck.Nothing, clock);
        using var client = await ApiClient.Of(site, Roles.Reader);

        clock.Now = new DateTimeOffset(2025, 12, 31, 23, 59, 59, TimeSpan.FromHours(9));
        await client.Get("/api/v1/plans");
        clock.Now = clock.Now.AddSeconds(1);
        await client.Refused(HttpStatusCode.Unauthorized, "/api/v1/plans");
    }

    [Fact]
    public async Task A_token_of_a_department_sees_also_what_those_before_it_left()
    {
        await using var site = await RunningSite.WithPlanOnly(FabricatedCheck.Nothing);
        await site.In(async services =>
        {
            var db = services.GetRequiredService<AdminDb>();
            db.DepartmentSuccessions.Add(new DepartmentSuccessionRow { PlanId = 1, DepartmentId = "d-before", SuccessorId = "d-shimin" });
            await db.SaveByHand();
            (await services.GetRequiredService<HeldDepartments>().Of("992011/d-shimin", default)).ShouldContain("992011/d-before");
        });
    }

    [Theory]
    [InlineData("name", "", "用途を入力してください。")]
    [InlineData("role", "administrator", "役割を一つ選んでください。")]
    [InlineData("role", "department", "役割が「所管課」のときは、課を選んでください。")]
    [InlineData("department", "992011/d-shimin", "課を選べるのは、役割が「所管課」のときだけです。")]
    [InlineData("scopes", "plans:write", "知らないスコープがあります。")]
    [InlineData("lastDay", "2025-06-01", "使える最後の日が過ぎています。")]
    [InlineData("lastDay", "2026-06-04", "使える最後の日は、今日から366日以内にしてください。")]
    [InlineData("lastDay", "いつまでも", "使える最後の日を、2025-05-31 のように入力してください。")]
    public async Task What_cannot_be_taken_is_told_beside_its_field_and_nothing_is_made(string field, string value, string told)
    {
        await using var site = await RunningSite.WithPlanOnly(FabricatedCheck.Nothing);
        var page = await Make(site, new(Good) { [field] = value });

        page.ShouldContain(told);
        await site.In(async services => (await services.GetRequiredService<AdminDb>().ApiTokens.AnyAsync()).ShouldBeFalse());
    }

    private static async Task<string> Make(RunningSite site, Dictionary<string, string> fields, HttpClient? by = null) =>
        (await (by ?? site.Client).Press("/tokens/new", "作る", [.. fields.Select(field => (field.Key, field.Value))])).Main;

    private static async Task<byte[]> Read(string file)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var content = new MemoryStream();
        await stream.CopyToAsync(content);
        return content.ToArray();
    }
}

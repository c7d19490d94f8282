using DxRules.Admin.Audit;
using DxRules.Admin.Data;
using DxRules.Admin.People;

namespace DxRules.Tests.Admin.People;

public sealed class SignInLinkTests(SignInSite shared) : IClassFixture<SignInSite>
{
    private const string Good = "a long and good password";
    private const string Gone = "一度使われたか、期限（72時間）が過ぎたか、新しいリンクが出ています。";

    [Fact]
    public async Task A_link_sets_the_password_once_and_ends_what_was_open()
    {
        var name = await shared.Add();
        var (open, link) = (await shared.SignIn(name), await shared.Link(name));

        (await Set(link, Good)).ShouldContain("パスワードを設定しました。サインインしてください。");

        (await shared.LastEntries(1)).Single().Action.ShouldBe(AuditActions.PasswordSetByLink);
        (await SignInSite.Where(open)).ShouldBe("/sign-in");
        await shared.SignIn(name, Good);
        (await shared.Site.Open(link, shared.Site.Nobody)).Main.ShouldContain(Gone);
    }

    [Fact]
    public async Task A_form_that_was_open_when_the_link_was_used_sets_nothing()
    {
        var name = await shared.Add();
        var link = await shared.Link(name);
        var browser = shared.Site.Browser();
        var form = await shared.Site.Open(link, browser);
        await Set(link, Good);

        using var response = await browser.Send(new Uri(shared.Site.Address, link), form, ("Password", "another good password"), ("Again", "another good password"));

        (await HtmlPage.Read(response)).Main.ShouldContain(Gone);
        await shared.SignIn(name, Good);
    }

    [Fact]
    public async Task A_link_is_good_for_72_hours()
    {
        var link = await shared.Link(await shared.Add());

        shared.Clock.Now += SignInLinks.Valid - TimeSpan.FromMinutes(1);
        (await shared.Site.Open(link, shared.Site.Nobody)).Heading.ShouldBe("パスワードの設定");
        shared.Clock.Now += TimeSpan.FromMinutes(1);
        (await shared.Site.Open(link, shared.Site.Nobody)).Main.ShouldContain(Gone);
    }

    [Fact]
    public async Task A_newer_link_of_the_same_person_takes_its_place()
    {
        var (name, other) = (await shared.Add(), await shared.Add());
        var (first, ofOther) = (await shared.Link(name), await shared.Link(other));

        var second = await shared.Link(name);

        (await shared.Site.Open(first, shared.Site.Nobody)).Main.ShouldContain(Gone);
        (await shared.Site.Open(second, shared.Site.Nobody)).Main.ShouldContain(name);
        (await shared.Site.Open(ofOther, shared.Site.Nobody)).Main.ShouldContain(other, customMessage: "links of others stay good");
    }

    [Fact]
    public async Task A_link_of_a_person_who_was_ended_is_not_good()
    {
        var name = await shared.Add();
        var link = await shared.Link(name);

        await shared.Change(name, user => user.DisabledAt = shared.Clock.Now);

        (await shared.Site.Open(link, shared.Site.Nobody)).Main.ShouldContain(Gone);
    }

    [Theory]
    [InlineData("/welcome/x")]
    [InlineData("/welcome/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("/welcome/%E3%81%82")]
    public async Task A_guessed_link_gets_the_same_answer(string link) => (await shared.Site.Open(link, shared.Site.Nobody)).Main.ShouldContain(Gone);

    [Fact]
    public async Task A_link_lets_in_a_person_who_was_locked_out()
    {
        var name = await shared.Add(with: user => user.LockoutEnd = DateTimeOffset.UtcNow.AddMinutes(10));

        await Set(await shared.Link(name), Good);

        await shared.SignIn(name, Good);
    }

    [Theory]
    [InlineData("short", null, "短すぎます。12文字以上にしてください。")]
    [InlineData("", null, "短すぎます。12文字以上にしてください。")]
    [InlineData("aaaaaaaaaaaaaaaa", null, "同じ文字の繰り返しです。5種類以上の文字を使ってください。")]
    [InlineData("NAME and more words", null, "利用者名を含まないものにしてください。")]
    [InlineData("long", null, "長すぎます。128文字以下にしてください。")]
    [InlineData(Good, "a long and good passw0rd", "二つの新しいパスワードが一致しません。")]
    [InlineData("Password1234!", null, "よく使われるパスワードです。別のものにしてください。")]
    [InlineData("qwertyuiop12", null, "よく使われるパスワードです。別のものにしてください。")]
    [InlineData("dxrules-demo", null, "よく使われるパスワードです。別のものにしてください。")]
    [InlineData("1234567890abc", null, "よく使われるパスワードです。別のものにしてください。")]
    public async Task A_password_that_will_not_do_is_refused_in_words(string password, string? again, string why)
    {
        var name = await shared.Add();
        password = password == "long" ? string.Concat(Enumerable.Range(0, 129).Select(i => (char)('a' + i % 26))) : password.Replace("NAME", name.ToUpperInvariant());

        (await Set(await shared.Link(name), password, again)).ShouldContain(why);

        await shared.SignIn(name, SignInSite.Password);
    }

    [Theory]
    [InlineData("十二文字の日本語の合言葉")]
    [InlineData("correct horse battery staple")]
    [InlineData("  spaces at both ends  ")]
    public async Task Any_long_text_will_do_and_is_kept_to_the_letter(string password)
    {
        var name = await shared.Add();

        await Set(await shared.Link(name), password);

        await shared.SignIn(name, password);
    }

    [Fact]
    public async Task The_first_administrator_gets_in_by_a_link_and_then_there_is_no_more()
    {
        using var folder = new TemporaryFolder();
        string? link;
        await using (var first = await RunningSite.Start(FabricatedCheck.Nothing, folder.Path))
            link = first.Invitation;
        await using (var again = await RunningSite.Start(FabricatedCheck.Nothing, folder.Path))
        {
            again.Invitation.ShouldNotBeNull("it was not used").ShouldNotBe(link);
            (await again.Open(link!, again.Nobody)).Main.ShouldContain(Gone, customMessage: "each start makes a new one");
            using var set = await again.Nobody.Send(again.Invitation, ("Password", Good), ("Again", Good));
            using var response = await SignInSite.Try(again.Nobody, FirstAdministrator.UserName, Good);
            response.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/account/second-factor");
        }
        await using var last = await RunningSite.Start(FabricatedCheck.Nothing, folder.Path);

        last.Invitation.ShouldBeNull();
    }

    private async Task<string> Set(string link, string password, string? again = null)
    {
        using var browser = shared.Site.Browser();
        using var response = await browser.Send(link, ("Password", password), ("Again", again ?? password));
        return (await HtmlPage.Read(response)).Main;
    }
}

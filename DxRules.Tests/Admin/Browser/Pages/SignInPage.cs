using Microsoft.Playwright;

namespace DxRules.Tests.Admin.Browser.Pages;

/// <summary>サインイン, as a person finds its parts.</summary>
internal sealed class SignInPage(IPage page)
{
    public static async Task<SignInPage> Open(BrowserTab tab, string address = "/sign-in")
    {
        await tab.Page.GotoAsync(address);
        return new SignInPage(tab.Page);
    }

    public ILocator UserName => page.GetByLabel("利用者名");

    public ILocator Password => page.GetByLabel("パスワード");

    public ILocator Submit => page.GetByRole(AriaRole.Button, new() { Name = "サインインする", Exact = true });

    /// <summary>What is wrong, once above the form.</summary>
    public ILocator Errors => page.GetByRole(AriaRole.Alert);

    /// <summary>The button that signs in a person of the demonstration.</summary>
    public ILocator As(string role) => page.GetByRole(AriaRole.Button, new() { Name = $"{role}としてサインイン" });

    public async Task SignIn(string userName, string password)
    {
        await UserName.FillAsync(userName);
        await Password.FillAsync(password);
        await Submit.ClickAsync();
    }
}

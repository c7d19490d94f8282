using System.Xml.Linq;

namespace DxRules.Tests.Admin;

/// <summary>Fills in forms as a browser does: with what the page put into them, and what the person typed.</summary>
internal static class Forms
{
    /// <summary>Opens a page and sends the form in its main part that has these fields.</summary>
    public static async Task<HttpResponseMessage> Send(this HttpClient browser, string address, params (string Name, string Value)[] typed)
    {
        using var response = await browser.GetAsync(address);
        return await browser.Send(response.RequestMessage!.RequestUri!, await HtmlPage.Read(response), typed);
    }

    public static async Task<HttpResponseMessage> Send(this HttpClient browser, Uri address, HtmlPage page, params (string Name, string Value)[] typed)
    {
        var form = page.All("main").Single().Descendants("form").First(form => typed.All(field => HtmlPage.Fields(form).ContainsKey(field.Name)));
        var fields = HtmlPage.Fields(form);
        foreach (var (name, value) in typed)
            fields[name] = value;
        return await browser.PostAsync(new Uri(address, (string?)form.Attribute("action") ?? ""), new FormUrlEncodedContent(fields));
    }
}

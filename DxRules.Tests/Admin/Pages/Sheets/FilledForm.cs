using System.Xml.Linq;

namespace DxRules.Tests.Admin.Pages.Sheets;

/// <summary>Fills in a form of any controls and presses one of its buttons, as a browser without script does.</summary>
internal static class FilledForm
{
    /// <summary>What a form would send as it stands.</summary>
    public static Dictionary<string, string> Fields(XElement form)
    {
        var fields = HtmlPage.Fields(form);
        foreach (var area in form.Descendants("textarea"))
            fields[area.Attribute("name")!.Value] = area.Value is ['\n', .. var text] ? text : area.Value;
        foreach (var select in form.Descendants("select"))
            fields[select.Attribute("name")!.Value] = (string?)(select.Descendants("option").FirstOrDefault(option => option.Attribute("selected") is not null) ?? select.Descendants("option").First()).Attribute("value") ?? "";
        return fields;
    }

    /// <summary>Types into the form that has the button, presses it and reads the page that comes.</summary>
    public static async Task<HtmlPage> Press(this HttpClient browser, HtmlPage page, string button, params (string Name, string Value)[] typed)
    {
        using var response = await browser.Sent(page, button, typed);
        response.IsSuccessStatusCode.ShouldBeTrue($"{button}: {(int)response.StatusCode}");
        return await HtmlPage.Read(response);
    }

    public static Task<HttpResponseMessage> Sent(this HttpClient browser, HtmlPage page, string button, params (string Name, string Value)[] typed)
    {
        var form = page.Form(button);
        var pressed = form.Descendants("button").First(element => HtmlPage.Text(element) == button);
        var fields = Fields(form);
        foreach (var (name, value) in typed)
        {
            fields.ShouldContainKey(name);
            fields[name] = value;
        }
        return browser.PostAsync((string?)pressed.Attribute("formaction") ?? form.Attribute("action")!.Value, new FormUrlEncodedContent(fields));
    }
}

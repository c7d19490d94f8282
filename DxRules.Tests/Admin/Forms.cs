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

    /// <summary>Opens a page and presses a button of it: sends its form as it stands, but for what is filled in otherwise.</summary>
    public static async Task<HtmlPage> Press(this HttpClient browser, string address, string button, params (string Name, string Value)[] typed)
    {
        using var opened = await browser.GetAsync(address);
        return await browser.Press(opened.RequestMessage!.RequestUri!, (await HtmlPage.Read(opened)).Form(button), typed);
    }

    public static async Task<HtmlPage> Press(this HttpClient browser, Uri address, XElement form, params (string Name, string Value)[] typed)
    {
        var fields = AsSent(form);
        foreach (var (name, value) in typed)
            fields[name] = value;
        using var answered = await browser.PostAsync(new Uri(address, (string?)form.Attribute("action") ?? ""), new FormUrlEncodedContent(fields));
        return await HtmlPage.Read(answered);
    }

    /// <summary>What a browser sends of a form: of choices what is chosen, and texts of several lines, too.</summary>
    public static Dictionary<string, string> AsSent(XElement form)
    {
        var fields = new Dictionary<string, string>();
        foreach (var control in form.Descendants().Where(element => element.Attribute("name") is not null))
        {
            var name = control.Attribute("name")!.Value;
            var isChoice = (string?)control.Attribute("type") is "radio" or "checkbox";
            if (control.Name.LocalName == "textarea")
                fields[name] = control.Value;
            else if (control.Name.LocalName == "select")
                fields[name] = (string?)(control.Descendants("option").FirstOrDefault(option => option.Attribute("selected") is not null) ?? control.Descendants("option").First()).Attribute("value") ?? "";
            else if (control.Name.LocalName == "input" && (!isChoice || control.Attribute("checked") is not null))
                fields[name] = (string?)control.Attribute("value") ?? "";
        }
        return fields;
    }
}

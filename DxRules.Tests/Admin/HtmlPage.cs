using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace DxRules.Tests.Admin;

/// <summary>
/// A page as a reader meets it. Our pages are well-formed XML, so no HTML parser is needed, and an unclosed element fails the test that reads it.
/// </summary>
internal sealed class HtmlPage
{
    private readonly XElement root;

    private HtmlPage(string html) => root = XDocument.Parse(html, LoadOptions.PreserveWhitespace).Root!;

    public static async Task<HtmlPage> Read(HttpResponseMessage response) => new(await response.Content.ReadAsStringAsync());

    public string Language => root.Attribute("lang")!.Value;

    public string Heading => Text(All("h1").Single());

    /// <summary>What stands in the main part, in one line.</summary>
    public string Main => Text(All("main").Single());

    /// <summary>The keys of the alerts that stand for themselves, in order.</summary>
    public IReadOnlyList<string> Alerts => [.. WithClass("dx-alert").Select(alert => alert.Attribute("data-key")!.Value)];

    public IEnumerable<XElement> All(string name) => root.Descendants(name);

    public IEnumerable<XElement> WithClass(string name) =>
        root.Descendants().Where(element => ((string?)element.Attribute("class") ?? "").Split(' ').Contains(name));

    public XElement ById(string id) => root.Descendants().Single(element => (string?)element.Attribute("id") == id);

    /// <summary>Where the link with this text leads.</summary>
    public string Link(string text) => All("a").First(link => Text(link) == text).Attribute("href")!.Value;

    /// <summary>The fields that a form would send as it stands.</summary>
    public static Dictionary<string, string> Fields(XElement form) =>
        form.Descendants("input").Where(input => input.Attribute("name") is not null)
            .ToDictionary(input => input.Attribute("name")!.Value, input => (string?)input.Attribute("value") ?? "");

    public XElement Form(string button) => All("form").First(form => form.Descendants("button").Any(b => Text(b) == button));

    public static string Text(XElement element) => Regex.Replace(element.Value, @"\s+", " ").Trim();
}

using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using CsvHelper;
using DxRules.Admin.Cycles;
using DxRules.Engine.Plans;
using DxRules.Tests.Admin.People;
using DxRules.Tests.Engine.Plans;
using Microsoft.Extensions.DependencyInjection;

namespace DxRules.Tests.Admin.Hosting;

/// <summary>
/// A plan of somebody who means harm: each of its texts is markup, a formula, a line of a header and what a terminal or a reader stumbles over. Every page
/// and everything that can be saved is walked by one who sees all.
/// </summary>
public sealed partial class HostileTextTests
{
    private const string Hostile =
        "=cmd|'/C calc'!A0\"'></title></textarea><script>alert(1)</script><img src=x onerror=alert(1)><svg/onload=alert(1)> javascript:alert(1) &lt;b&gt;]]>--> \u202E\u0001{{7*7}}@(7*7)\r\nSet-Cookie: evil=1";

    private readonly List<string> wrong = [];
    private int pages;
    private int files;

    [Fact]
    public async Task No_text_of_a_plan_is_taken_for_anything_but_a_text_and_nobody_else_is_asked()
    {
        using var asked = new AskedOfOthers();
        var plan = (PlanDocument)CanaryPlan.Marked(Samples.Read("demo-city.json"), ids: false, Hostile);
        await using var site = await RunningSite.WithPlan(EngineCheck.Check, plan);
        await site.In(async services =>
        {
            var cycle = await services.GetRequiredService<CycleOpening>().OpenAsDocumented(1, 2024, default);
            await services.GetRequiredService<CycleCheck>().Run(cycle!.Id, Samples.AsOf, default);
        });

        var crawl = await Crawl.From(site.Client, SecretSite.Entrances, Look);

        wrong.ShouldBeEmpty();
        pages.ShouldBeGreaterThan(100);
        files.ShouldBeGreaterThan(10);
        crawl.Pages["/plans/1"].ShouldContain("<script>alert(1)</script>", Case.Sensitive, "as a text");
        asked.Of.ShouldBeEmpty();
    }

    private void Look(string address, HttpResponseMessage response, byte[] bytes)
    {
        if (response.Headers.Contains("Set-Cookie") && response.Headers.GetValues("Set-Cookie").Any(cookie => cookie.Contains("evil", StringComparison.Ordinal)))
            wrong.Add($"{address}: a header");
        var problem = response.Content.Headers.ContentType?.MediaType switch
        {
            "text/html" when Encoding.UTF8.GetString(bytes) is var page && !page.Contains("<meta charset=\"utf-8\" />", StringComparison.Ordinal) => OfLoosePage(page),
            "text/html" => OfPage(bytes),
            "text/csv" => OfCsv(bytes),
            "application/json" => OfJson(bytes),
            _ when bytes.AsSpan().StartsWith("PK"u8) => OfArchive(bytes),
            _ => null,
        };
        if (problem is not null)
            wrong.Add($"{address}: {problem}");
    }

    // Public pages and papers are HTML and no XML: their tags are read one by one.
    private string? OfLoosePage(string page)
    {
        pages++;
        foreach (var tag in Tag().Matches(page).AsEnumerable())
        {
            var attributes = Attribute().Matches(tag.Groups[2].Value).Select(match => new XAttribute(match.Groups[1].Value, WebUtility.HtmlDecode(match.Groups[2].Value).Replace('\u0001', ' '))).ToList();
            if (IsHarmful(tag.Groups[1].Value, attributes.Any(attribute => attribute.Name == "src")) || attributes.Any(attribute => attribute.Name != "style" && IsHarmful(attribute)))
                return tag.Value;
        }
        return null;
    }

    private string? OfPage(byte[] bytes)
    {
        pages++;
        using var reader = XmlReader.Create(new MemoryStream(bytes), new XmlReaderSettings { CheckCharacters = false, DtdProcessing = DtdProcessing.Ignore });
        foreach (var element in XDocument.Load(reader).Descendants())
        {
            if (IsHarmful(element.Name.LocalName, element.Attribute("src") is not null))
                return $"<{element.Name.LocalName}>";
            if (element.Attributes().FirstOrDefault(IsHarmful) is { } attribute)
                return attribute.ToString();
        }
        return null;
    }

    private static bool IsHarmful(string element, bool hasSource) => element is "iframe" or "object" or "embed" or "base" or "img" || (element == "script" && !hasSource);

    private static bool IsHarmful(XAttribute attribute) => attribute.Name.LocalName switch
    {
        "href" or "src" or "action" or "formaction" => Regex.IsMatch(attribute.Value, "^[\\s\\p{C}]*(javascript|data|vbscript):", RegexOptions.IgnoreCase),
        var name => name == "style" || name.StartsWith("on", StringComparison.OrdinalIgnoreCase),
    };

    private string? OfCsv(byte[] bytes)
    {
        files++;
        using var reader = new CsvParser(new StreamReader(new MemoryStream(bytes)), CultureInfo.InvariantCulture);
        while (reader.Read())
        {
            if (reader.Record!.FirstOrDefault(cell => cell.Length > 0 && "=+-@\t\r".Contains(cell[0]) && !decimal.TryParse(cell, NumberStyles.Number, CultureInfo.InvariantCulture, out _)) is { } formula)
                return formula;
        }
        return null;
    }

    private string? OfJson(byte[] bytes)
    {
        files++;
        using var document = JsonDocument.Parse(bytes);
        return null;
    }

    private string? OfArchive(byte[] bytes)
    {
        files++;
        using var archive = new ZipArchive(new MemoryStream(bytes));
        foreach (var entry in archive.Entries)
        {
            using var part = entry.Open();
            using var content = new MemoryStream();
            part.CopyTo(content);
            if (entry.FullName.Contains("..", StringComparison.Ordinal) || entry.FullName.Any(char.IsControl))
                return entry.FullName;
            var problem = entry.FullName.EndsWith(".xml", StringComparison.Ordinal) ? OfPart(content.ToArray())
                : entry.FullName.EndsWith(".csv", StringComparison.Ordinal) ? OfCsv(content.ToArray()) : null;
            if (problem is not null)
                return $"{entry.FullName}: {problem}";
        }
        return null;
    }

    // A cell of a workbook that computes has an element f.
    private static string? OfPart(byte[] bytes) =>
        XDocument.Load(new MemoryStream(bytes)).Descendants().FirstOrDefault(element => element.Name.LocalName == "f")?.ToString();

    [GeneratedRegex("<([a-zA-Z][^\\s/>]*)((?:[^>\"]|\"[^\"]*\")*)>")]
    private static partial Regex Tag();

    [GeneratedRegex("\\s([a-zA-Z][\\w-]*)(?:=\"([^\"]*)\")?")]
    private static partial Regex Attribute();
}

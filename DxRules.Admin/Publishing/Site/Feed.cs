using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using DxRules.Admin.Localization;
using DxRules.Engine.Text;

namespace DxRules.Admin.Publishing.Site;

/// <summary>What was published when, for readers of feeds: Atom (RFC 4287).</summary>
internal static class Feed
{
    private const int Most = 50;

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    /// <param name="years">At least one.</param>
    /// <param name="address">Where the site is reached. Without it links are relative to the feed, which RFC 4287 allows; ids are the same in either case.</param>
    public static byte[] Write(IReadOnlyList<PublicYear> years, Uri? address)
    {
        var texts = new Texts(Language.Japanese);
        var newest = years.OrderByDescending(year => year.Approved.PublishedOn).ThenByDescending(year => year.Head.FiscalYear).ThenBy(year => year.Folder, StringComparer.Ordinal).Take(Most).ToList();
        var cities = string.Join('、', years.Select(year => year.Head.Municipality).Distinct());
        var feed = new XElement(
            Atom + "feed",
            new XAttribute(XNamespace.Xml + "lang", "ja"),
            new XElement(Atom + "id", IdOf(string.Join(' ', years.Select(year => year.Head.Code).Distinct()))),
            new XElement(Atom + "title", Written(texts["public.titleOf", cities])),
            new XElement(Atom + "updated", Time(newest[0].Approved.PublishedOn)),
            new XElement(Atom + "author", new XElement(Atom + "name", Written(cities))),
            Link("alternate", "text/html", "index.html", address),
            address is null ? null : Link("self", "application/atom+xml", "feed.atom", address),
            newest.Select(year => Entry(year, texts, address)));
        using var content = new MemoryStream();
        using (var writer = XmlWriter.Create(content, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" }))
            feed.Save(writer);
        content.WriteByte((byte)'\n');
        return content.ToArray();
    }

    // A later publication of the same year is the same entry, updated.
    private static XElement Entry(PublicYear year, Texts texts, Uri? address) => new(
        Atom + "entry",
        new XElement(Atom + "id", IdOf(string.Create(CultureInfo.InvariantCulture, $"{year.Head.Code} {year.Head.Plan} {year.Head.FiscalYear}"))),
        new XElement(Atom + "title", Written(texts["public.year.title", year.Head.PlanTitle, texts.FiscalYear(year.Head.FiscalYear)])),
        new XElement(Atom + "updated", Time(year.Approved.PublishedOn)),
        new XElement(Atom + "author", new XElement(Atom + "name", Written(year.Head.Municipality))),
        Link("alternate", "text/html", year.Index, address),
        new XElement(Atom + "summary", Written(PublicSentences.Summary(year, texts) + (year.Approved.Reason is { } reason ? texts["public.republished", reason] : ""))));

    private static XElement Link(string relation, string mediaType, string path, Uri? address) => new(
        Atom + "link", new XAttribute("rel", relation), new XAttribute("type", mediaType), new XAttribute("href", address is null ? path : new Uri(address, path).AbsoluteUri));

    // Made from the name, so that it is the same wherever the site is reached (RFC 9562, version 8).
    private static string IdOf(string name)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes("dxrules publication " + name)).AsSpan(0, 16);
        (bytes[6], bytes[8]) = ((byte)(bytes[6] & 0x0F | 0x80), (byte)(bytes[8] & 0x3F | 0x80));
        return "urn:uuid:" + new Guid(bytes, bigEndian: true).ToString("D");
    }

    private static string Time(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00+09:00";

    // Not every character that a plan may hold may stand in XML.
    private static string Written(string text) => string.Concat(text.Select((letter, i) =>
        XmlConvert.IsXmlChar(letter) || char.IsSurrogatePair(text, i - (char.IsLowSurrogate(letter) && i > 0 ? 1 : 0)) ? letter : '\uFFFD'));
}

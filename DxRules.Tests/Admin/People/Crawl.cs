using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace DxRules.Tests.Admin.People;

/// <summary>What a person can read of the site: from the first page on, wherever links lead.</summary>
/// <param name="seen">Told of each answer as it came: its address, the answer and its bytes.</param>
internal sealed partial class Crawl(HttpClient browser, Action<string, HttpResponseMessage, byte[]>? seen = null)
{
    // Of pages that differ only in what they are about, enough to see each kind of thing.
    private const int OfAKind = 5;

    private readonly Dictionary<string, string> pages = new(StringComparer.Ordinal);

    /// <summary>What was read, by its address.</summary>
    public IReadOnlyDictionary<string, string> Pages => pages;

    /// <summary>Opens these addresses and all that can be reached from them.</summary>
    public static async Task<Crawl> From(HttpClient browser, IEnumerable<string> addresses, Action<string, HttpResponseMessage, byte[]>? seen = null)
    {
        var crawl = new Crawl(browser, seen);
        var kinds = new Dictionary<string, int>(StringComparer.Ordinal);
        var open = new Queue<string>(addresses);
        while (open.TryDequeue(out var address))
        {
            var kind = Kind(address);
            if (crawl.pages.ContainsKey(address) || kinds.GetValueOrDefault(kind) >= OfAKind)
                continue;
            kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
            var page = await crawl.Read(address);
            foreach (var link in Found(Link(), page))
                open.Enqueue(link);
        }
        return crawl;
    }

    /// <summary>Opens one address; gives all that came, as text.</summary>
    public async Task<string> Read(string address)
    {
        using var response = await browser.GetAsync(address);
        ((int)response.StatusCode).ShouldBeLessThan(500, address);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        seen?.Invoke(address, response, bytes);
        var text = $"{(int)response.StatusCode}\n{response.Content.Headers}\n{response.Headers}\n{Text(bytes)}";
        return pages[address] = Token().Replace(text, "");
    }

    /// <summary>Where two pages differ: the first lines that are not the same, or nothing.</summary>
    public static string Difference(string page, string other)
    {
        var (lines, others) = (page.Split('\n'), other.Split('\n'));
        var differing = Enumerable.Range(0, Math.Max(lines.Length, others.Length))
            .Where(i => lines.ElementAtOrDefault(i) != others.ElementAtOrDefault(i)).Take(3)
            .Select(i => $"line {i}: '{lines.ElementAtOrDefault(i)?.Trim()}' and '{others.ElementAtOrDefault(i)?.Trim()}'");
        return string.Join('\n', differing);
    }

    // An Excel or Word file, or an archive of such.
    private static string Text(byte[] bytes)
    {
        if (!bytes.AsSpan().StartsWith("PK"u8))
            return WebUtility.HtmlDecode(Encoding.UTF8.GetString(bytes));
        using var zip = new ZipArchive(new MemoryStream(bytes));
        return string.Join('\n', zip.Entries.Select(entry => $"{entry.FullName} {Text(Content(entry))}"));
    }

    private static byte[] Content(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }

    private static IEnumerable<string> Found(Regex links, string page) =>
        links.Matches(page).Select(match => match.Groups[1].Value).Where(link => !link.Contains("lang=", StringComparison.Ordinal) && !Asset().IsMatch(link));

    // What a page can be saved as is one kind, however the page is filtered: it starts from the rows of the page, and each filter of that is a kind of its own.
    private static string Kind(string address) => address.Split("handler=") is [var page, var saved]
        ? Path(page.Split('?')[0]) + "?handler=" + saved
        : Path(Regex.Replace(address, "=[^&]*", "="));

    private static string Path(string address) => Regex.Replace(address, "(?<=^/[^/?]+/)[^/?]+|(?<=^/[^/?]+/[^/?]+/[^/?]+/)[^?]+", "*");

    [GeneratedRegex("(?:href|action)=\"(/(?!/)[^\"#]*)")]
    private static partial Regex Link();

    [GeneratedRegex("\\.(css|svg|png|ico)(\\?|$)")]
    private static partial Regex Asset();

    // What is different each time: the token of a form and what goes with it, the hour, where else one is signed in.
    [GeneratedRegex("(?s:<section class=\"dx-group\" id=\"sessions\">.*?</section>)|name=\"__RequestVerificationToken\"[^>]*|(?m)^(Set-Cookie|Date|Content-Length|Pragma|X-Frame-Options):.*\n")]
    private static partial Regex Token();
}

using DxRules.Admin.Localization;
using DxRules.Admin.Publishing.OpenData;
using DxRules.Engine.Text;
using Microsoft.AspNetCore.Components;

namespace DxRules.Admin.Publishing.Site;

/// <summary>
/// What citizens read: every file by its path, made when it is asked for and the same bytes each time. All links are relative, so that the files work
/// on any host, in any folder and from a stick without a network.
/// </summary>
internal sealed class PublicSite
{
    private const string Html = "text/html; charset=utf-8";

    private static readonly Texts[] Languages = [new(Language.Japanese), new(Language.English)];

    private readonly IReadOnlyList<PublicYear> years;
    private readonly Dictionary<string, (string MediaType, Func<byte[]> Content)> files = new(StringComparer.Ordinal);

    /// <param name="publications">Ordered by municipality, plan and fiscal year; of each the newest.</param>
    /// <param name="address">Where the site will be reached, with a slash at the end, for readers of the feed; null where nobody knows.</param>
    public PublicSite(IReadOnlyList<ApprovedPublication> publications, Uri? address = null)
    {
        years = [.. publications.Select(publication => new PublicYear(publication, BeforeOf(publication, publications)))];
        AddPage<FrontPage>("index.html", null);
        foreach (var year in years)
            AddYear(year);
        if (years.Count > 0)
            files["feed.atom"] = ("application/atom+xml; charset=utf-8", () => Feed.Write(years, address));
        Add("site.css", "text/css; charset=utf-8");
        Add("search.js", "text/javascript; charset=utf-8");
        Add("icon.svg", "image/svg+xml; charset=utf-8");
    }

    /// <summary>With forward slashes, in the order in which they are best written.</summary>
    public IReadOnlyCollection<string> Paths => files.Keys;

    /// <summary>Null where there is no such file; letters count as they stand.</summary>
    public PublicFile? File(string path) => files.TryGetValue(path, out var file) ? new PublicFile(file.MediaType, file.Content()) : null;

    private static ApprovedPublication? BeforeOf(ApprovedPublication one, IReadOnlyList<ApprovedPublication> all) => all
        .Where(other => other.Content.Head is var head && head.Code == one.Content.Head.Code && head.Plan == one.Content.Head.Plan && head.FiscalYear < one.Content.Head.FiscalYear)
        .MaxBy(other => other.Content.Head.FiscalYear);

    private void AddYear(PublicYear year)
    {
        AddPage<YearPage>(year.Index, year);
        foreach (var policy in year.Content.Policies)
            AddPage<PolicyPage>(year.PageOf(policy), year, policy);
        foreach (var kpi in year.Content.Kpis)
            AddPage<KpiPage>(year.PageOf(kpi), year, kpi);
        AddPage<ActionsPage>(year.Actions, year);
        AddPage<ChangesPage>(year.Changes, year);
        AddPage<MinutesPage>(year.Minutes, year);
        AddPage<WordsPage>(year.Words, year);
        AddPage<SearchPage>(year.Search, year);
        AddPage<DataPage>(year.Data, year);
        foreach (var (path, content, mediaType) in OpenDataFiles.Of(year.Approved))
            files[$"{year.Folder}data/{path}"] = (mediaType, content);
    }

    private void AddPage<TPage>(string path, PublicYear? year, params object[] shown)
        where TPage : IComponent
    {
        foreach (var texts in Languages)
        {
            var here = new PageHere(path, texts, year, years.Count > 0);
            files[here.Path] = (Html, () => PageWriter.Write<TPage>([texts, here, year ?? (object)new PublicYears(years), .. shown]));
        }
    }

    private void Add(string name, string mediaType) => files[name] = (mediaType, () => ReadOwn(name));

    private static byte[] ReadOwn(string name)
    {
        using var stream = typeof(PublicSite).Assembly.GetManifestResourceStream($"public/{name}")!;
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}

/// <summary>All that was published, ordered by municipality, plan and fiscal year.</summary>
internal sealed record PublicYears(IReadOnlyList<PublicYear> All);

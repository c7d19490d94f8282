namespace DxRules.Admin.Publishing.Site;

/// <summary>
/// What citizens read: every file by its path, made when it is asked for and the same bytes each time. All links are relative, so that the files work
/// on any host, in any folder and from a stick without a network.
/// </summary>
/// <param name="publications">Ordered by municipality, plan and fiscal year; of each the newest.</param>
internal sealed class PublicSite(IReadOnlyList<ApprovedPublication> publications)
{
    private const string Html = "text/html; charset=utf-8";

    private readonly Dictionary<string, (string MediaType, Func<byte[]> Content)> files = new(StringComparer.Ordinal)
    {
        ["index.html"] = (Html, () => PageWriter.Write<FrontPage>(new DxRules.Admin.Localization.Texts(DxRules.Engine.Text.Language.Japanese), publications)),
    };

    /// <summary>With forward slashes, in the order in which they are best written.</summary>
    public IReadOnlyCollection<string> Paths => files.Keys;

    /// <summary>Null where there is no such file; letters count as they stand.</summary>
    public PublicFile? File(string path) => files.TryGetValue(path, out var file) ? new PublicFile(file.MediaType, file.Content()) : null;
}

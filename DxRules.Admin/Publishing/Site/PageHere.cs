using DxRules.Admin.Localization;
using DxRules.Engine.Text;

namespace DxRules.Admin.Publishing.Site;

/// <summary>Where in the site a page stands, and how the rest is reached from there.</summary>
/// <param name="page">Its path in Japanese.</param>
/// <param name="year">What it is about; null for the front page.</param>
/// <param name="hasFeed">Whether there is anything to subscribe to.</param>
internal sealed class PageHere(string page, Texts texts, PublicYear? year, bool hasFeed)
{
    private const string English = "en/";

    public PublicYear? Year => year;
    public bool HasFeed => hasFeed;
    public string Language => IsEnglish ? "en" : "ja";

    /// <summary>Of what municipalities wrote, where it differs from the page's.</summary>
    public string? Written => IsEnglish ? "ja" : null;

    /// <summary>Its path.</summary>
    public string Path => PathOf(page, IsEnglish);

    /// <summary>The same page in the other language.</summary>
    public string Other => Link(PathOf(page, !IsEnglish));

    private bool IsEnglish => texts.Language == Engine.Text.Language.English;

    public static string PathOf(string page, bool inEnglish) => inEnglish ? English + page : page;

    /// <summary>The way to a page in the language of this one.</summary>
    /// <param name="target">Its path in Japanese, with an anchor or without.</param>
    public string ToPage(string target) => Link(PathOf(target, IsEnglish));

    /// <summary>The way to a file that is there once, whatever the language.</summary>
    public string ToFile(string target) => Link(target);

    /// <summary>Whether a link leads to this page.</summary>
    public string? Current(string target) => target == page ? "page" : null;

    private string Link(string target)
    {
        var (from, to) = (Path.Split('/'), target.Split('/'));
        var shared = 0;
        while (shared < from.Length - 1 && shared < to.Length - 1 && from[shared] == to[shared])
            shared++;
        return string.Join('/', [.. Enumerable.Repeat("..", from.Length - 1 - shared), .. to[shared..]]);
    }
}

using DxRules.Admin.People;

namespace DxRules.Tests.Admin.Browser;

/// <summary>A page that the walk opens.</summary>
/// <param name="Name">What its pictures are called.</param>
/// <param name="Address">Where it is on the demonstration.</param>
internal sealed record SitePage(string Name, string Address)
{
    /// <summary>The roles that may open it; none where it is for people who are not signed in.</summary>
    public Roles Holders { get; init; }

    /// <summary>Whether it is another state of a page that is looked at whole already: in Japanese and by mouse is enough then.</summary>
    public bool IsVariant { get; init; }

    /// <summary>Whom the walk opens it as: one who may do everything, or nobody.</summary>
    public bool IsForNobody => Holders == Roles.None;

    public string In(string language) => $"{Address}{(Address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang={language}";
}

namespace DxRules.Tests.Admin.Browser;

/// <summary>A page that the walk opens.</summary>
/// <param name="Name">What its pictures are called.</param>
/// <param name="Address">Where it is on the demonstration.</param>
internal sealed record SitePage(string Name, string Address)
{
    public string In(string language) => $"{Address}{(Address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang={language}";
}

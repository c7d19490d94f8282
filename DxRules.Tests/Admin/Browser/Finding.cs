namespace DxRules.Tests.Admin.Browser;

/// <summary>Something that is wrong with a page.</summary>
/// <param name="Page">Name of the page, and how it was looked at.</param>
internal sealed record Finding(PageCheck Check, string Page, string What)
{
    public override string ToString() => $"{Page}: {What}";
}

/// <summary>What is looked at on every page.</summary>
internal enum PageCheck
{
    Answer,
    Structure,
    Width,
    Complaint,
    Accessibility,
    Keyboard,
}

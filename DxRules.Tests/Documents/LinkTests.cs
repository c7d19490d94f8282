using System.Text.RegularExpressions;

namespace DxRules.Tests.Documents;

public sealed partial class LinkTests
{
    public static TheoryData<string> Pages => [.. DocumentPage.All.Select(page => page.Path)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_link_leads_somewhere(string path)
    {
        var page = DocumentPage.Read(path);

        page.Links.Where(link => !link.Contains("://", StringComparison.Ordinal) && !Leads(page, link)).ShouldBeEmpty(path);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_file_of_the_repository_that_a_page_names_is_there(string path)
    {
        var named = Named().Matches(DocumentPage.Read(path).WithoutBlocks).Select(name => name.Groups[1].Value.TrimEnd('/'));

        named.Where(name => !Path.Exists(Repository.File(name.Split('/')))).ShouldBeEmpty(path);
    }

    [Fact]
    public void A_page_of_the_docs_is_reached_from_the_README()
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        Follow("README.md", reached);

        DocumentPage.All.Select(page => page.Path).Where(path => path.Contains("/docs/", StringComparison.Ordinal) && !reached.Contains(path)).ShouldBeEmpty();
    }

    private static void Follow(string path, HashSet<string> reached)
    {
        if (!reached.Add(path))
            return;
        var page = DocumentPage.Read(path);
        foreach (var link in page.Links.Where(link => !link.Contains("://", StringComparison.Ordinal)).Select(link => link.Split('#')[0]).Where(link => link.EndsWith(".md", StringComparison.Ordinal)))
            Follow(Target(page, link), reached);
    }

    private static bool Leads(DocumentPage page, string link)
    {
        var (file, anchor) = link.Split('#', 2) is [var first, var second] ? (first, second) : (link, null);
        var target = file.Length == 0 ? page.Path : Target(page, file);
        return Path.Exists(Repository.File(target.Split('/')))
            && IsWrittenAlike(target)
            && (anchor is null || DocumentPage.Read(target).Anchors.Contains(Uri.UnescapeDataString(anchor)));
    }

    private static string Target(DocumentPage page, string link) =>
        Path.GetRelativePath(Repository.Root, Path.GetFullPath(Path.Combine(Repository.Root, Path.GetDirectoryName(page.Path)!, Uri.UnescapeDataString(link.TrimEnd('/'))))).Replace('\\', '/');

    // A file system that knows no case would find it all the same; the web does not.
    private static bool IsWrittenAlike(string target) =>
        target == "." || Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(Repository.File(target.Split('/')))!).Any(entry => Path.GetFileName(entry) == Path.GetFileName(target));

    [GeneratedRegex(@"`((?:DxRules\.(?:Engine|Admin|Tests)|rules)/[\w./-]*)`")]
    private static partial Regex Named();
}

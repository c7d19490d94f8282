using System.Text.RegularExpressions;

namespace DxRules.Tests.Documents;

/// <summary>What is said in one language is said in the other.</summary>
public sealed class LanguagesTests
{
    public static TheoryData<string> Japanese => [.. DocumentPage.All.Where(page => page.Path.Contains("/ja/", StringComparison.Ordinal)).Select(page => page.Path)];

    [Fact]
    public void Every_page_is_there_in_both_languages() =>
        DocumentPage.All.Select(page => page.Counterpart).OfType<string>().Where(other => !File.Exists(Repository.File(other))).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Japanese))]
    public void Both_languages_have_the_same_headings_tables_and_blocks(string path)
    {
        var (japanese, english) = (DocumentPage.Read(path), DocumentPage.Read(DocumentPage.Read(path).Counterpart!));

        english.Headings.Select(heading => heading.Level).ShouldBe(japanese.Headings.Select(heading => heading.Level), "the levels of headings");
        english.Blocks.Select(block => block.Info).ShouldBe(japanese.Blocks.Select(block => block.Info), "the kinds of blocks");
        Rows(english).ShouldBe(Rows(japanese), "cells in each row of each table");
    }

    private static IEnumerable<int> Rows(DocumentPage page) =>
        page.WithoutBlocks.Split('\n').Where(line => line.StartsWith('|')).Select(line => Regex.Count(line, @"(?<!\\)\|"));
}

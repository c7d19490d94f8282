using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DxRules.Admin.Hosting;
using DxRules.Engine.Plans;
using DxRules.Engine.Text;
using DxRules.Tests.Admin;
using DxRules.Tests.Admin.Api;
using DxRules.Tests.Admin.Cli;
using DxRules.Tests.Admin.Hosting;
using DxRules.Tests.Engine.PlanChecks.Reference;
using DxRules.Tests.Engine.RecordChecks;
using DxRules.Tests.Package;

namespace DxRules.Tests.Documents;

/// <summary>
/// Every code block of every page is run, compiled or read here, unless a test of its own does it or it cannot be run: both are listed. A block of another kind
/// fails.
/// </summary>
public sealed partial class BlockTests(LoadedDemo demo) : IDisposable
{
    /// <summary>Pages whose blocks a test of their own runs.</summary>
    private static readonly (string Page, string[] Kinds, string Test)[] RunElsewhere =
    [
        ("DxRules.Engine/docs/*/writing-rules.md", ["sh", "yaml", "text"], nameof(WritingRulesPageTests)),
        ("DxRules.Engine/docs/*/language.md", ["yaml"], nameof(LanguagePageTests)),
        ("DxRules.Engine/docs/*/diagnostics.md", ["yaml", "json", "feel"], nameof(DiagnosticCatalogueTests)),
        ("DxRules.Engine/docs/*/own-records.md", ["csharp", "yaml", "text"], nameof(RecordCheckTests)),
        ("DxRules.Engine/package/README.md", ["csharp", "json"], nameof(PackedEngineTests)),
        ("DxRules.Engine/Hosting/README.md", ["csharp"], nameof(PackedHostingTests)),
        ("DxRules.Admin/docs/*/api.md", ["sh"], nameof(ApiPageTests)),
        ("DxRules.Admin/docs/*/operating.md", ["sh"], nameof(OperatingPageTests)),
        ("DxRules.Admin/Starting/Templates/README-*.md", ["sh"], nameof(InitTests)),
    ];

    /// <summary>Blocks that cannot be run here, by their kind.</summary>
    private static readonly Dictionary<string, string> NotRun = new()
    {
        ["nginx"] = "the configuration of another program",
        ["apache"] = "the configuration of another program",
        ["xml"] = "the configuration of another program (IIS)",
        ["ini"] = "a unit of systemd, which is not here",
        ["text command"] = "typed as another account, or to a site that is served; the tests of restoring and of health do what it does",
        ["text picture"] = "drawn for people",
    };

    /// <summary>Commands that are not run here, by how they begin.</summary>
    private static readonly Dictionary<string, string> CommandsNotRun = new()
    {
        ["dxrules serve"] = $"goes on until it is stopped; {nameof(ServeCommandTests)} and {nameof(OperatingPageTests)} run it, here it has to be understood",
        ["dotnet test"] = "this is it",
        ["dotnet pack"] = $"{nameof(PackedToolTests)} packs",
        ["dotnet tool"] = $"{nameof(PackedToolTests)} installs and removes the tool",
    };

    private readonly TemporaryFolder folder = new();

    public static TheoryData<string> Pages => [.. DocumentPage.All.Where(page => page.Blocks.Any(block => !IsRunElsewhere(page, block))).Select(page => page.Path)];

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Every_block_is_run_or_says_why_not()
    {
        string[] tried = ["sh", "csharp", "yaml", "json", "csv", "text"];
        var unknown = DocumentPage.All.SelectMany(page => page.Blocks
            .Where(block => !IsRunElsewhere(page, block) && !NotRun.ContainsKey(block.Info) && !tried.Contains(block.Kind))
            .Select(block => $"{page.Path}:{block.Line}: ```{block.Info}"));

        unknown.ShouldBeEmpty();
    }

    [Fact]
    public void What_is_listed_is_there()
    {
        var listed = RunElsewhere.SelectMany(entry => entry.Kinds.Select(kind => (entry.Page, kind)));

        listed.Where(entry => !DocumentPage.All.Any(page => IsOf(entry.Page, page) && page.Blocks.Any(block => block.Kind == entry.kind))).ShouldBeEmpty();
        NotRun.Keys.Where(info => !DocumentPage.All.Any(page => page.Blocks.Any(block => block.Info == info))).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task The_blocks_of_a_page_do_what_they_show(string path)
    {
        var page = DocumentPage.Read(path);
        var shell = new PageShell(folder.Path);
        File.Copy(Repository.File("DxRules.Admin", "SampleData", "demo-city.json"), Path.Combine(folder.Path, "plan.json"));
        if (page.Content.Contains("--data data", StringComparison.Ordinal))
            await WriteData();
        CodeBlock? before = null;
        foreach (var block in page.Blocks.Where(block => !IsRunElsewhere(page, block) && !NotRun.ContainsKey(block.Info)))
        {
            await Try(page, block, before, shell);
            before = block;
        }
    }

    private async Task Try(DocumentPage page, CodeBlock block, CodeBlock? before, PageShell shell)
    {
        var place = $"{page.Path}:{block.Line}";
        if (block.FileName is { } name)
            Write(name, block.Text);
        switch (block.Kind)
        {
            case "sh":
                foreach (var line in block.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
                    await Run(line, shell);
                break;
            case "csv":
                break;
            case "text":
                before.ShouldNotBeNull(place).Kind.ShouldBe("sh", $"{place}: what a command writes stands right behind it; anything else is a 'text picture'");
                ShouldBeWritten(block.Text, shell.Output, place);
                break;
            case "csharp":
                CompiledCode.Has(block.Text.TrimEnd()).ShouldBeTrue($"{place} is not compiled: see {nameof(CompiledCode)}");
                break;
            case "json":
                ShouldBeRead(block.Text, place);
                break;
            case "yaml" when block.Text.Contains("format: dxrule/1", StringComparison.Ordinal):
                TriedExample.OfRule(block.Text, Path.GetFileName(block.FileName ?? "rule.yaml")).Select(d => DiagnosticPrinter.Print(d, Language.English)).ShouldBeEmpty(place);
                break;
            default:
                page.Blocks.Any(other => other.Kind == "sh" && block.FileName is { } file && other.Text.Contains(file, StringComparison.Ordinal)).ShouldBeTrue($"{place}: no command of the page reads this");
                break;
        }
    }

    private static async Task Run(string line, PageShell shell)
    {
        var plain = string.Join(' ', PageShell.Words(line));
        if (plain.StartsWith("dxrules serve", StringComparison.Ordinal))
            PageShell.ShouldBeUnderstood(line);
        else if (!CommandsNotRun.Keys.Any(start => plain.StartsWith(start, StringComparison.Ordinal)))
            await shell.Run(line);
    }

    // A line of … stands for any number of lines.
    private static void ShouldBeWritten(string shown, string written, string place)
    {
        var from = 0;
        foreach (var part in Omission().Split(shown.TrimEnd()).Where(part => part.Length > 0))
        {
            var at = written.IndexOf(part.Trim('\n'), from, StringComparison.Ordinal);
            at.ShouldBeGreaterThanOrEqualTo(0, $"{place} shows\n{part}\nbut the command wrote\n{written}");
            from = at + part.Length;
        }
    }

    private static void ShouldBeRead(string json, string place)
    {
        if (JsonNode.Parse(json) is JsonObject plan && (string?)plan["format"] == "dxplan/1")
            PlanReader.Read(new SourceText(place, json)).Diagnostics.Select(d => DiagnosticPrinter.Print(d, Language.English)).ShouldBeEmpty();
    }

    // The site of the demonstration, under the name of a city's own.
    private async Task WriteData()
    {
        using var data = await demo.Copy();
        Directory.CreateDirectory(Path.Combine(folder.Path, "data"));
        File.Copy(new SiteOptions(data.Path, [], Demo: true).DatabaseFile, new SiteOptions(Path.Combine(folder.Path, "data"), [], Demo: false).DatabaseFile);
    }

    private void Write(string name, string content)
    {
        var file = Path.Combine([folder.Path, .. name.Split('/')]);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
    }

    private static bool IsRunElsewhere(DocumentPage page, CodeBlock block) => RunElsewhere.Any(entry => IsOf(entry.Page, page) && entry.Kinds.Contains(block.Kind));

    private static bool IsOf(string pattern, DocumentPage page) => Regex.IsMatch(page.Path, $"^{Regex.Escape(pattern).Replace(@"\*", "[^/]+")}$");

    [GeneratedRegex("^ *…\n?", RegexOptions.Multiline)]
    private static partial Regex Omission();
}

namespace DxRules.Tests.Admin.Cli;

public sealed class RulesDocsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    public async Task The_reference_is_written_into_a_new_folder(string language)
    {
        var to = Path.Combine(folder.Path, "reference", language);

        var run = await CommandLine.Run("rules", "docs", "--out", to, "--lang", language);

        run.ExitCode.ShouldBe(0, run.Error);
        foreach (var name in new[] { "writing-rules.md", "language.md", "functions.md", "data-dictionary.md", "diagnostics.md" })
        {
            run.Output.ShouldContain(name);
            File.ReadAllText(Path.Combine(to, name)).ShouldBe(File.ReadAllText(Repository.File("DxRules.Engine", "docs", language, name)));
        }
        foreach (var schema in Directory.GetFiles(Repository.File("rules", "schema")))
            File.ReadAllText(Path.Combine(to, "schema", Path.GetFileName(schema))).ShouldBe(File.ReadAllText(schema));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_told()
    {
        var file = Path.Combine(folder.Path, "a-file");
        File.WriteAllText(file, "");

        var run = await CommandLine.Run("rules", "docs", "--out", file, "--lang", "en");

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("cannot be written");
    }
}

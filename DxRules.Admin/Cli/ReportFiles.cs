using System.CommandLine;
using System.CommandLine.Parsing;
using DxRules.Engine.Alerts;
using DxRules.Engine.Text;

namespace DxRules.Admin.Cli;

/// <summary>A report that a verb was given.</summary>
/// <param name="Name">How messages name it.</param>
internal sealed record ReportFile(string Name, CheckReport Report)
{
    /// <summary>The plans that it holds.</summary>
    public IEnumerable<(string Municipality, string Plan)> Plans => Report.Plans.Select(plan => (plan.Municipality, plan.Plan));
}

/// <summary><c>REPORT…</c>: files that <c>check --format json</c> wrote.</summary>
internal static class ReportFiles
{
    public static Argument<string[]> CreateArgument(Language language, ArgumentArity arity)
    {
        var files = new Argument<string[]>("REPORT")
        {
            Description = new LocalizedText("check --format json が出力したファイル", "a file that check --format json wrote").In(language),
            Arity = arity,
        };

        // A list of files would take a misspelt option for one of them.
        files.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => token.Value.StartsWith('-')))
                result.AddError(ArgumentErrors.Unknown(token.Value, ((CommandResult)result.Parent!).Command).In(language));
        });
        return files;
    }

    /// <summary>All of them, or null where one cannot be used; what is wrong with each is on standard error.</summary>
    public static IReadOnlyList<ReportFile>? ReadOrSay(IEnumerable<string> files, Terminal terminal, Language language)
    {
        var reports = files.Select(file => ReadOrSay(file, terminal, language)).ToList();
        return reports.Contains(null) ? null : [.. reports.OfType<ReportFile>()];
    }

    private static ReportFile? ReadOrSay(string file, Terminal terminal, Language language)
    {
        if (TextOrSay(file, terminal, language) is not { } text)
            return null;
        var (report, diagnostics) = ReportJson.Read(new SourceText(file, text));
        DiagnosticOutput.Write(terminal.Error, diagnostics, language);
        if (report?.Plans.GroupBy(plan => (plan.Municipality, plan.Plan)).FirstOrDefault(plan => plan.Count() > 1) is { } twice)
        {
            terminal.Error.WriteLine(new LocalizedText(
                $"dxrules: {file} には計画 {twice.Key.Plan} が二度あります。", $"dxrules: {file} holds the plan {twice.Key.Plan} twice.").In(language));
            return null;
        }
        return report is null ? null : new ReportFile(file, report);
    }

    /// <summary>What a file says, or null and on standard error why it cannot be opened.</summary>
    public static string? TextOrSay(string file, Terminal terminal, Language language)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            terminal.Error.WriteLine(new LocalizedText($"dxrules: {file} というファイルはありません。", $"dxrules: there is no file {file}.").In(language));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            terminal.Error.WriteLine(new LocalizedText($"dxrules: {file} を開けません: {failure.Message}", $"dxrules: {file} cannot be opened: {failure.Message}").In(language));
        }
        return null;
    }
}

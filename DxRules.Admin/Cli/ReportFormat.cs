using System.CommandLine;
using DxRules.Engine.Text;

namespace DxRules.Admin.Cli;

/// <summary><c>--format</c>: in what shape a report is printed.</summary>
internal enum ReportFormat
{
    Text,
    Json,
    Ndjson,
    Csv,
    Sarif,
}

internal static class ReportFormats
{
    public static Option<ReportFormat> CreateOption(Language language) => Choice.Option(
        "--format",
        new LocalizedText("出力の形式", "format of the output"),
        language,
        ReportFormat.Text,
        [.. Enum.GetValues<ReportFormat>().Select(format => (format.ToString().ToLowerInvariant(), format))]);
}

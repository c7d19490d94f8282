using System.CommandLine;
using DxRules.Engine.Text;

namespace DxRules.Admin.Cli;

/// <summary>Whether a verb writes for people or for programs.</summary>
internal enum OutputFormat
{
    Text,
    Json,
}

/// <summary><c>--format text|json</c>.</summary>
internal static class OutputFormats
{
    public static Option<OutputFormat> CreateOption(Language language) => Choice.Option(
        "--format",
        new("出力の形式", "format of the output"),
        language,
        OutputFormat.Text,
        ("text", OutputFormat.Text),
        ("json", OutputFormat.Json));
}

using System.Globalization;
using System.Text;

namespace DxRules.Hosting;

/// <summary>Tells whether files changed, without reading them: names, lengths and times of writing.</summary>
internal static class RuleFileState
{
    private static readonly EnumerationOptions Below = new() { RecurseSubdirectories = true, MatchCasing = MatchCasing.CaseInsensitive };

    /// <summary>The same for the same files; something else after any change, also where they cannot be looked at.</summary>
    /// <param name="places">Folders, of which the *.yaml files at any depth count, and files.</param>
    public static string Of(IReadOnlyList<string> places)
    {
        var state = new StringBuilder();
        foreach (var place in places)
        {
            try
            {
                foreach (var file in FilesOf(place).OrderBy(file => file.FullName, StringComparer.Ordinal))
                    state.Append(CultureInfo.InvariantCulture, $"{file.FullName}\n{file.Length}\n{file.LastWriteTimeUtc.Ticks}\n");
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                state.Append(CultureInfo.InvariantCulture, $"{place}\n{error.GetType().Name}\n");
            }
        }
        return state.ToString();
    }

    private static IEnumerable<FileInfo> FilesOf(string place) =>
        Directory.Exists(place) ? new DirectoryInfo(place).EnumerateFiles("*.yaml", Below) : [new FileInfo(place)];
}

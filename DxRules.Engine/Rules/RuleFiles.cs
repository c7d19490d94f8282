using System.Text;
using DxRules.Engine.Text;

namespace DxRules.Engine.Rules;

/// <summary>Takes the *.yaml files of a folder from the disk.</summary>
internal static class RuleFiles
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The files at or below a folder, in ordinal order. They are named by the path as it was given, with /.</summary>
    public static List<SourceText> Read(string path, Limits limits, List<Diagnostic> diagnostics)
    {
        var folder = new SourceText(Slashes(path), "");
        if (!Directory.Exists(path))
        {
            diagnostics.Add(RuleErrors.NoFolder(folder));
            return [];
        }
        if (NamesIn(path, folder, diagnostics) is not { } names)
            return [];
        if (names.Count > limits.RuleFiles)
        {
            diagnostics.Add(RuleErrors.TooMany(folder, names.Count, limits.RuleFiles));
            return [];
        }
        return [.. names.Select(name => ReadFile(name, limits, diagnostics)).OfType<SourceText>()];
    }

    // A folder on a share may go while it is listed.
    private static List<string>? NamesIn(string path, SourceText folder, List<Diagnostic> diagnostics)
    {
        try
        {
            return [.. Directory.EnumerateFiles(path, "*.yaml", new EnumerationOptions { RecurseSubdirectories = true, MatchCasing = MatchCasing.CaseInsensitive })
                .Order(StringComparer.Ordinal)];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            diagnostics.Add(RuleErrors.Unreadable(folder, error.Message));
            return null;
        }
    }

    /// <summary>The files inside the engine's assembly, named as in its repository.</summary>
    public static List<SourceText> Packaged()
    {
        var assembly = typeof(RuleFiles).Assembly;
        return [.. assembly.GetManifestResourceNames().Where(name => name.StartsWith("rules/", StringComparison.Ordinal) || name.StartsWith("rules\\", StringComparison.Ordinal))
            .Select(name => new SourceText(Slashes(name), ReadResource(assembly, name)))
            .OrderBy(file => file.Name, StringComparer.Ordinal)];
    }

    private static string ReadResource(System.Reflection.Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, StrictUtf8);
        return reader.ReadToEnd();
    }

    /// <summary>A file as text, or null with a diagnostic.</summary>
    public static SourceText? ReadFile(string path, Limits limits, List<Diagnostic> diagnostics)
    {
        var file = new SourceText(Slashes(path), "");
        try
        {
            var size = new FileInfo(path).Length;
            if (size <= limits.RuleFileBytes)
                return new SourceText(file.Name, StrictUtf8.GetString(File.ReadAllBytes(path)).TrimStart('\uFEFF'));
            diagnostics.Add(RuleErrors.TooLarge(file, size, limits.RuleFileBytes));
        }
        catch (DecoderFallbackException)
        {
            diagnostics.Add(RuleErrors.NotUtf8(file));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            diagnostics.Add(RuleErrors.Unreadable(file, error.Message));
        }
        return null;
    }

    private static string Slashes(string path) => path.Replace('\\', '/');
}

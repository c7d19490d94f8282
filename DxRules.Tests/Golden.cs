using System.Runtime.CompilerServices;

namespace DxRules.Tests;

/// <summary>Texts kept in files, so that a change in them is read by somebody. DXRULES_WRITE_GOLDEN=1 writes them anew.</summary>
internal static class Golden
{
    /// <summary>Compares with a file beside the test.</summary>
    public static void ShouldMatch(string actual, string name, [CallerFilePath] string test = "") =>
        ShouldMatchFile(actual, Path.Combine(Path.GetDirectoryName(test)!, name));

    /// <summary>Compares with a file of the repository.</summary>
    public static void ShouldMatchFile(string actual, string file)
    {
        if (Environment.GetEnvironmentVariable("DXRULES_WRITE_GOLDEN") == "1")
            File.WriteAllText(file, actual);
        actual.ShouldBe(File.ReadAllText(file));
    }
}

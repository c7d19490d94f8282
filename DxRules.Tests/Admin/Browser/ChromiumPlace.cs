namespace DxRules.Tests.Admin.Browser;

/// <summary>Where this machine keeps a Chromium: the file that an environment variable names, else the first one on the path.</summary>
internal static class ChromiumPlace
{
    public const string Variable = "DXRULES_CHROMIUM";

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome.exe", "msedge.exe"];

    private static readonly string[] UsualFolders =
    [
        "/usr/bin",
        "/snap/bin",
        "/Applications/Chromium.app/Contents/MacOS",
        @"C:\Program Files\Google\Chrome\Application",
        @"C:\Program Files (x86)\Microsoft\Edge\Application",
    ];

    /// <returns>Null where there is none. A variable that names no file is an error: somebody meant that browser and no other.</returns>
    public static string? Find()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
            return File.Exists(named) ? named : throw new FileNotFoundException($"{Variable} names '{named}', where no browser is.", named);
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Concat(UsualFolders);
        return folders.SelectMany(folder => Names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
    }
}

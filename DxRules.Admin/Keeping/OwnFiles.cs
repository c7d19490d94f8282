namespace DxRules.Admin.Keeping;

/// <summary>Files and folders that nobody reads but the account that made them: they hold everything a site knows.</summary>
internal static class OwnFiles
{
    private const UnixFileMode Own = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static DirectoryInfo Folder(string path) => OperatingSystem.IsWindows() ? Directory.CreateDirectory(path) : Directory.CreateDirectory(path, Own | UnixFileMode.UserExecute);

    /// <summary>A file that is not there yet.</summary>
    public static FileStream New(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = Own;
        return new FileStream(path, options);
    }

    /// <summary>Takes a file from everybody else, where another library made it.</summary>
    public static void Keep(string path)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, Own);
    }

    /// <summary>Whether others than the owner can read or change what is there. Windows says so elsewhere.</summary>
    public static bool IsOpenToOthers(string path) => !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~(Own | UnixFileMode.UserExecute)) != 0;
}

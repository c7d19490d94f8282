using System.Globalization;

namespace DxRules.Admin.Keeping;

/// <summary>
/// Held by a site as long as it runs, so that no second one runs on the same data and nobody replaces them meanwhile. The operating system lets go of it
/// when the process ends, however it ends.
/// </summary>
internal sealed class FolderLock : IDisposable
{
    private readonly FileStream held;

    private FolderLock(FileStream held) => this.held = held;

    /// <summary>Takes the lock that belongs to a database; null where another process has it.</summary>
    public static FolderLock? Take(string databaseFile)
    {
        var file = Path.ChangeExtension(databaseFile, ".lock");
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            var held = new FileStream(file, options);

            // For whoever looks at the folder and wonders who it is.
            held.SetLength(0);
            held.Write(System.Text.Encoding.ASCII.GetBytes(Environment.ProcessId.ToString(CultureInfo.InvariantCulture) + "\n"));
            held.Flush();
            return new FolderLock(held);
        }
        catch (IOException failure) when (failure is not (FileNotFoundException or DirectoryNotFoundException) && IsHeld(failure))
        {
            return null;
        }
    }

    public void Dispose() => held.Dispose();

    // EWOULDBLOCK on Linux and macOS, ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION on Windows.
    private static bool IsHeld(IOException failure) => (failure.HResult & 0xFFFF) is 11 or 35 or 32 or 33;
}

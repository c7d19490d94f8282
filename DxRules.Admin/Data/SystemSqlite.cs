using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SQLitePCL;

namespace DxRules.Admin.Data;

/// <summary>
/// Prefers the SQLite library of the operating system, which gets security fixes with it; where there is none, the bundled one is used.
/// </summary>
internal static class SystemSqlite
{
    private const string Bundled = "e_sqlite3";

    // Debian, Red Hat and Alpine all install the library under this name; elsewhere the bundled one is taken.
    private const string OnLinux = "libsqlite3.so.0";

    [ModuleInitializer]
    internal static void Prefer() =>
        NativeLibrary.SetDllImportResolver(typeof(SQLite3Provider_e_sqlite3).Assembly, Resolve);

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path) =>
        name == Bundled && OperatingSystem.IsLinux() && NativeLibrary.TryLoad(OnLinux, out var library) ? library : 0;
}

using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace DxRules.Tests.Admin.Crashes;

/// <summary>The site as a process of its own, to be killed.</summary>
internal sealed class SiteProcess : IDisposable
{
    private static readonly string Program = Environment.GetEnvironmentVariable("DXRULES_CRASH_PROGRAM") ??
        Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "DxRules.Admin", new DirectoryInfo(AppContext.BaseDirectory).Name, "DxRules.Admin.dll"));

    private readonly Process process;

    private SiteProcess(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    public static async Task<SiteProcess> Start(string folder)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [Program, "serve", "--data", folder, "--urls", "http://127.0.0.1:0", "--lang", "en"])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        var process = Process.Start(start)!;
        var said = process.StandardError.ReadToEndAsync();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (Regex.Match(line, @"http://127\.0\.0\.1:\d+") is { Success: true } address)
                return new SiteProcess(process, new Uri(address.Value));
        }
        throw new InvalidOperationException($"The site did not start: {await said}");
    }

    public HttpClient Browser(Cookie session)
    {
        var cookies = new CookieContainer();
        cookies.Add(new Cookie(session.Name, session.Value, "/", Address.Host));
        return new HttpClient(new SocketsHttpHandler { CookieContainer = cookies }) { BaseAddress = Address };
    }

    /// <summary>Ends it as the power does: nothing of it runs any more, not even what would clean up.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    public void Dispose()
    {
        if (!process.HasExited)
            Kill();
        process.Dispose();
    }
}

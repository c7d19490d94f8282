using System.Diagnostics;
using System.Text.RegularExpressions;

namespace DxRules.Tests.Package;

/// <summary>The command as another city gets it: from a feed of packages, run in a folder that is not ours.</summary>
public sealed class PackedToolTests : IDisposable
{
    private readonly string version = $"0.0.1-test.{Guid.NewGuid():N}";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("dxrules-tool-");

    private string Tools => Path.Combine(folder.FullName, "tools");

    private string Program => Path.Combine(Tools, OperatingSystem.IsWindows() ? "dxrules.exe" : "dxrules");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task The_installed_tool_checks_a_plan_and_serves_the_site_with_its_styles_and_can_be_removed()
    {
        Install();

        var (exitCode, output) = await Check(Repository.File("DxRules.Admin", "SampleData", "demo-city.json"));
        exitCode.ShouldBe(1, output);
        output.ShouldContain("KPI-02");
        (await SizeOf("site.css")).ShouldBe(new FileInfo(Repository.File("DxRules.Admin", "wwwroot", "site.css")).Length);

        var removed = DotnetCommand.RunIn(folder.FullName, "tool", "uninstall", "DxRules.Admin", "--tool-path", Tools);
        removed.ExitCode.ShouldBe(0, removed.Output);
        File.Exists(Program).ShouldBeFalse();
    }

    private void Install()
    {
        var packed = DotnetCommand.Run("pack", "DxRules.Admin", "-o", folder.FullName, $"-p:PackageVersion={version}", "-nodeReuse:false", "-v", "q");
        packed.ExitCode.ShouldBe(0, packed.Output);
        var feed = Path.Combine(folder.FullName, "nuget.config");
        File.WriteAllText(feed, $"""<configuration><packageSources><clear /><add key="local" value="{folder.FullName}" /></packageSources></configuration>""");
        var installed = DotnetCommand.RunIn(folder.FullName, "tool", "install", "DxRules.Admin", "--version", version, "--tool-path", Tools, "--configfile", feed);
        installed.ExitCode.ShouldBe(0, installed.Output);
    }

    private async Task<(int ExitCode, string Output)> Check(string plan)
    {
        using var process = Start("check", plan, "--as-of", "2025-05-31");
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output);
    }

    private async Task<long> SizeOf(string path)
    {
        using var process = Start("serve", "--urls", "http://127.0.0.1:0", "--data", "data");
        try
        {
            for (var line = await process.StandardOutput.ReadLineAsync(); line is not null; line = await process.StandardOutput.ReadLineAsync())
            {
                if (Regex.Match(line, @"http://127\.0\.0\.1:\d+$") is not { Success: true } address)
                    continue;
                using var browser = new HttpClient();
                return (await browser.GetByteArrayAsync(new Uri(new Uri(address.Value), path))).Length;
            }
            throw new InvalidOperationException("The site ended before it told its address.");
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
    }

    private Process Start(params string[] arguments) =>
        Process.Start(new ProcessStartInfo(Program, arguments) { WorkingDirectory = folder.FullName, RedirectStandardOutput = true })!;
}

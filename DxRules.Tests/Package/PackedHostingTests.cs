using System.Diagnostics;
using System.Text.RegularExpressions;

namespace DxRules.Tests.Package;

/// <summary>The second package as a web project outside of the solution takes it: from a local feed, by its README.</summary>
[Collection(nameof(PackedPackages))]
public class PackedHostingTests(PackedEngine package)
{
    private static readonly string Readme = File.ReadAllText(Repository.File("DxRules.Engine", "Hosting", "README.md"));
    private static readonly string EngineReadme = File.ReadAllText(Repository.File("DxRules.Engine", "package", "README.md"));
    private static readonly string Rule = File.ReadAllText(Directory.EnumerateFiles(Repository.File("rules", "schedule"), "SCH-02-*.yaml").Single());

    [Fact]
    public void It_depends_on_the_engine_and_on_three_packages_of_the_framework()
    {
        package.Manifest("DxRules.Hosting").Dependencies().ShouldBe(
        [
            ("DxRules.Engine", package.Version),
            ("Microsoft.Extensions.Hosting.Abstractions", "10.0.14"),
            ("Microsoft.Extensions.Logging.Abstractions", "10.0.14"),
            ("Microsoft.Extensions.Options.ConfigurationExtensions", "10.0.14"),
        ]);
    }

    [Fact]
    public async Task A_web_project_that_refers_to_it_alone_answers_with_a_check_and_takes_up_changed_rules()
    {
        var folder = package.WriteProject(
            Block(Readme, "csharp"),
            "DxRules.Hosting",
            "Microsoft.NET.Sdk.Web",
            ("appsettings.json", """{ "DxRules": { "RulesFolder": "rules", "PollInterval": "00:00:01" }, "Urls": "http://127.0.0.1:0" }"""),
            ("rules/SCH-02.yaml", Rule));
        var built = DotnetCommand.RunIn(folder, "build", "-nodeReuse:false", "-v", "q");
        built.ExitCode.ShouldBe(0, built.Output);
        using var site = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine("bin", "Debug", "net10.0", "Consumer.dll")]) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
        try
        {
            using var browser = new HttpClient { BaseAddress = await Address(site), Timeout = TimeSpan.FromMinutes(2) };
            (await Check(browser)).ShouldStartWith("""["SCH-02 Critical: """);

            File.WriteAllText(Path.Combine(folder, "rules", "SCH-02.yaml"), Rule.Replace("id: SCH-02", "id: CITY-02"));
            var answer = "";
            for (var tries = 0; tries < 60 && !answer.Contains("CITY-02"); tries++)
            {
                await Task.Delay(500);
                answer = await Check(browser);
            }
            answer.ShouldStartWith("""["CITY-02 Critical: """);
            (await browser.GetStringAsync("health")).ShouldBe("ok");
        }
        finally
        {
            site.Kill(entireProcessTree: true);
            await site.WaitForExitAsync();
        }
    }

    private static async Task<string> Check(HttpClient browser)
    {
        var answer = await browser.PostAsync("check", new StringContent(Block(EngineReadme, "json")));
        return System.Text.Json.JsonSerializer.Serialize(System.Text.Json.JsonSerializer.Deserialize<string[]>(await answer.Content.ReadAsStringAsync()));
    }

    private static async Task<Uri> Address(Process site)
    {
        for (var line = await site.StandardOutput.ReadLineAsync(); line is not null; line = await site.StandardOutput.ReadLineAsync())
        {
            if (Regex.Match(line, @"http://127\.0\.0\.1:\d+") is { Success: true } address)
            {
                // Nobody may wait for a reader of the rest of its log.
                _ = site.StandardOutput.ReadToEndAsync();
                return new Uri(address.Value);
            }
        }
        throw new InvalidOperationException("The site ended before it told its address.");
    }

    private static string Block(string page, string language) => new Regex($"```{language}\n(.*?)```", RegexOptions.Singleline).Match(page.ReplaceLineEndings("\n")).Groups[1].Value;
}

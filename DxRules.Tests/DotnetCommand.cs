using System.Diagnostics;

namespace DxRules.Tests;

/// <summary>Runs the SDK's command at the root of the repository, on what the tests were built with, so that nothing is built twice and the network is not needed.</summary>
internal static class DotnetCommand
{
    private static readonly string Configuration = new DirectoryInfo(AppContext.BaseDirectory).Name.Split('_')[0];

    /// <param name="verb">What is done: publish, run.</param>
    public static (int ExitCode, string Output) Run(string verb, params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
        };
        foreach (var argument in (string[])[verb, "--no-build", "-c", Configuration, .. arguments])
            start.ArgumentList.Add(argument);
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }
}

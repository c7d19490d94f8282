using System.Diagnostics;

namespace DxRules.Tests;

/// <summary>Runs a command at the root of the repository, on what the tests were built with, so that nothing is built twice and the network is not needed.</summary>
internal static class DotnetCommand
{
    // The folder of the tests is bin/<project>/<configuration>.
    private static readonly string Folder = new DirectoryInfo(AppContext.BaseDirectory).Name;

    /// <summary>The SDK's command.</summary>
    /// <param name="verb">What is done: publish, run.</param>
    public static (int ExitCode, string Output) Run(string verb, params string[] arguments) =>
        Start([verb, "--no-build", "-c", Folder.Split('_')[0], .. arguments]);

    /// <summary>The SDK's command in a folder of its own, on nothing that was built before.</summary>
    public static (int ExitCode, string Output) RunIn(string folder, params string[] arguments) => Start(arguments, folder);

    private static (int ExitCode, string Output) Start(string[] arguments, string? folder = null)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments)
        {
            WorkingDirectory = folder ?? Repository.Root,
            RedirectStandardOutput = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }
}

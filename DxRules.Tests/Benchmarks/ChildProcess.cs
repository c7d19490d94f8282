using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace DxRules.Benchmarks;

/// <summary>What a process took from its start to its end.</summary>
/// <param name="Seconds">On a clock on the wall.</param>
/// <param name="ProcessorSeconds">Of all processors; 0 where the operating system does not tell.</param>
/// <param name="PeakMegabytes">The most memory it held; 0 where the operating system does not tell.</param>
internal readonly record struct ProcessTiming(double Seconds, double ProcessorSeconds, double PeakMegabytes, string Output);

/// <summary>Starts processes of their own, for what happens only once in each.</summary>
internal static partial class ChildProcess
{
    /// <summary>This program once more, with other arguments; what it prints.</summary>
    public static string Again(params string[] arguments) => Run([Path.Combine(AppContext.BaseDirectory, "DxRules.Benchmarks.dll"), .. arguments]).Output;

    /// <summary>A .NET program.</summary>
    /// <param name="arguments">Its assembly and its arguments.</param>
    /// <param name="input">A file for its standard input; null for none.</param>
    /// <param name="keepsOutput">Whether what it prints is wanted.</param>
    public static ProcessTiming Run(IReadOnlyList<string> arguments, string? input = null, bool keepsOutput = true)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet", arguments)
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        var (clock, before) = (Stopwatch.StartNew(), ChildSeconds());
        using var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var feeding = Task.Run(() => Feed(process, input));
        var (output, peak) = (new StringWriter(CultureInfo.InvariantCulture), 0d);
        var buffer = new char[64 * 1024];
        while (process.StandardOutput.Read(buffer) is > 0 and var length)
        {
            peak = Math.Max(peak, PeakOf(process));
            if (keepsOutput)
                output.Write(buffer, 0, length);
        }
        feeding.Wait();
        process.WaitForExit();
        return new ProcessTiming(clock.Elapsed.TotalSeconds, ChildSeconds() - before, peak, output.ToString());
    }

    private static void Feed(Process process, string? input)
    {
        using var to = process.StandardInput.BaseStream;
        if (input is null)
            return;
        using var from = File.OpenRead(input);
        from.CopyTo(to);
    }

    private static double PeakOf(Process process)
    {
        try
        {
            process.Refresh();
            return process.PeakWorkingSet64 / 1e6;
        }
        catch (InvalidOperationException)
        {
            return 0;
        }
    }

    // Processor time of all children that have ended.
    private static double ChildSeconds()
    {
        var usage = new long[18];
        return OperatingSystem.IsLinux() && ReadUsage(-1, usage) == 0 ? usage[0] + usage[2] + ((usage[1] + usage[3]) / 1e6) : 0;
    }

    [LibraryImport("libc", EntryPoint = "getrusage")]
    private static partial int ReadUsage(int who, [Out] long[] usage);
}

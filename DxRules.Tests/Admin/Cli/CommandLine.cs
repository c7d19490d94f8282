using System.Text;
using DxRules.Admin.Cli;

namespace DxRules.Tests.Admin.Cli;

/// <summary>Runs the command line as a process would, with streams of its own and a clock that stands still.</summary>
internal static class CommandLine
{
    /// <summary>Half past midnight in Japan on 1 June 2025, when it is still 31 May in Greenwich.</summary>
    public static readonly DateTimeOffset Now = new(2025, 5, 31, 15, 30, 0, TimeSpan.Zero);

    public static Task<CommandLineRun> Run(params string[] arguments) => RunWith([], arguments);

    /// <summary>The same with a person at the keyboard, who types these lines.</summary>
    public static Task<CommandLineRun> Answering(string[] lines, params string[] arguments) => Run(Utf8(string.Concat(lines.Select(line => line + "\n"))), asks: true, arguments);

    public static Task<CommandLineRun> RunWith(byte[] input, params string[] arguments) => Run(input, asks: false, arguments);

    private static async Task<CommandLineRun> Run(byte[] input, bool asks, string[] arguments)
    {
        var (output, error) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        var terminal = new Terminal(new MemoryStream(input), output, error, new StoppedClock(), Colour: false, Progress: false, asks);
        var exitCode = await DxRulesCommand.Run(arguments, terminal);
        return new CommandLineRun(exitCode, output.ToString(), error.ToString());
    }

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;

        // No time passes, so no timer ever rings.
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            TimeProvider.System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }
}

internal sealed record CommandLineRun(int ExitCode, string Output, string Error);

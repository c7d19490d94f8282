using System.Diagnostics;
using System.Runtime.InteropServices;

namespace DxRules.Benchmarks;

/// <summary>
/// The time this thread has had a processor for. Other work on the machine does not count, unlike on a clock on the wall; where the
/// operating system does not tell, it is the clock on the wall.
/// </summary>
internal static partial class ThreadClock
{
    // CLOCK_THREAD_CPUTIME_ID of Linux.
    private const int ThreadCpuTime = 3;

    public static double Nanoseconds => OperatingSystem.IsLinux() && Read(ThreadCpuTime, out var time) == 0
        ? (time.Seconds * 1e9) + time.Nanoseconds
        : Stopwatch.GetTimestamp() * 1e9 / Stopwatch.Frequency;

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int Read(int clock, out Time time);

    [StructLayout(LayoutKind.Sequential)]
    private struct Time
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}

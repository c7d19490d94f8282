using Microsoft.Extensions.Logging;

namespace DxRules.Hosting;

/// <summary>What the log is told. Ids never change their meaning.</summary>
internal static partial class Messages
{
    [LoggerMessage(1, LogLevel.Information, "{Rules} rules judge; their set is {RuleSet}.")]
    public static partial void Loaded(this ILogger log, int rules, string ruleSet);

    [LoggerMessage(2, LogLevel.Error, "The rule files have errors and were not taken up; the set {RuleSet} goes on judging.\n{Diagnostics}")]
    public static partial void Refused(this ILogger log, string ruleSet, string diagnostics);

    [LoggerMessage(3, LogLevel.Warning, "The file system does not tell of changes at {Place}; it is looked at every {PollInterval} instead (never, where that is 0).")]
    public static partial void NotWatched(this ILogger log, Exception error, string place, TimeSpan pollInterval);

    [LoggerMessage(4, LogLevel.Error, "The rule files could not be looked at; the rules go on judging.")]
    public static partial void LookFailed(this ILogger log, Exception error);

    [LoggerMessage(5, LogLevel.Error, "What was to be told of reloaded rules failed; the rules themselves stand.")]
    public static partial void ListenerFailed(this ILogger log, Exception error);
}

using DxRules.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DxRules.Tests.Hosting;

/// <summary>A host in a folder of its own with one rule file, and a clock that only the test moves.</summary>
internal sealed class HostedRules : IDisposable
{
    private static readonly string Rule = File.ReadAllText(Repository.File("DxRules.Engine", "docs", "examples", "small-town", "rules", "TOWN-01-no-briefing.yaml"));

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("dxrules-hosting-");
    private readonly LogLines log = new();

    public HostedRules()
    {
        Directory.CreateDirectory(Path.Combine(folder.FullName, "rules"));
        WriteRule(version: 1);
    }

    public ManualTime Time { get; } = new();

    public IReadOnlyList<string> Log => log.Lines;

    public string RuleFile => Path.Combine(folder.FullName, "rules", "TOWN-01.yaml");

    public void WriteRule(int version) => File.WriteAllText(RuleFile, Rule.Replace("version: 1", $"version: {version}"));

    public void BreakRule() => File.WriteAllText(RuleFile, Rule.Replace("subject: 取組", "subject: 取り組み"));

    public IHost Build(params (string Key, string Value)[] settings)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true, ContentRootPath = folder.FullName });
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create("DxRules:" + setting.Key, (string?)setting.Value)));
        builder.Services.AddSingleton<TimeProvider>(Time).AddLogging(logging => logging.AddProvider(log)).AddDxRules();
        return builder.Build();
    }

    public void Dispose() => folder.Delete(recursive: true);

    /// <summary>Waits until the rules stand as they should: a change may be heard of and looked for at the same time.</summary>
    public static async Task<RuleStanding> Until(PlanCheckProvider provider, Func<RuleStanding, bool> isReached)
    {
        for (var waited = 0; !isReached(provider.Standing) && waited < 120_000; waited += 20)
            await Task.Delay(20);
        return provider.Standing;
    }

    private sealed class LogLines : ILoggerProvider, ILogger
    {
        private readonly List<string> lines = [];

        public IReadOnlyList<string> Lines
        {
            get
            {
                lock (lines)
                    return [.. lines];
            }
        }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (lines)
                lines.Add($"{logLevel}: {formatter(state, exception)}");
        }

        public void Dispose()
        {
        }
    }
}

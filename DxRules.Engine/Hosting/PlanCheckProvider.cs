using DxRules.Engine.PlanChecks;
using DxRules.Engine.Rules;
using DxRules.Engine.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DxRules.Hosting;

/// <summary>
/// The rules by which a host checks plans. They are loaded when the host starts, or when they are first asked for; a change of their files is taken up as a
/// whole or not at all, so that no check ever sees half of it. For any number of threads.
/// </summary>
public sealed class PlanCheckProvider : IDisposable
{
    private readonly DxRulesOptions options;
    private readonly ContentRoot root;
    private readonly TimeProvider clock;
    private readonly ILogger<PlanCheckProvider> log;
    private readonly SemaphoreSlim loading = new(1);
    private readonly Lazy<RuleStanding> first;
    private volatile RuleStanding? standing;
    private string? seen;

    internal PlanCheckProvider(IOptions<DxRulesOptions> options, ContentRoot root, TimeProvider clock, ILogger<PlanCheckProvider> log)
    {
        this.options = options.Value;
        this.root = root;
        this.clock = clock;
        this.log = log;
        first = new(LoadFirst);
    }

    /// <summary>Raised after the files were read, whether their rules were taken or had errors, on the thread that read them.</summary>
    public event EventHandler<RuleStanding>? Reloaded;

    /// <summary>The rules that judge. Keep what you are given for as long as one piece of work takes, and ask again for the next.</summary>
    /// <exception cref="RuleLoadException">They are loaded for the first time, and their files have errors.</exception>
    public PlanCheck Current => Standing.Check;

    /// <summary>How the rules stand: for a health endpoint, or a page that shows authors their mistakes.</summary>
    /// <inheritdoc cref="Current"/>
    public RuleStanding Standing => standing ?? first.Value;

    /// <summary>Folders and files whose changes matter, as full paths.</summary>
    internal IReadOnlyList<string> Places =>
        [.. new[] { options.RulesFolder, options.Profile }.OfType<string>().Select(root.PathOf).Concat(standing?.Check.RuleFolders ?? []).Distinct(StringComparer.Ordinal)];

    /// <summary>Reads the files again, whether they changed or not. Two calls at once wait for each other.</summary>
    /// <returns>How the rules stand now; the old ones go on judging where the new ones have errors.</returns>
    public Task<RuleStanding> ReloadAsync(CancellationToken cancellation = default) => ReloadAsync(onlyIfChanged: false, cancellation);

    /// <inheritdoc/>
    public void Dispose() => loading.Dispose();

    // After errors the files are read whenever somebody looks: the mistake may have been mended where nobody watches.
    internal async Task<RuleStanding> ReloadAsync(bool onlyIfChanged, CancellationToken cancellation)
    {
        await loading.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            var before = Standing;
            if (onlyIfChanged && before.IsUpToDate && seen == RuleFileState.Of(Places))
                return before;
            var now = await Task.Run(() => LoadAgain(before), cancellation).ConfigureAwait(false);
            Tell(before, now);
            return now;
        }
        finally
        {
            loading.Release();
        }
    }

    private RuleStanding LoadFirst()
    {
        var (places, state) = (Places, RuleFileState.Of(Places));
        var (check, diagnostics) = Load();
        if (check is null)
            throw new RuleLoadException(diagnostics);
        var now = clock.GetUtcNow();
        standing = new RuleStanding(check, now, now, diagnostics);
        Note(places, state);
        log.Loaded(check.RuleSet.Rules.Count, check.RuleSet.Hash);
        return standing;
    }

    private RuleStanding LoadAgain(RuleStanding before)
    {
        var (places, state) = (Places, RuleFileState.Of(Places));
        var (check, diagnostics) = Load();
        var now = clock.GetUtcNow();
        standing = check is null ? before with { TriedAt = now, Diagnostics = diagnostics } : new RuleStanding(check, now, now, diagnostics);
        Note(places, state);
        return standing;
    }

    // The state from before the files were read, so that what changed meanwhile is seen the next time; unless they named other folders.
    private void Note(IReadOnlyList<string> places, string state) => seen = Places.SequenceEqual(places) ? state : RuleFileState.Of(Places);

    private (PlanCheck? Check, IReadOnlyList<Diagnostic> Diagnostics) Load()
    {
        var folder = options.RulesFolder is { } path ? root.PathOf(path) : null;
        var profile = options.Profile is { } file ? root.PathOf(file) : null;
        PlanCheck.TryLoad(folder, profile, out var check, out var diagnostics, options.Limits, options.OwnRules);
        return (check, diagnostics);
    }

    private void Tell(RuleStanding before, RuleStanding now)
    {
        if (!now.IsUpToDate)
            log.Refused(before.Check.RuleSet.Hash, string.Join(Environment.NewLine, now.Diagnostics.Select(diagnostic => DiagnosticPrinter.Print(diagnostic, Language.English))));
        else
            log.Loaded(now.Check.RuleSet.Rules.Count, now.Check.RuleSet.Hash);
        try
        {
            Reloaded?.Invoke(this, now);
        }
        catch (Exception error)
        {
            log.ListenerFailed(error);
        }
    }
}

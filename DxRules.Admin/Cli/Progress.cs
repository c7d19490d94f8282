using DxRules.Engine.Text;

namespace DxRules.Admin.Cli;

/// <summary>Tells on standard error how far a verb has come, once it has taken a second.</summary>
internal sealed class Progress(Terminal terminal, Language language)
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(1);

    private readonly long start = terminal.Clock.GetTimestamp();
    private TimeSpan next = Between;

    /// <summary>So many are done; says so at most once a second.</summary>
    public void Done(int count)
    {
        var elapsed = terminal.Clock.GetElapsedTime(start);
        if (elapsed < next)
            return;
        next = elapsed + Between;
        var text = new LocalizedText($"{count}計画を点検しました（{(int)elapsed.TotalSeconds}秒）", $"{count} plans checked ({(int)elapsed.TotalSeconds} s)").In(language);

        // On a terminal the line is written over; in a log each stands for itself.
        terminal.Error.Write(terminal.Progress ? $"\r{text}" : $"{text}\n");
        hasLine = terminal.Progress;
    }

    /// <summary>Leaves the line, so that what follows begins on a new one.</summary>
    public void Clear()
    {
        if (hasLine)
            terminal.Error.WriteLine();
        hasLine = false;
    }

    private bool hasLine;
}

using DxRules.Engine.Text;

namespace DxRules.Admin.Cli;

/// <summary>Tells on standard error what a verb is doing, once it has taken a second: on a terminal each second, in a log now and then.</summary>
internal sealed class Progress : IDisposable
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan InLog = TimeSpan.FromSeconds(10);

    private readonly Terminal terminal;
    private readonly Language language;
    private readonly long start;
    private readonly ITimer timer;
    private readonly Lock gate = new();
    private LocalizedText doing;
    private int shown;

    public Progress(Terminal terminal, Language language, LocalizedText doing)
    {
        (this.terminal, this.language, this.doing) = (terminal, language, doing);
        start = terminal.Clock.GetTimestamp();
        timer = terminal.Clock.CreateTimer(_ => Show(), null, First, terminal.Progress ? First : InLog);
    }

    /// <summary>What is being done now.</summary>
    public void Say(LocalizedText now)
    {
        lock (gate)
            doing = now;
    }

    /// <summary>Takes the line away, so that something else can be written there.</summary>
    public void Clear()
    {
        lock (gate)
        {
            if (shown > 0)
                terminal.Error.Write($"\r{new string(' ', shown)}\r");
            shown = 0;
        }
    }

    public void Dispose()
    {
        timer.Dispose();
        Clear();
    }

    private void Show()
    {
        lock (gate)
        {
            var seconds = (int)terminal.Clock.GetElapsedTime(start).TotalSeconds;
            var text = new LocalizedText($"{doing.Ja}…（{seconds}秒）", $"{doing.En}… ({seconds} s)").In(language);
            if (!terminal.Progress)
            {
                terminal.Error.WriteLine(text);
                return;
            }
            Clear();
            terminal.Error.Write(text);
            shown = DiagnosticPrinter.Width(text);
        }
    }
}

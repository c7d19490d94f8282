using System.Text;

namespace DxRules.Tests.Admin.Crashes;

/// <summary>What was seen over many kills.</summary>
internal sealed class CrashCounts
{
    public int Kills { get; set; }

    /// <summary>Milliseconds after which it is killed at the latest; more where there is time, so that what takes longer comes to its end, too.</summary>
    public int Longest { get; init; }

    /// <summary>Jobs under way when the site was killed.</summary>
    public int Interrupted { get; set; }

    /// <summary>Times that what was interrupted was asked for again, and done.</summary>
    public int Repeated { get; set; }

    public List<string> Wrong { get; } = [];

    /// <summary>By action: how often the site said that it was done, and how often it was done and could not be said any more.</summary>
    public SortedDictionary<string, (int Said, int Unsaid)> Actions { get; } = new(StringComparer.Ordinal);

    public override string ToString()
    {
        var text = new StringBuilder($"kills {Kills}, jobs interrupted {Interrupted}, repeated {Repeated}, wrong {Wrong.Count}\n");
        foreach (var (action, (said, unsaid)) in Actions)
            text.Append($"{action}: said {said}, done and not said {unsaid}\n");
        return text.AppendJoin('\n', Wrong).ToString();
    }
}

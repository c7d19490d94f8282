using DxRules.Engine.PlanChecks.CSharp;
using DxRules.Engine.Text;

namespace DxRules.Hosting;

/// <summary>By which rules a host checks plans, and how it takes up changes of their files. Bound to the section <c>DxRules</c> of the configuration, read when the host starts.</summary>
public sealed class DxRulesOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string SectionName = "DxRules";

    /// <summary>A folder of rule files; a relative path counts from the content root. Null for the one the profile builds on, or the rules that come with the engine.</summary>
    public string? RulesFolder { get; set; }

    /// <summary>A city's profile; a relative path counts from the content root. Null for none.</summary>
    public string? Profile { get; set; }

    /// <summary>What rules and plans may cost.</summary>
    public Limits Limits { get; set; } = new();

    /// <summary>Whether changes of the files are taken up while the host runs.</summary>
    public bool Reload { get; set; } = true;

    /// <summary>How long the files must lie still after a change before they are read: editors and copies write in several goes.</summary>
    public TimeSpan ReloadDelay { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How often the files are looked at though nothing was heard of a change, for network shares and containers that tell of none. Zero for never.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Rules written in C#, to stand beside those of the files; set in code.</summary>
    public IList<CSharpRule> OwnRules { get; } = [];
}

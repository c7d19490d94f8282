using DxRules.Engine.Rules;

namespace DxRules.Engine.PlanChecks.CSharp;

/// <summary>A rule written in C#; see <see cref="Rule.For{TSubject}"/>.</summary>
public abstract class CSharpRule
{
    private protected CSharpRule(string id) => Id = id;

    /// <summary>As reports name it.</summary>
    public string Id { get; }

    /// <summary>
    /// The rule as a rule file (dxrule/1) in which conditions are calls, each with its code in a comment: what its hash is made of, and where
    /// messages about it point.
    /// </summary>
    public string Text => Write().Source.Content;

    internal abstract HostedRule Write();
}

using DxRules.Engine.Text;

namespace DxRules.Engine.Feel.Values;

/// <summary>Collects why values became null, which the standard does instead of failing, so that a person can be told.</summary>
internal sealed class NullReasons
{
    private const int Most = 20;

    private readonly List<LocalizedText> reasons = [];

    /// <summary>The reasons in the order in which they arose, each once, the first twenty.</summary>
    public IReadOnlyList<LocalizedText> All => reasons;

    public void Add(LocalizedText reason)
    {
        if (reasons.Count < Most && !reasons.Contains(reason))
            reasons.Add(reason);
    }
}

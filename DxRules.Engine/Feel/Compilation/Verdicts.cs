namespace DxRules.Engine.Feel.Compilation;

/// <summary>What the rules of one kind say of some subjects of a list, as their common code tells it: all that is not quiet. Used again for the next list.</summary>
internal sealed class Verdicts
{
    private (int Subject, int Rule, int Outcome)[] items = new (int, int, int)[16];

    public int Count { get; private set; }

    /// <summary>The places of a subject in its list and of a rule among those of its kind, and the level that fires or one of the constants of <see cref="ExpressionCompiler"/>.</summary>
    public (int Subject, int Rule, int Outcome) this[int index] => items[index];

    public void Add(int subject, int rule, int outcome)
    {
        if (Count == items.Length)
            Array.Resize(ref items, Count * 2);
        items[Count++] = (subject, rule, outcome);
    }

    /// <summary>Forgets all but the first so many.</summary>
    public void Rewind(int count) => Count = count;
}

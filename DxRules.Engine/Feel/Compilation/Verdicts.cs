namespace DxRules.Engine.Feel.Compilation;

/// <summary>What the rules of one kind say of one subject, as their common code tells it: all that is not quiet. Used again for the next subject.</summary>
internal sealed class Verdicts
{
    private (int Rule, int Outcome)[] items = new (int, int)[16];

    public int Count { get; private set; }

    /// <summary>The number of a rule, and the level that fires or one of the constants of <see cref="ExpressionCompiler"/>.</summary>
    public (int Rule, int Outcome) this[int index] => items[index];

    public void Add(int rule, int outcome)
    {
        if (Count == items.Length)
            Array.Resize(ref items, Count * 2);
        items[Count++] = (rule, outcome);
    }

    /// <summary>Forgets all but the first so many.</summary>
    public void Rewind(int count) => Count = count;
}

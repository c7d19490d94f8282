namespace DxRules.Engine.Feel.Syntax;

/// <summary>The names in scope that are made of several tokens, so that the longest one that can be read is.</summary>
internal sealed class NameScope
{
    private readonly Dictionary<string, List<(string[] Words, string Name)>> byFirstWord = new(StringComparer.Ordinal);
    private readonly List<string> declared = [];

    /// <summary>What <see cref="Release"/> takes to forget all that was declared since.</summary>
    public int Mark => declared.Count;

    public void Declare(string name, string[] words)
    {
        if (words.Length < 2)
            return;
        if (!byFirstWord.TryGetValue(words[0], out var names))
            byFirstWord[words[0]] = names = [];
        names.Add((words, name));
        declared.Add(words[0]);
    }

    public void Release(int mark)
    {
        for (var i = declared.Count - 1; i >= mark; i--)
            byFirstWord[declared[i]].RemoveAt(byFirstWord[declared[i]].Count - 1);
        declared.RemoveRange(mark, declared.Count - mark);
    }

    /// <summary>The longest declared name whose tokens stand at <paramref name="index"/>, and how many they are; no name and 0 where none does.</summary>
    public (string? Name, int Length) Longest(IReadOnlyList<Token> tokens, int index)
    {
        (string? Name, int Length) longest = (null, 0);
        if (!byFirstWord.TryGetValue(tokens[index].Text, out var names))
            return longest;
        foreach (var (words, name) in names)
        {
            if (words.Length > longest.Length && StandsAt(words, tokens, index))
                longest = (name, words.Length);
        }
        return longest;
    }

    private static bool StandsAt(string[] words, IReadOnlyList<Token> tokens, int index)
    {
        if (index + words.Length > tokens.Count)
            return false;
        for (var i = 0; i < words.Length; i++)
        {
            var token = tokens[index + i];
            if (token.Kind is TokenKind.Text or TokenKind.Unknown || token.Text != words[i])
                return false;
        }
        return true;
    }
}

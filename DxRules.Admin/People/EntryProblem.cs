namespace DxRules.Admin.People;

/// <summary>Something in what was entered that cannot be taken.</summary>
/// <param name="Field">Name of the field in which it stands; empty where it is about the whole.</param>
/// <param name="TextKey">Its sentence, with <paramref name="Arguments"/> in its places.</param>
internal sealed record EntryProblem(string Field, string TextKey, params object[] Arguments);

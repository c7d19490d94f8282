namespace DxRules.Engine.Feel.Values;

/// <summary>The whole numbers from one to another, ascending; empty where the last is below the first. A list that takes no room.</summary>
public readonly record struct NumberRange(int From, int To);

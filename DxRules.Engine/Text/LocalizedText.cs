namespace DxRules.Engine.Text;

/// <summary>A text in the two languages of the product. Neither is ever null; where only one was written it stands for both.</summary>
public sealed record LocalizedText(string Ja, string En)
{
    public static implicit operator LocalizedText(string both) => new(both, both);

    /// <summary>The text in <paramref name="language"/>.</summary>
    public string In(Language language) => language == Language.Japanese ? Ja : En;
}

/// <summary>The languages in which texts for people are written.</summary>
public enum Language
{
    Japanese,
    English,
}

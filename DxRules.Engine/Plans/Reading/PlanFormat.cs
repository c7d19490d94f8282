namespace DxRules.Engine.Plans.Reading;

/// <summary>Looks whether a file is of the format at all.</summary>
internal static class PlanFormat
{
    public const string Member = "format";

    /// <summary>False if what follows cannot be judged, because the file is of another kind or of another version.</summary>
    public static bool Check(JsonNode root, PlanProblems problems)
    {
        if (root.Kind != JsonKind.Object)
        {
            problems.WrongType(root, Expected.Object);
            return false;
        }

        var format = root.Children.Find(c => c.Name == Member);
        if (format is null)
        {
            problems.FormatMissing(root);
            return true;
        }
        if (format is { Kind: JsonKind.Text } && format.Text == problems.Format.Name)
            return true;
        problems.OtherFormat(format);
        return false;
    }
}

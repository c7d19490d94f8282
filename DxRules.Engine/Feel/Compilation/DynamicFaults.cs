namespace DxRules.Engine.Feel.Compilation;

/// <summary>The wording of every limit that an evaluation in dynamic mode can meet, a method a limit.</summary>
internal static class DynamicFaults
{
    public static EvaluationFault TooManySteps(int most) => new("DX302", new(
        $"計算の手順が上限（{most}）を超えました。リストか範囲が長すぎます。",
        $"The evaluation took more than {most} steps: a list or range is too long."));

    public static EvaluationFault TooManyCalls(int most) => new("DX303", new(
        $"関数の呼び出しの深さが上限（{most}）を超えました。関数が自分を呼び続けています。",
        $"Functions call each other more than {most} deep: one keeps calling itself."));

    public static EvaluationFault TooDeep(int most) => new("DX304", new(
        $"リストやコンテキストの入れ子の深さが上限（{most}）を超えました。",
        $"Lists and contexts lie in each other more than {most} deep."));

    public static EvaluationFault TooLong(int most) => new("DX305", new(
        $"文字列の長さが上限（{most}字）を超えました。",
        $"A text is longer than {most} characters."));
}

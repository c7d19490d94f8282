namespace DxRules.Engine.Text;

/// <summary>
/// What the engine takes at most of anything a person or a program hands it, so that a wrong or hostile file costs little before it is
/// refused. All bounds stand here; a host that needs others hands its own to whatever loads rules or reads plans.
/// </summary>
public sealed record Limits
{
    /// <summary>The bounds where a host names none.</summary>
    public static Limits Default { get; } = new();

    /// <summary>Files in a folder of rules. A city has some hundred rules; many more files mean that another folder was named by mistake.</summary>
    public int RuleFiles { get; init; } = 2_000;

    /// <summary>Bytes of a rule, parameter or profile file. The longest shipped rule has 8 KB.</summary>
    public int RuleFileBytes { get; init; } = 256 * 1024;

    /// <summary>Mappings and lists of a rule, parameter or profile file inside one another; the format itself needs six.</summary>
    public int RuleFileDepth { get; init; } = 32;

    /// <summary>UTF-16 units of one expression. A shipped rule's longest has some 400.</summary>
    public int ExpressionLength { get; init; } = 65_536;

    /// <summary>Height of an expression's tree, to which a chain such as <c>a + b + c</c> adds one an operator. The shipped rules need 12; the stack holds ten times this.</summary>
    public int ExpressionDepth { get; init; } = 200;

    /// <summary>Errors told of one expression, the first ones. Nobody reads more at once.</summary>
    public int ExpressionErrors { get; init; } = 20;

    /// <summary>Errors told of one rule, the first ones.</summary>
    public int RuleErrors { get; init; } = 200;

    /// <summary>Uses of lets in one rule, each of which stands for the whole let. The shipped rules need about ten.</summary>
    public int LetUses { get; init; } = 1_000;

    /// <summary>How deep lets may stand in lets. People lose their way sooner.</summary>
    public int LetDepth { get; init; } = 10;

    /// <summary>Parts of all expressions of one rule, lets written out wherever they are used and loops over written lists once for each member. The shipped rules need about 300; this many compile in about a second.</summary>
    public int RuleParts { get; init; } = 20_000;

    /// <summary>Height of a rule's expressions with their lets written out: two expressions of the highest kind in one another. High ones are walked on a stack of their own, which holds several times this.</summary>
    public int RuleDepth { get; init; } = 400;

    /// <summary>
    /// Members of lists that one rule may look at for one subject. The shipped rules need some hundreds on the largest plans; a million take
    /// some ten milliseconds. In <c>eval</c> also functions called and parts of values handed around; a million take a tenth of a second.
    /// </summary>
    public int Steps { get; init; } = 1_000_000;

    /// <summary>How deep functions written in an expression may call one another (<c>eval</c> only; rules have none).</summary>
    public int Calls { get; init; } = 200;

    /// <summary>Lists, contexts and ranges of one value inside one another (<c>eval</c> only; the values of rules have the depth of their type).</summary>
    public int ValueDepth { get; init; } = 100;

    /// <summary>UTF-16 units of one text made by an expression (<c>eval</c> only; texts of rules come from the plan).</summary>
    public int TextLength { get; init; } = 1_000_000;

    /// <summary>UTF-16 units of a regular expression. Longer ones are read by nobody.</summary>
    public int PatternLength { get; init; } = 1_000;

    /// <summary>The product of the numbers of repetitions in a regular expression, as <c>{3}</c>: its automaton grows with it.</summary>
    public int PatternRepetitions { get; init; } = 10_000;

    /// <summary>Bytes of a plan file. A prefecture-sized plan with ten years of entries takes about 5 MB.</summary>
    public int PlanBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>Objects and lists of a plan file inside one another; the format itself needs 13.</summary>
    public int PlanDepth { get; init; } = 32;

    /// <summary>Values of all kinds in a plan file. A large city's plan has some 50,000.</summary>
    public int PlanValues { get; init; } = 1_000_000;

    /// <summary>Problems told of one plan file; what lies beyond is counted.</summary>
    public int PlanProblems { get; init; } = 200;
}

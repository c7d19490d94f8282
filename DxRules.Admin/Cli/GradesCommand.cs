using System.CommandLine;
using DxRules.Engine.PlanChecks;
using DxRules.Engine.PlanChecks.Grading;
using DxRules.Engine.Plans;
using DxRules.Engine.Text;

namespace DxRules.Admin.Cli;

/// <summary><c>grades PLAN</c>: what the rating scale says of policies, initiatives and KPIs, and from which figures.</summary>
internal static class GradesCommand
{
    public static Command Create(Terminal terminal, Language language)
    {
        var command = new Command("grades", new LocalizedText("施策・取組・指標の評価を、計算式と値とともに示す", "show the grades of policies, initiatives and KPIs with formula and figures").In(language));
        var plan = new Argument<string>("PLAN") { Description = new LocalizedText("計画ファイル", "a plan file").In(language) };
        var asOf = AsOfOption.Create(language);
        var format = OutputFormats.CreateOption(language);
        command.Arguments.Add(plan);
        var rules = RulesOptions.AddTo(command, language);
        command.Options.Add(asOf);
        command.Options.Add(format);
        command.SetAction(parsed =>
        {
            if (rules.LoadOrSay(parsed, terminal, language) is not { } check || SinglePlan.ReadOrSay(parsed.GetRequiredValue(plan), "grades", terminal, language) is not { } document)
                return ExitCode.CouldNotRun;
            var grades = check.Grades(document, AsOfOption.OrToday(parsed.GetValue(asOf), terminal, language));
            if (parsed.GetValue(format) == OutputFormat.Json)
                terminal.Out.Write(GradesJson.Write(grades));
            else
                Print(grades, check, document, terminal.Out, language);
            return ExitCode.Ok;
        });
        return command;
    }

    private static void Print(PlanGrades grades, PlanCheck check, PlanDocument plan, TextWriter output, Language language)
    {
        output.WriteLine(new LocalizedText(
            $"{plan.Municipality.Name} {plan.Plan.Title}  基準日 {grades.AsOf:yyyy-MM-dd}  評価基準 {grades.Scale}",
            $"{plan.Municipality.Name} {plan.Plan.Title}, as of {grades.AsOf:yyyy-MM-dd}, scale {grades.Scale}").In(language));
        foreach (var grade in grades.Subjects)
        {
            var indent = new string(' ', 2 * grade.Subject.Path.Count);
            var symbol = grade.Symbol is { } sign ? $"{sign} " : "";
            var kind = check.NameOf(grade.Subject.Type).In(language);
            output.WriteLine($"{indent}[{symbol}{grade.Label.In(language)}] {kind} {grade.Subject.Title}");
            foreach (var line in Details(grade, check, language))
                output.WriteLine($"{indent}    {line}");
        }
    }

    private static IEnumerable<string> Details(SubjectGrade grade, PlanCheck check, Language language)
    {
        var (colon, between) = language == Language.Japanese ? ("：", "、") : (": ", ", ");
        foreach (var counts in grade.Counts.GroupBy(count => count.Type))
            yield return check.NameOf(counts.Key).In(language) + colon + string.Join(between, counts.Select(count => $"{count.Label.In(language)} {count.Count}"));
        if (grade.Reason is { } reason)
            yield return new LocalizedText("判定できない理由", "not assessable because").In(language) + colon + reason.In(language);
        if (grade.Figures.Count > 0)
            yield return string.Join(between, grade.Figures.Select(figure => $"{figure.Name.In(language)} {figure.Text.In(language)}"));
        if (grade.Origin is { } origin)
            yield return origin.In(language);
        if (grade.Figures.Count > 0)
            yield return grade.Formula.In(language);
    }
}

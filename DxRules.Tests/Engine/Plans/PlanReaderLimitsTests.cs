using System.Diagnostics;
using System.Text;
using DxRules.Engine.Plans;
using DxRules.Engine.Text;

namespace DxRules.Tests.Engine.Plans;

public class PlanReaderLimitsTests
{
    [Fact]
    public void Objects_nested_too_deeply_are_refused_at_their_place()
    {
        var text = """{ "format": "dxplan/1", "plan": """ + string.Concat(Enumerable.Repeat("{\"plan\":", 100_000));

        var problem = PlanReader.Read(new SourceText("plan.json", text)).Diagnostics.ShouldHaveSingleItem();

        problem.Code.ShouldBe("DX400");
        problem.Message.En.ShouldContain("32 levels");
        problem.Span.Start.ShouldBeLessThan(400);
    }

    [Fact]
    public void Too_many_values_are_refused() =>
        Problem("""{ "format": "dxplan/1", "x": [""" + string.Join(',', Enumerable.Repeat("0", Limits.Default.PlanValues)) + "] }").Message.En.ShouldContain("too many values");

    [Fact]
    public void Too_large_a_file_is_refused_without_being_read() =>
        PlanReader.Read("plan.json", new byte[Limits.Default.PlanBytes + 1]).Diagnostics.ShouldHaveSingleItem().Message.En.ShouldContain("too large");

    [Fact]
    public void Ten_megabytes_of_wrong_members_are_read_in_bounded_time_with_bounded_problems()
    {
        var members = string.Join(',', Enumerable.Range(0, 300_000).Select(i => $"\"member{i}\": \"値\""));
        var clock = Stopwatch.StartNew();

        var reading = PlanReader.Read(new SourceText("plan.json", $$"""{ "format": "dxplan/1", {{members}} }"""));

        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
        reading.Diagnostics.Count.ShouldBe(Limits.Default.PlanProblems + 1);
        reading.Diagnostics[^1].Code.ShouldBe("DX499");
        reading.Diagnostics[^1].Message.En.ShouldBe("There are 299802 more problems.");
    }

    [Fact]
    public void Ten_megabytes_of_unresolved_references_are_read_in_bounded_time()
    {
        var departments = string.Join(',', Enumerable.Range(0, 100_000).Select(i => $$"""{ "id": "d{{i}}", "name": "課" }"""));
        var benefits = string.Join(',', Enumerable.Range(0, 100_000).Select(i => $$"""{ "subject": "e{{i}}", "fiscalYear": 2024 }"""));
        var text = $$"""
            { "format": "dxplan/1", "municipality": { "code": "062014", "name": "山形市", "prefecture": "山形県" },
              "plan": { "id": "p", "title": "計画", "status": "inForce" }, "departments": [{{departments}}], "benefits": [{{benefits}}] }
            """;
        var clock = Stopwatch.StartNew();

        var reading = PlanReader.Read(new SourceText("plan.json", text));

        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
        reading.Document.ShouldNotBeNull();
        reading.Diagnostics.Count.ShouldBe(Limits.Default.PlanProblems + 1);
    }

    [Fact]
    public void No_file_makes_the_reader_throw()
    {
        var sample = SamplePlans.Bytes("demo-city.json");
        var random = new Random(20250531);
        for (var i = 0; i < 300; i++)
        {
            var bytes = Damaged(sample, random);

            var reading = PlanReader.Read("plan.json", bytes);

            (reading.Document is null).ShouldBe(reading.Diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error), Encoding.UTF8.GetString(bytes));
            foreach (var problem in reading.Diagnostics)
                DiagnosticPrinter.Print(problem, Language.Japanese).ShouldNotBeEmpty();
        }
    }

    private static Diagnostic Problem(string text) => PlanReader.Read(new SourceText("plan.json", text)).Diagnostics.ShouldHaveSingleItem();

    /// <summary>A part of the sample in which some bytes are taken out, put elsewhere or replaced by signs that mean something to JSON.</summary>
    private static byte[] Damaged(byte[] sample, Random random)
    {
        var bytes = sample.AsSpan(0, random.Next(10) == 0 ? random.Next(sample.Length) : sample.Length).ToArray().ToList();
        for (var i = random.Next(1, 4); i > 0 && bytes.Count > 10; i--)
        {
            var at = random.Next(bytes.Count - 5);
            switch (random.Next(4))
            {
                case 0:
                    bytes.RemoveRange(at, random.Next(1, 5));
                    break;
                case 1:
                    bytes[at] = (byte)"{}[]\",:\\/0-e \n\0\u007f"[random.Next(16)];
                    break;
                case 2:
                    bytes[at] = (byte)random.Next(256);
                    break;
                default:
                    bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, 5));
                    break;
            }
        }
        return [.. bytes];
    }
}

using System.Text;
using DxRules.Engine.Plans;
using DxRules.Engine.Text;

namespace DxRules.Tests.Engine.Plans;

public class PlanReaderTests
{
    private const string Place = "‸";

    private const string Good = """
        {
          "format": "dxplan/1",
          "municipality": { "code": "062014", "name": "山形市", "prefecture": "山形県" },
          "plan": { "id": "plan", "title": "計画", "status": "inForce", "period": { "start": "2022-04", "end": "2027-03" } },
          "categories": [ { "id": "c1", "title": "分野" }, { "id": "c2", "title": "分野", "parent": "c1" } ],
          "departments": [ { "id": "d1", "name": "情報企画課" } ],
          "policies": [
            {
              "id": "p1", "title": "施策", "category": "c2", "departments": [ { "id": "d1" } ],
              "initiatives": [ { "id": "i1", "title": "取組", "progress": 0.5 } ],
              "kpis": [
                { "id": "k1", "title": "指標", "lagMonths": 8, "bounded": true,
                  "series": [ { "id": "s1", "baseline": { "value": 1.5, "fiscalYear": 2020 }, "actuals": [] } ] }
              ]
            }
          ],
          "benefits": [ { "subject": "p1", "fiscalYear": 2024 } ]
        }
        """;

    /// <summary>What is replaced in the good file and by what, with ‸ at the place of the one problem that comes of it (else it is the beginning); then its code and path.</summary>
    public static TheoryData<string, string, string, string, string?> BadFiles => new()
    {
        // the whole file
        { "an empty file", Good, "", "DX403", null },
        { "only blanks", Good, " \n ", "DX403", null },
        { "a table instead", Good, "施策,指標\n1,2", "DX402", null },
        { "a page instead", Good, "\n‸<html>", "DX402", null },
        { "a list instead", Good, "[]", "DX423", "$" },
        { "no format", "\"format\": \"dxplan/1\",", "", "DX405", "$" },
        { "another format", "\"dxplan/1\"", "‸\"dxplan/2\"", "DX406", "$.format" },
        { "a format that is no text", "\"dxplan/1\"", "‸1", "DX406", "$.format" },

        // syntax
        { "a comma after the last element", "\"parent\": \"c1\" } ]", "\"parent\": \"c1\" }‸, ]", "DX411", "$.categories" },
        { "a missing comma", "\"code\": \"062014\", ", "\"code\": \"062014\" ‸", "DX412", "$.municipality" },
        { "a missing bracket", "2024 } ]\n}", "2024 } ]\n‸", "DX410", "$" },
        { "a missing bracket within", "2024 } ]\n}", "2024‸", "DX410", "$.benefits[0]" },
        { "more after the end", "2024 } ]\n}", "2024 } ]\n} ‸}", "DX415", "$" },
        { "a full-width comma", "\"062014\", ", "\"062014\"‸， ", "DX413", "$.municipality" },
        { "a full-width space", "\"062014\", ", "\"062014\",‸　", "DX413", "$.municipality" },
        { "full-width figures", "0.5", "‸０.５", "DX413", "$.policies[0].initiatives[0]" },
        { "a comment", "  \"departments\"", "  ‸// 課\n  \"departments\"", "DX415", "$" },
        { "single quotes", "\"施策\"", "‸'施策'", "DX415", "$.policies[0]" },
        { "a text without quotes", "\"施策\"", "‸施策", "DX415", "$.policies[0]" },
        { "a word in capitals", "true", "‸True", "DX415", "$.policies[0].kpis[0]" },
        { "a number that begins with 0", "0.5", "0‸0.5", "DX415", "$.policies[0].initiatives[0]" },
        { "a text that is not closed", "\"情報企画課\" } ],", "\"情報企画課 } ],‸", "DX414", "$.departments[0]" },
        { "half a character", "\"施策\"", "‸\"\\ud842\"", "DX416", "$.policies[0]" },

        // members
        { "a slip in a name", "\"title\": \"施策\"", "‸\"titel\": \"施策\", \"title\": \"t\"", "DX420", "$.policies[0].titel" },
        { "a name of nothing", "\"title\": \"施策\"", "‸\"担当 課\": \"施策\", \"title\": \"t\"", "DX420", "$.policies[0]['担当 課']" },
        { "a missing member", "{\n      \"id\": \"p1\", \"title\": \"施策\"", "‸{\n      \"id\": \"p1\"", "DX421", "$.policies[0].title" },
        { "a member twice", "\"title\": \"施策\"", "\"title\": \"施策\", ‸\"title\": \"t\"", "DX422", "$.policies[0].title" },
        { "wording of an unknown member", "\"id\": \"d1\",", "\"id\": \"d1\", \"raw\": { ‸\"nama\": \"課\" },", "DX433", "$.departments[0].raw.nama" },
        { "an inferred member that is none", "\"id\": \"d1\",", "\"id\": \"d1\", \"inferred\": [ ‸\"nama\" ],", "DX433", "$.departments[0].inferred[0]" },

        // values
        { "an object instead of a list", "[ { \"id\": \"d1\", \"name\": \"情報企画課\" } ]", "‸{ \"id\": \"d1\" }", "DX423", "$.departments" },
        { "a text instead of an object", "{ \"id\": \"d1\", \"name\": \"情報企画課\" }", "‸\"d1\"", "DX423", "$.departments[0]" },
        { "a number instead of a text", "\"情報企画課\"", "‸12", "DX423", "$.departments[0].name" },
        { "a text instead of a number", "1.5", "‸\"1.5年\"", "DX423", "$.policies[0].kpis[0].series[0].baseline.value" },
        { "a text instead of true", "true", "‸\"true\"", "DX423", "$.policies[0].kpis[0].bounded" },
        { "an era year as text", "\"fiscalYear\": 2020", "\"fiscalYear\": ‸\"令和2年度\"", "DX423", "$.policies[0].kpis[0].series[0].baseline.fiscalYear" },
        { "null where something is required", "\"施策\"", "‸null", "DX423", "$.policies[0].title" },
        { "null where there is a default", "true", "‸null", "DX424", "$.policies[0].kpis[0].bounded" },
        { "null for a list that cannot be unknown", "[ { \"subject\": \"p1\", \"fiscalYear\": 2024 } ]", "‸null", "DX424", "$.benefits" },
        { "null in a list", "{ \"id\": \"d1\", \"name\": \"情報企画課\" }", "‸null", "DX423", "$.departments[0]" },
        { "an empty text", "\"情報企画課\"", "‸\" \"", "DX425", "$.departments[0].name" },
        { "an unknown word", "\"inForce\"", "‸\"inforce\"", "DX426", "$.plan.status" },
        { "a word of another language", "\"inForce\"", "‸\"実施中\"", "DX426", "$.plan.status" },
        { "a date in another form", "\"2022-04\"", "‸\"2022/4/1\"", "DX427", "$.plan.period.start" },
        { "a date of an era", "\"2022-04\"", "‸\"令和4年4月1日\"", "DX427", "$.plan.period.start" },
        { "a date that is none", "\"2022-04\"", "‸\"未定\"", "DX427", "$.plan.period.start" },
        { "a day that does not exist", "\"2022-04\"", "‸\"2022-02-29\"", "DX428", "$.plan.period.start" },
        { "a month that does not exist", "\"2022-04\"", "‸\"2022-13\"", "DX428", "$.plan.period.start" },
        { "a year that does not exist", "\"2022-04\"", "‸\"0004-04\"", "DX428", "$.plan.period.start" },
        { "too large a number", "1.5", "‸1e40", "DX429", "$.policies[0].kpis[0].series[0].baseline.value" },
        { "a fraction of a month", "\"lagMonths\": 8", "\"lagMonths\": ‸8.5", "DX430", "$.policies[0].kpis[0].lagMonths" },
        { "fewer than no months", "\"lagMonths\": 8", "\"lagMonths\": ‸-1", "DX430", "$.policies[0].kpis[0].lagMonths" },
        { "more months than there are", "\"lagMonths\": 8", "\"lagMonths\": ‸3000000000", "DX430", "$.policies[0].kpis[0].lagMonths" },
        { "per cent instead of a share", "0.5", "‸50", "DX431", "$.policies[0].initiatives[0].progress" },
        { "less than nothing", "0.5", "‸-0.1", "DX431", "$.policies[0].initiatives[0].progress" },
        { "the year of an era", "\"fiscalYear\": 2020", "\"fiscalYear\": ‸2", "DX432", "$.policies[0].kpis[0].series[0].baseline.fiscalYear" },
        { "a year with a digit too many", "\"fiscalYear\": 2020", "\"fiscalYear\": ‸20200", "DX432", "$.policies[0].kpis[0].series[0].baseline.fiscalYear" },
        { "a period that ends before it starts", "\"2027-03\"", "‸\"2021-03\"", "DX434", "$.plan.period.end" },
        { "a wrong check digit", "\"062014\"", "‸\"062013\"", "DX435", "$.municipality.code" },
        { "a code of five digits", "\"062014\"", "‸\"06201\"", "DX435", "$.municipality.code" },

        // names
        { "an id of Japanese letters", "\"k1\"", "‸\"指標1\"", "DX440", "$.policies[0].kpis[0].id" },
        { "an id twice", "\"k1\"", "‸\"i1\"", "DX441", "$.policies[0].kpis[0].id" },
        { "an id that is taken", "\"k1\"", "‸\"security-policy\"", "DX442", "$.policies[0].kpis[0].id" },
        { "a category above itself", "\"c1\", \"title\": \"分野\" }", "‸\"c1\", \"title\": \"分野\", \"parent\": \"c2\" }", "DX443", "$.categories[0].id" },
        { "a category that is not there", "\"category\": \"c2\"", "\"category\": ‸\"c3\"", "DX444", "$.policies[0].category" },
        { "a subject that is not there", "\"subject\": \"p1\"", "\"subject\": ‸\"p11\"", "DX444", "$.benefits[0].subject" },
    };

    [Fact]
    public void The_good_file_is_good()
    {
        var reading = PlanReader.Read(new SourceText("plan.json", Good));

        reading.Diagnostics.ShouldBeEmpty();
        reading.Document!.Plan.Period!.Start.ShouldBe(PlanDate.FromMonth(2022, 4));
        reading.Document.Plan.Period.End!.Value.Day.ShouldBe(new DateOnly(2027, 3, 31));
        reading.Document.Policies![0].Kpis![0].Series![0].Actuals.ShouldBeEmpty();
        reading.Document.Policies[0].Initiatives![0].Lanes.ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(BadFiles))]
    public void A_problem_is_told_with_its_place(string what, string replaced, string by, string code, string? path)
    {
        var before = Good.Replace(replaced, by).Split(Place)[0];
        var line = by.Contains(Place) ? before.Count(c => c == '\n') + 1 : 1;
        var column = by.Contains(Place) ? before.Length - before.LastIndexOf('\n') : 1;

        var reading = ReadBad(replaced, by);

        var problem = reading.Diagnostics.ShouldHaveSingleItem(what);
        problem.Code.ShouldBe(code);
        reading.Source.PositionOf(problem.Span.Start).ShouldBe((line, column), problem.Message.En);
        problem.Path.ShouldBe(path);
        (reading.Document is null).ShouldBe(problem.Severity == DiagnosticSeverity.Error);
    }

    [Fact]
    public void Problems_are_told_in_words_a_clerk_understands()
    {
        var output = new StringBuilder();
        foreach (var (what, replaced, by, _, _) in BadFiles.Select(row => row.Data))
        {
            output.Append($"== {what}\n");
            foreach (var problem in ReadBad(replaced, by).Diagnostics)
                output.Append($"{DiagnosticPrinter.Print(problem, Language.Japanese)}\n{DiagnosticPrinter.Print(problem, Language.English)}\n");
        }

        Golden.ShouldMatch(output.ToString(), "PlanReaderTests.golden.txt");
    }

    [Fact]
    public void All_problems_are_told_at_once_in_the_order_of_the_file()
    {
        var text = Good.Replace("062014", "062013").Replace("\"施策\"", "3").Replace("\"s1\"", "\"k1\"").Replace("\"title\": \"指標\", ", "").Replace("2024", "24");

        var reading = PlanReader.Read(new SourceText("plan.json", text));

        reading.Diagnostics.Select(d => d.Code).ShouldBe(["DX435", "DX423", "DX421", "DX441", "DX432"]);
        reading.Document.ShouldBeNull();
    }

    [Fact]
    public void An_unknown_department_is_left_to_the_check() =>
        ReadBad("[ { \"id\": \"d1\" } ]", "[ { \"id\": \"d9\" } ]").Diagnostics.ShouldBeEmpty();

    [Fact]
    public void The_security_policy_can_be_referred_to_though_it_states_no_id() =>
        ReadBad("\"subject\": \"p1\"", "\"subject\": \"security-policy\"").Diagnostics.ShouldBeEmpty();

    [Fact]
    public void A_byte_order_mark_is_told_and_read_over()
    {
        var reading = PlanReader.Read("plan.json", (byte[])[.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Good)]);

        reading.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe("DX404");
        reading.Document.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("DX401", new byte[] { (byte)'{', (byte)'"', 0x8E, 0x52, 0x8C, 0x60 })]   // 山形 in Shift_JIS
    [InlineData("DX401", new byte[] { 0xFF, 0xFE, (byte)'{', 0 })]
    [InlineData("DX402", new byte[] { (byte)'P', (byte)'K', 3, 4, 0xFF })]
    public void A_file_in_another_encoding_is_named_as_such(string code, byte[] bytes) =>
        PlanReader.Read("plan.json", bytes).Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(code);

    [Theory]
    [MemberData(nameof(SamplePlans.Names), MemberType = typeof(SamplePlans))]
    public void The_samples_read_without_a_problem(string name)
    {
        var reading = SamplePlans.Read(name);

        string.Join("\n", reading.Diagnostics.Select(d => DiagnosticPrinter.Print(d, Language.English))).ShouldBe("");
        reading.Document.ShouldNotBeNull();
    }

    private static PlanReading ReadBad(string replaced, string by)
    {
        Good.ShouldContain(replaced);
        return PlanReader.Read(new SourceText("plan.json", Good.Replace(replaced, by.Replace(Place, ""))));
    }
}

namespace DxRules.Tests.Admin.Cli;

public sealed class EvalTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("-1 + 4 * 2", "7\n")]
    [InlineData("\"山形\" + \"市\"", "\"山形市\"\n")]
    [InlineData("[@\"2025-04-01\", {a b: 1}, (< 3)]", "[2025-04-01, {a b: 1}, (<3)]\n")]
    [InlineData("today()", "2025-06-01\n")]
    public async Task An_expression_prints_its_value(string expression, string output)
    {
        var run = await CommandLine.Run("eval", expression);

        run.Error.ShouldBeEmpty();
        run.Output.ShouldBe(output);
        run.ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task Values_come_from_a_context_file()
    {
        var file = Write("context.json", """{"施策": [{"完了 予定": {"$date": "2025-03-31"}, "額": 1.10}, {"完了 予定": null, "額": {"$number": "2"}}], "基準日": {"$date": "2025-04-01"}}""");

        var run = await CommandLine.Run("eval", "{遅れ: 施策[完了 予定 < 基準日], 計: sum(施策.額), 空: null + 1}", "--context", file, "--format", "json", "--lang", "en");

        run.Error.ShouldBeEmpty();
        run.Output.ShouldBe("""
            {
              "value": {
                "遅れ": [
                  {
                    "完了 予定": {
                      "$date": "2025-03-31"
                    },
                    "額": 1.1
                  }
                ],
                "計": 3.1,
                "空": null
              },
              "notes": [
                "'<' is not defined for null and a date.",
                "'+' is not defined for null and a number."
              ]
            }

            """.ReplaceLineEndings("\n"));
        run.ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task Why_a_value_is_null_is_told_beside_it()
    {
        var run = await CommandLine.Run("eval", "\"a\" * 2", "--lang", "en");

        run.ExitCode.ShouldBe(0);
        run.Output.ShouldBe("null\n");
        run.Error.ShouldBe("note: '*' is not defined for a text and a number.\n");
    }

    [Fact]
    public async Task A_mistake_in_the_expression_is_told_with_its_place()
    {
        var run = await CommandLine.Run("eval", "count([1, 2)", "--lang", "en");

        run.ExitCode.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldStartWith("expression:1:12: DX203: ");
        run.Error.ShouldContain("^");
    }

    [Fact]
    public async Task An_unknown_name_is_told_and_null()
    {
        var run = await CommandLine.Run("eval", "cuont([1])", "--lang", "en");

        run.ExitCode.ShouldBe(0);
        run.Output.ShouldBe("null\n");
        run.Error.ShouldStartWith("expression:1:1: DX260: Nothing is known as 'cuont', so that it is null.");
        run.Error.ShouldContain("did you mean count?");
    }

    [Fact]
    public async Task A_limit_is_told_and_nothing_hangs()
    {
        var run = await CommandLine.Run("eval", "for i in 1..1000000000 return i", "--lang", "en");

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldBe("dxrules: DX302: The evaluation took more than 1000000 steps: a list or range is too long.\n");
    }

    [Theory]
    [InlineData("{\"a\": ]", "context.json:1:7: DX261: ")]
    [InlineData("[1]", "context.json:1:1: DX262: ")]
    [InlineData("{\"a\": {\"$date\": \"2025-02-30\"}}", "context.json:1:7: DX263: $date cannot be '2025-02-30'.")]
    [InlineData("{\"系列\": [1,\n {\"値\": 123456789012345678901234567890}]}", "context.json:2:8: DX263: 123456789012345678901234567890 is no number of 28 digits.")]
    [InlineData("{\"a\": {\"b\": 1,\n\"b\": 2}}", "context.json:1:7: DX263: 'b' stands twice.")]
    public async Task A_context_that_cannot_be_read_is_told_with_its_place(string json, string message)
    {
        var run = await CommandLine.Run("eval", "1", "--context", Write("context.json", json), "--lang", "en");

        run.ExitCode.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.Error.Replace(folder.Path + Path.DirectorySeparatorChar, "").ShouldStartWith(message);
    }

    [Theory]
    [InlineData]
    [InlineData("1", "--cases", "cases.jsonl")]
    public async Task Either_an_expression_or_cases_are_given(params string[] arguments)
    {
        var run = await CommandLine.Run(["eval", "--lang", "en", .. arguments]);

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldStartWith("dxrules: Give either EXPRESSION or --cases FILE.\n");
    }

    [Fact]
    public async Task Cases_print_one_object_of_what_passed_and_what_did_not()
    {
        var file = Write("cases.jsonl", """
            {"suite": "s/1", "file": "f.xml", "id": "001", "area": "numbers", "expression": "a + 1", "inputs": {"a": {"$number": "1"}}, "lets": [], "resultType": "number", "types": {}, "expected": {"$number": "2"}, "error": false}
            {"suite": "s/1", "file": "f.xml", "id": "002", "area": "numbers", "expression": "b * 2", "inputs": {}, "lets": [{"name": "b", "expression": "[3]", "type": "number"}], "resultType": "number", "types": {}, "expected": {"$number": "5"}, "error": false}
            """);

        var run = await CommandLine.Run("eval", "--cases", file);

        run.Error.ShouldBeEmpty();
        run.ExitCode.ShouldBe(1);
        run.Output.ShouldBe("""
            {
              "total": 2,
              "passed": 1,
              "suites": {
                "s/1": {
                  "total": 2,
                  "passed": 1
                }
              },
              "failed": [
                {
                  "suite": "s/1",
                  "file": "f.xml",
                  "id": "002",
                  "expression": "b * 2",
                  "expected": {
                    "$number": "5"
                  },
                  "actual": 6,
                  "reason": null
                }
              ]
            }

            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task A_line_that_is_no_case_is_told_with_its_number_and_the_others_are_run()
    {
        var file = Write("cases.jsonl", """{"expression": "1", "expected": 1}""" + "\n{}\n" + """{"expression": "1", "expected": {"$number": "1E99"}}""");

        var run = await CommandLine.Run("eval", "--cases", file, "--lang", "en");

        run.ExitCode.ShouldBe(2);
        run.Output.ShouldContain("\"total\": 2,\n  \"passed\": 1,");
        run.Error.Replace(folder.Path + Path.DirectorySeparatorChar, "").ShouldStartWith("cases.jsonl:2:1: DX264: ");
    }

    private string Write(string name, string content)
    {
        var file = Path.Combine(folder.Path, name);
        File.WriteAllText(file, content);
        return file;
    }
}

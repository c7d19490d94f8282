using DxRules.Engine.Alerts;
using DxRules.Engine.Feel.Values;
using DxRules.Engine.Text;

namespace DxRules.Tests.Engine.Alerts;

public class ReportJsonTests
{
    [Fact]
    public void Members_stand_in_the_order_of_the_format_and_Japanese_is_not_escaped()
    {
        var report = SampleReport.Report with { Plans = [SampleReport.Report.Plans[0] with { Alerts = [SampleReport.Late], Undetermined = [], Faults = [] }] };

        ReportJson.Write(report).ShouldBe("""
            {
              "format": "dxrules-report/1",
              "engine": "0.1.0",
              "asOf": "2025-05-31",
              "ruleSet": {
                "hash": "sha256:aa",
                "rules": [
                  {
                    "id": "SCH-02",
                    "version": 1,
                    "hash": "sha256:bb"
                  },
                  {
                    "id": "SCH-03",
                    "version": 2,
                    "hash": "sha256:cc"
                  }
                ]
              },
              "profile": {
                "name": "default",
                "hash": "sha256:dd",
                "scale": null
              },
              "plans": [
                {
                  "plan": "demo-plan",
                  "municipality": "999997",
                  "hash": "sha256:ee",
                  "laterFactsIgnored": 2,
                  "subjects": {
                    "phase": [
                      "ph-1",
                      "ph-2"
                    ],
                    "plan": [
                      "demo-plan"
                    ]
                  },
                  "alerts": [
                    {
                      "key": "SCH-02/ph-1",
                      "rule": "SCH-02",
                      "version": 1,
                      "category": "schedule",
                      "secret": false,
                      "severity": "critical",
                      "title": {
                        "ja": "完了遅れ",
                        "en": "Phase not completed on time"
                      },
                      "subject": {
                        "type": "phase",
                        "id": "ph-1",
                        "title": "髙橋𠮷　\"窓口\"",
                        "path": [
                          "デモ市DX計画",
                          "(1) 窓口"
                        ]
                      },
                      "message": {
                        "ja": "「髙橋𠮷　\"窓口\"」は令和7年3月31日までの予定ですが、完了していません。",
                        "en": "Phase \"Counter\" was due by 31 March 2025 and is not complete."
                      },
                      "evidence": [
                        {
                          "name": {
                            "ja": "終了日",
                            "en": "end"
                          },
                          "value": "2025-03-31",
                          "unit": null,
                          "text": {
                            "ja": "令和7年3月31日",
                            "en": "31 March 2025"
                          },
                          "formula": null
                        },
                        {
                          "name": {
                            "ja": "ペース",
                            "en": "pace"
                          },
                          "value": 0.74,
                          "unit": null,
                          "text": {
                            "ja": "74%",
                            "en": "74%"
                          },
                          "formula": {
                            "ja": "進捗率 ÷ 期待進捗率",
                            "en": "progress ratio ÷ expected ratio"
                          }
                        },
                        {
                          "name": {
                            "ja": "遅れ日数",
                            "en": "daysLate"
                          },
                          "value": 61,
                          "unit": "日",
                          "text": {
                            "ja": "61日",
                            "en": "61 days"
                          },
                          "formula": null
                        },
                        {
                          "name": {
                            "ja": "年度",
                            "en": "years"
                          },
                          "value": [
                            2023,
                            null,
                            true
                          ],
                          "unit": null,
                          "text": {
                            "ja": "2023、なし、はい",
                            "en": "2023, none, yes"
                          },
                          "formula": null
                        }
                      ],
                      "unknown": [
                        {
                          "ja": "取組.状態",
                          "en": "initiative.status"
                        }
                      ],
                      "clears": {
                        "ja": "完了日を入力すると解消します。",
                        "en": "Entering the completion date clears it."
                      },
                      "foldedUnder": null,
                      "source": [
                        "山形市スマートシティ推進基本計画 第3章第3項"
                      ]
                    }
                  ],
                  "undetermined": [],
                  "notApplicable": [
                    "SCH-02/ph-2"
                  ],
                  "faults": [],
                  "counts": {
                    "info": 0,
                    "notice": 1,
                    "warning": 1,
                    "critical": 1,
                    "undetermined": 3,
                    "quiet": 4,
                    "notApplicable": 1,
                    "faults": 1
                  }
                }
              ]
            }

            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void The_same_report_gives_the_same_bytes_whatever_order_its_subjects_were_collected_in()
    {
        var plan = SampleReport.Report.Plans[0];
        var reversed = plan with { Subjects = plan.Subjects.Reverse().ToDictionary() };

        ReportJson.Write(SampleReport.Report with { Plans = [reversed] }).ShouldBe(ReportJson.Write(SampleReport.Report));
    }

    [Fact]
    public void A_line_holds_the_whole_report_and_ends_with_LF()
    {
        var line = ReportJson.WriteLine(SampleReport.Report);

        line.ShouldStartWith("""{"format":"dxrules-report/1","engine":"0.1.0","asOf":"2025-05-31","ruleSet":""");
        line.IndexOf('\n').ShouldBe(line.Length - 1);
        line.ShouldNotContain('\r');
    }

    [Fact]
    public void A_plan_that_could_not_be_read_follows_the_others_with_what_is_wrong()
    {
        var source = new SourceText("b.json", "{\n  \"ned\": 1 }");
        var wrong = new Diagnostic("DX420", DiagnosticSeverity.Error, new("ありません。", "There is none."), source, new TextSpan(4, 5), null, "$.ned");

        var line = ReportJson.WriteLine(SampleReport.Report with { Plans = [] }, [new("b.json", [wrong])]);

        line.ShouldEndWith("""
            "plans":[],"unreadable":[{"source":"b.json","diagnostics":[{"code":"DX420","severity":"error","line":2,"column":3,"path":"$.ned","message":{"ja":"ありません。","en":"There is none."},"hint":null}]}]}
            """ + "\n");
    }

    [Theory]
    [InlineData("1.500", "1.5")]
    [InlineData("100.00", "100")]
    [InlineData("0.00", "0")]
    [InlineData("-0.0", "0")]
    [InlineData("-12.340", "-12.34")]
    [InlineData("0.0000000000000000000000000001", "0.0000000000000000000000000001")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    [InlineData("7.9228162514264337593543950335", "7.9228162514264337593543950335")]
    [InlineData("7922816251426433759354395033.5", "7922816251426433759354395033.5")]
    public void A_number_has_no_exponent_and_no_zeros_at_its_end(string number, string expected)
    {
        ValueOf(decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(expected);
    }

    [Fact]
    public void Durations_days_of_the_year_and_words_are_written_as_texts()
    {
        ValueOf(new MonthsDuration(12)).ShouldBe("\"P1Y\"");
        ValueOf(new MonthsDuration(-18)).ShouldBe("\"-P1Y6M\"");
        ValueOf(new MonthsDuration(0)).ShouldBe("\"P0M\"");
        ValueOf(new DaysDuration(TimeSpan.FromDays(90))).ShouldBe("\"P90D\"");
        ValueOf(new MonthDay(6, 30)).ShouldBe("\"06-30\"");
        ValueOf(DxRules.Engine.Plans.PlanStatus.InForce).ShouldBe("\"inForce\"");
    }

    [Theory]
    [InlineData("a\"b\\c/d", "a\\\"b\\\\c/d")]
    [InlineData("tab\tline\nreturn\r\u0001", "tab\\tline\\nreturn\\r\\u0001")]
    [InlineData("　渡邊󠄀𠮷①～<&>'", "　渡邊󠄀𠮷①～<&>'")]
    public void Only_what_JSON_demands_is_escaped(string text, string expected)
    {
        ValueOf(text).ShouldBe($"\"{expected}\"");
    }

    [Fact]
    public void Half_of_a_surrogate_pair_becomes_the_replacement_character()
    {
        ValueOf("a\uD842b\uDFB7").ShouldBe("\"a\uFFFDb\uFFFD\"");
    }

    [Fact]
    public void What_was_written_is_read_back_the_same()
    {
        var text = ReportJson.Write(SampleReport.Report);

        var (report, diagnostics) = ReportJson.Read(new SourceText("report.json", text));

        diagnostics.ShouldBeEmpty();
        ReportJson.Write(report!).ShouldBe(text);
        report!.Plans[0].Alerts[0].Evidence[0].Value.ShouldBe(new DateOnly(2025, 3, 31));
        report.Plans[0].Alerts[0].Severity.ShouldBe(SampleReport.Late.Severity);
        report.Plans[0].Undetermined[2].Missing.ShouldBe([new("現況値", "baseline"), new("実績", "actuals")]);
    }

    [Theory]
    [InlineData("\"asOf\": \"2025-05-31\"", "\"asOf\": \"2025-02-30\"", "$.asOf", "日付（例: 2025-05-31） であるべきところが \"2025-02-30\" です。")]
    [InlineData("\"severity\": \"critical\"", "\"severity\": \"fatal\"", "$.plans[0].alerts[0].severity", "info、notice、warning、critical のいずれかであるべきところが \"fatal\" です。")]
    [InlineData("\"laterFactsIgnored\": 2,", "", "$.plans[0]", "\"laterFactsIgnored\" がありません。")]
    [InlineData("dxrules-report/1", "dxplan/1", "$.format", "\"dxrules-report/1\" であるべきところが \"dxplan/1\" です。")]
    [InlineData("\"secret\": false", "\"secret\": 1", "$.plans[0].alerts[0].secret", "true か false であるべきところが 1 です。")]
    public void A_report_that_is_not_one_is_told_with_the_place(string part, string instead, string path, string message)
    {
        var text = ReportJson.Write(SampleReport.Report).Replace(part, instead);

        var (report, diagnostics) = ReportJson.Read(new SourceText("report.json", text));

        report.ShouldBeNull();
        var diagnostic = diagnostics.ShouldHaveSingleItem();
        diagnostic.Code.ShouldBe("DX502");
        diagnostic.Path.ShouldBe(path);
        diagnostic.Message.Ja.ShouldBe(message);
    }

    [Fact]
    public void A_text_that_is_not_JSON_is_told_with_line_and_column()
    {
        var (report, diagnostics) = ReportJson.Read(new SourceText("報告.json", "{\n  \"日本\": nul\n}"));

        report.ShouldBeNull();
        DiagnosticPrinter.Print(diagnostics.ShouldHaveSingleItem(), Language.English).ShouldBe("""
            報告.json:2:12: DX501: This cannot be read as a report: the JSON breaks off or goes wrong here.
              2 |   "日本": nul
                |              ^
            """.ReplaceLineEndings("\n"));
    }

    private static string ValueOf(object value)
    {
        var evidence = new Evidence("x", value, null, "x", null);
        var plan = SampleReport.Report.Plans[0] with { Alerts = [SampleReport.Late with { Evidence = [evidence] }] };
        var line = ReportJson.WriteLine(SampleReport.Report with { Plans = [plan] });
        var start = line.IndexOf("\"value\":", StringComparison.Ordinal) + "\"value\":".Length;
        return line[start..line.IndexOf(",\"unit\":", start, StringComparison.Ordinal)];
    }
}

using DxRules.Engine.PlanChecks.Subjects;
using DxRules.Engine.Plans;
using static DxRules.Tests.Engine.PlanChecks.Subjects.SmallPlans;

namespace DxRules.Tests.Engine.PlanChecks.Subjects;

public sealed class WordingBuilderTests
{
    [Fact]
    public void Every_raw_and_every_text_is_a_wording_with_its_place_as_its_id()
    {
        var series = Rpa with
        {
            Raw = Raw("target", "25件（令和8年度）"),
            Baseline = new Baseline { Value = 16, FiscalYear = 2021, Raw = Raw("fiscalYear", "令和3年度") },
            Actuals = [Actual(2023, null) with { Note = "速報" }, Actual(2023, 18) with { Note = "確定" }],
        };
        var wordings = Build(series).Plan.Wordings;

        TextOf(wordings, "rpa/target").ShouldBe("25件（令和8年度）");
        TextOf(wordings, "rpa/baseline/fiscalYear").ShouldBe("令和3年度");
        TextOf(wordings, "rpa/actuals/2023/note").ShouldBe("速報");
        TextOf(wordings, "rpa/actuals/2023/note~2").ShouldBe("確定");
        TextOf(wordings, "kpi/title").ShouldBe("RPAの利用件数");
        TextOf(wordings, "plan/municipality/name").ShouldBe("山形市");
    }

    [Fact]
    public void The_title_tells_the_subject_and_the_member_in_Japanese()
    {
        var series = Rpa with { Baseline = new Baseline { Value = 16, FiscalYear = 2021, Raw = Raw("fiscalYear", "令和3年度") } };
        var wording = Build(series).Plan.Wordings.Single(w => w.Id == "rpa/baseline/fiscalYear");

        wording.Title.ShouldBe("RPAの利用件数（現況値.年度）");
        wording.Path.ShouldBe(["計画", "RPAの利用件数", "RPAの利用件数"]);
        wording.FiscalYear.ShouldBe(2021);
        wording.Number.ShouldBeNull();
    }

    [Fact]
    public void A_raw_replaces_the_text_it_words_and_tells_what_was_read()
    {
        var policy = new Policy { Id = "p", Title = "健康", Raw = new Dictionary<string, string> { ["title"] = "（1）健 康", ["departments"] = "—" } };
        var wordings = PlanSubjects.Build(Empty with { Policies = [policy] }, AsOf).Wordings;

        TextOf(wordings, "p/title").ShouldBe("（1）健 康");
        var departments = wordings.Single(w => w.Id == "p/departments");
        departments.HasValue.ShouldBeFalse();
        departments.Member.ShouldBe("実施主体");
    }

    [Fact]
    public void What_was_read_from_the_wording_of_a_part_is_its_figure()
    {
        var read = Build(Rpa with { Baseline = new Baseline { Value = 0, FiscalYear = 2021 }, Raw = Raw("baseline", "—") });
        var notRead = Build(Rpa with { Baseline = null, Raw = Raw("baseline", "—") });

        read.Plan.Wordings.Single(w => w.Id == "rpa/baseline").Number.ShouldBe(0);
        notRead.Plan.Wordings.Single(w => w.Id == "rpa/baseline").HasValue.ShouldBeFalse();
    }

    [Fact]
    public void What_is_worded_under_security_is_secret()
    {
        var security = new Security
        {
            Policy = new SecurityPolicy { LegalBases = [new LegalBasis { Title = "番号法" }] },
            Controls = [new Control { Id = "c1", Title = "研修" }],
        };
        var wordings = PlanSubjects.Build(Empty with { Security = security }, AsOf).Wordings;

        wordings.Where(w => w.IsSecret).Select(w => w.Id).ShouldBe(["security-policy/legalBases/1/title", "c1/title"], ignoreOrder: true);
    }

    [Fact]
    public void Texts_in_lists_go_by_their_position()
    {
        var plan = PlanSubjects.Build(Empty with { Plan = Empty.Plan with { Notes = ["一", "二"] } }, AsOf);

        plan.Wordings.Where(w => w.Id.StartsWith("plan/notes", StringComparison.Ordinal)).Select(w => (w.Id, w.Text))
            .ShouldBe([("plan/notes/1", "一"), ("plan/notes/2", "二")]);
    }

    private static Dictionary<string, string> Raw(string member, string wording) => new() { [member] = wording };

    private static string TextOf(WordingNode[] wordings, string id) => wordings.Single(w => w.Id == id).Text;
}

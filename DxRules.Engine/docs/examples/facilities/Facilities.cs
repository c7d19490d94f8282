using DxRules.Engine.Alerts;
using DxRules.Engine.Feel.Values;
using DxRules.Engine.RecordChecks;
using DxRules.Engine.Text;

// [records]
public enum FacilityUse { School, Shelter, Library, Office }

/// <summary>公共施設台帳: what a city keeps of its buildings.</summary>
public sealed record FacilityRegister(string Code, string Name, IReadOnlyList<Facility> Facilities);

public sealed class Facility(string id, string name)
{
    public string Id { get; } = id;
    public string Name { get; } = name;
    public FacilityUse? Use { get; init; }
    public int? BuiltIn { get; init; }
    public bool? IsEarthquakeResistant { get; init; }
    public IReadOnlyList<Inspection>? Inspections { get; init; }   // null: nobody has looked
    public List<Repair> Repairs { get; } = [];
}

public sealed record Inspection(DateOnly On, bool HasDefects);

public sealed record Repair(string Id, string Title, Facility Facility)
{
    public DateOnly? Due { get; init; }
    public DateOnly? CompletedOn { get; init; }
    public long? Cost { get; init; }
}
// [/records]

// [schema]
public static class FacilityWords
{
    public static RecordSchema<FacilityRegister> Schema { get; } = Describe();

    private static RecordSchema<FacilityRegister> Describe()
    {
        var words = new RecordSchemaBuilder();
        words.Enum<FacilityUse>("用途", "facilityUse", "学校", "避難所", "図書館", "庁舎");
        words.Subject<FacilityRegister>("台帳", "register", new("公共施設台帳", "the register of public facilities"), r => r.Code, r => r.Name)
            .List("施設", "facilities", new("台帳の施設", "its facilities"), r => r.Facilities);
        words.Subject<Facility>("施設", "facility", new("公共施設", "a public facility"), f => f.Id, f => f.Name)
            .Under<FacilityRegister>(r => r.Facilities)
            .Fact("用途", "use", new("用途", "what it is used for"), f => f.Use)
            .Fact("建築年", "builtIn", new("建築された年（西暦）", "the year in which it was built"), f => f.BuiltIn)
            .Fact("耐震性", "isEarthquakeResistant", new("耐震性があるか", "whether it resists earthquakes"), f => f.IsEarthquakeResistant)
            .FactList("点検", "inspections", new("点検の記録", "its inspections"), f => f.Inspections)
            .Measure("最終点検日", "lastInspectedOn", new("最後に点検した日", "the day of the last inspection"),
                new("点検の日のうち最も新しいもの", "the latest day of its inspections"), f => LastInspectionOf(f))
            .List("改修", "repairs", new("改修の予定", "planned repairs"), f => f.Repairs);
        words.Part<Inspection>("点検", "inspection", new("点検", "an inspection"))
            .Required("日", "on", new("点検した日", "its day"), i => i.On)
            .Required("不具合", "hasDefects", new("不具合があったか", "whether it found defects"), i => i.HasDefects);
        words.Subject<Repair>("改修", "repair", new("改修の予定", "a planned repair"), r => r.Id, r => r.Title)
            .Under<Facility>(f => f.Repairs, parent: r => r.Facility)
            .Fact("期限", "due", new("終える予定の日", "the day by which it is to be done"), r => r.Due)
            .Event("完了日", "completedOn", new("終えた日", "the day on which it was done"), r => r.CompletedOn)
            .Fact("事業費", "cost", new("見込みの事業費", "its expected cost"), r => r.Cost, unit: _ => "円");
        return words.Build<FacilityRegister>();
    }

    private static Maybe<DateOnly> LastInspectionOf(Facility facility) => facility.Inspections switch
    {
        null => Maybe<DateOnly>.Unknown(FactSet.Of(new Fact("点検", "inspections"))),
        [] => Maybe<DateOnly>.Unknown(FactSet.NotApplicable(new("点検したことがありません。", "It was never inspected."))),
        var inspections => inspections.Max(inspection => inspection.On),
    };
}
// [/schema]

public static class FacilityCheck
{
    public static FacilityRegister Register()
    {
        // [data]
        var school = new Facility("F-01", "第三小学校")
        {
            Use = FacilityUse.School, BuiltIn = 1974, IsEarthquakeResistant = false, Inspections = [new(new DateOnly(2021, 5, 10), HasDefects: true)],
        };
        school.Repairs.Add(new Repair("R-01", "耐震補強", school) { Due = new DateOnly(2025, 3, 31), Cost = 480_000_000 });
        var library = new Facility("F-02", "中央図書館") { Use = FacilityUse.Library, BuiltIn = 1979 };
        var register = new FacilityRegister("062014", "山形市公共施設台帳", [school, library]);
        // [/data]
        return register;
    }

    public static void Run(FacilityRegister register, string rulesFolder, TextWriter output)
    {
        // [check]
        var check = RecordCheck<FacilityRegister>.Load(FacilityWords.Schema, rulesFolder);
        var report = check.Check(register, asOf: new DateOnly(2025, 6, 2)).Plans[0];
        foreach (var alert in report.Alerts)
            output.WriteLine($"{alert.Rule} {alert.Severity} {alert.Subject.Title}: {alert.Message.Ja}");
        foreach (var missing in MissingFactGroup.Of(report.Undetermined))
            output.WriteLine(missing.Sentence(check.Schema.NameOf(missing.SubjectType)).Ja);
        // [/check]
    }

    public static void TestRules(string rulesFolder)
    {
        // [examples]
        if (RecordCheck<FacilityRegister>.TryLoad(FacilityWords.Schema, rulesFolder, profilePath: null, out var check, out var diagnostics))
            diagnostics = check.RunExamples();
        foreach (var diagnostic in diagnostics)
            Console.WriteLine(DiagnosticPrinter.Print(diagnostic, Language.Japanese));
        // [/examples]
    }
}

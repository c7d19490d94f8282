using DxRules.Admin.Data;
using DxRules.Admin.Exchange.Grids;
using DxRules.Admin.Exchange.Imports;
using DxRules.Admin.Sheets;
using DxRules.Engine.Plans;
using DxRules.Engine.Plans.Changes;
using DxRules.Engine.Text;

namespace DxRules.Admin.Exchange.Peers;

/// <summary>Finds what the figures of another municipality would change of a plan.</summary>
internal sealed class PeerImport
{
    private readonly PlanDocument plan;
    private readonly PeerFile file;
    private readonly IReadOnlyDictionary<string, DateOnly> known;
    private readonly string name;
    private readonly string? cityClass;
    private readonly SheetEdits edits = new();
    private readonly List<ImportedRow> rows = [];
    private readonly List<CellProblem> problems = [];
    private readonly Dictionary<(string Series, int Year), CellPlace> places = [];

    /// <param name="known">The day as of which what the plan holds of this municipality was published, by series of ours.</param>
    private PeerImport(string name, PlanDocument plan, PeerFile file, IReadOnlyDictionary<string, DateOnly> known)
    {
        (this.name, this.plan, this.file, this.known) = (name, plan, file, known);
        cityClass = OwnSeries.Of(plan).SelectMany(own => own.Series.Peers).FirstOrDefault(peer => peer.Code == file.Code && peer.Class is not null)?.Class;
    }

    /// <summary>The changes of all pairs together. Nothing is stored.</summary>
    /// <param name="name">How messages name the file.</param>
    public static ImportProposal Propose(string name, PlanDocument plan, PeerFile file, PeerMapping mapping, IEnumerable<PeerDefinitionRow> known) =>
        new PeerImport(name, plan, file, known.Where(row => row.Code == file.Code).ToDictionary(row => row.SeriesId, row => row.AsOf, StringComparer.Ordinal)).Propose(mapping);

    private ImportProposal Propose(PeerMapping mapping)
    {
        if (file.Code == plan.Municipality.Code)
            return Refused(PeerProblems.OwnFile(name, file.Municipality));
        var own = OwnSeries.Of(plan).ToDictionary(series => series.Id, StringComparer.Ordinal);
        var theirs = file.Series.ToDictionary(series => series.Id, StringComparer.Ordinal);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var pair in mapping.Pairs)
        {
            if (!own.TryGetValue(pair.Series, out var ours))
                Tell(null, PeerProblems.Gone(name, pair.Series));
            else if (!theirs.TryGetValue(pair.Other, out var other))
                Tell(null, PeerProblems.Gone(name, pair.Other));
            else if (!taken.Add(pair.Series))
                Tell(PeerFiles.PlaceOf(other.Figures[0]), PeerProblems.ChosenTwice(name, ours.Name));
            else
                Take(ours, other, pair.SameDefinition);
        }
        var changes = PlanDifference.Between(plan, edits.Apply(plan));
        return new ImportProposal(changes, rows, problems, SourcesOf(changes));
    }

    private void Take(OwnSeries own, PeerSeries other, bool? isSame)
    {
        var (fit, first) = (own.FitTo(other), PeerFiles.PlaceOf(other.Figures[0]));
        if (!fit.SameUnit)
            Tell(first, PeerProblems.OtherUnit(name, own.Name, own.Kpi.Unit, other.Name, other.Unit));
        if (isSame == true && !fit.SameCount)
            Tell(first, PeerProblems.NotTheSame(name, own.Name, other.Name));
        var isOlder = known.TryGetValue(own.Id, out var before) && before > file.AsOf;
        if (isOlder)
            Tell(first, PeerProblems.Older(name, own.Name, before));
        foreach (var figure in other.Figures)
        {
            if (isOlder || !fit.SameUnit || (isSame == true && !fit.SameCount))
                rows.Add(RowOf(own, other, figure, ImportOutcome.NotRecognised));
            else
                Take(own, other, figure, isSame);
        }
    }

    private void Take(OwnSeries own, PeerSeries other, PeerFigure figure, bool? isSame)
    {
        var at = PeerFiles.PlaceOf(figure);
        var before = own.Series.Peers.FirstOrDefault(peer => peer.Code == file.Code && peer.FiscalYear == figure.FiscalYear);
        if (before?.AsOf is { } known && known.Day > figure.AsOf)
        {
            Tell(at, PeerProblems.Older(name, own.Name, known.Day));
            rows.Add(RowOf(own, other, figure, ImportOutcome.Unchanged));
            return;
        }
        if (figure.IsProvisional)
            Tell(at, PeerProblems.Provisional(name, other.Name, figure.FiscalYear));
        var after = (before ?? new Peer { Code = file.Code, FiscalYear = figure.FiscalYear, Value = 0, Class = cityClass }) with
        {
            Name = file.Municipality, Value = figure.Value, AsOf = figure.AsOf is { } asOf ? new PlanDate(asOf) : null, SameDefinition = isSame,
        };
        rows.Add(RowOf(own, other, figure, before is null ? ImportOutcome.Added : before == after ? ImportOutcome.Unchanged : ImportOutcome.Changed));
        if (before == after)
            return;
        places[(own.Id, figure.FiscalYear)] = at;
        edits.Change<Series>(own.Id, series => series with
        {
            Peers = before is null ? [.. series.Peers, after] : [.. series.Peers.Select(peer => ReferenceEquals(peer, before) ? after : peer)],
        });
    }

    private ImportedRow RowOf(OwnSeries own, PeerSeries other, PeerFigure figure, ImportOutcome outcome) =>
        new(PeerFiles.PlaceOf(figure), outcome, own.Id, $"{file.Municipality} {other.Name} {Wareki.FormatFiscalYear(figure.FiscalYear)}");

    // The figure of each change: peers/987654:2024, with or without a member behind it.
    private Dictionary<(string Subject, string Member), CellPlace> SourcesOf(IReadOnlyList<PlanChange> changes)
    {
        var byKey = places.ToDictionary(place => (place.Key.Series, $"peers/{file.Code}:{PlanText.Of(place.Key.Year)}"), place => place.Value);
        var sources = new Dictionary<(string, string), CellPlace>();
        foreach (var change in changes)
        {
            var parts = change.Member.Split('/', 3);
            if (parts.Length > 1 && byKey.TryGetValue((change.Subject, $"{parts[0]}/{parts[1].Split('~')[0]}"), out var at))
                sources[(change.Subject, change.Member)] = at;
        }
        return sources;
    }

    private void Tell(CellPlace? at, Diagnostic problem) => problems.Add(new CellProblem(at, problem));

    private static ImportProposal Refused(Diagnostic problem) => new([], [], [new CellProblem(null, problem)], new Dictionary<(string, string), CellPlace>());
}

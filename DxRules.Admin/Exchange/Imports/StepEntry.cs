using DxRules.Engine.Plans;

namespace DxRules.Admin.Exchange.Imports;

/// <summary>What a row says of a phase or milestone.</summary>
internal sealed class StepEntry(RowEntry row, IndexedStep step)
{
    public void Write()
    {
        WriteSpan();
        WriteDate(row.Table.First(ImportField.Start), "start", isStart: true, isPlanned: true);
        WriteDate(row.Table.First(ImportField.End), step.Record is Milestone ? "due" : "end", isStart: false, isPlanned: true);
        WriteDate(row.Table.First(ImportField.StartedOn), "startedOn", isStart: true, isPlanned: false);
        WriteDate(row.Table.First(ImportField.CompletedOn), "completedOn", isStart: false, isPlanned: false);
        WriteDate(row.Table.First(ImportField.ForecastEnd), "forecastEnd", isStart: false, isPlanned: true);
        WriteStatus();
    }

    private void WriteSpan()
    {
        if (row.Table.First(ImportField.Span) is not { } column || row.Words(column) is not { } text)
            return;
        var parts = TextKeys.Signs(text).Split(['~'], StringSplitOptions.TrimEntries);
        var (start, end) = parts switch
        {
            [var from, var to] => (Part(from, isStart: true), Part(to, isStart: false)),
            [var whole] => (Part(whole, isStart: true), Part(whole, isStart: false)),
            _ => (new DateReading(null, null, false), DateReading.Blank),
        };
        if (!start.IsReadable || !end.IsReadable)
        {
            row.Problems.NoDate(row.At(column), text, isYear: false);
            row.Block();
            return;
        }
        Put(column, "start", start);
        Put(column, step.Record is Milestone ? "due" : "end", end);

        static DateReading Part(string text, bool isStart) => DateCell.Read(new Grids.GridCell(text, text), isStart);
    }

    private void WriteDate(MappedColumn? column, string member, bool isStart, bool isPlanned)
    {
        if (column is null)
            return;
        var reading = row.Date(column, isStart, row.Table.Mapping.FiscalYear);
        if (!isPlanned && reading.Raw is { } wording && (wording.Contains("予定", StringComparison.Ordinal) || wording.Contains("見込", StringComparison.Ordinal)))
        {
            row.Problems.NoDate(row.At(column), wording, isYear: false);
            row.Block();
            return;
        }
        Put(column, member, reading);
    }

    private void Put(MappedColumn column, string member, DateReading reading)
    {
        var shape = PlanShape.Of(step.Record.GetType());
        if (reading.Date is not { } date || shape.Find(member) is not { } of)
            return;
        if (!row.Says(step.Id, member, date.ToString(), row.At(column), (PlanDate?)of.Get(step.Record) is { } before && before.Day == date.Day))
            return;
        row.Work.Edits.Change<PlanObject>(step.Id, now =>
        {
            var changed = now with { Raw = Wordings.Of(now.Raw, (member, reading.Raw)) };
            of.Set(changed, date);
            return changed;
        });
    }

    private void WriteStatus()
    {
        if (row.Table.First(ImportField.Status) is not { } column || row.Words(column) is not { } text)
            return;
        if (KpiWords.Work(text) is not { } status)
        {
            row.Problems.NoWord(row.At(column), text, "未着手・実施中・完了・休止・中止");
            return;
        }
        var before = step.Record is Phase phase ? phase.Status : ((Milestone)step.Record).Status;
        if (row.Says(step.Id, "status", text, row.At(column), before == status))
            row.Work.Edits.Change<PlanObject>(step.Id, now => now is Phase phase ? phase with { Status = status } : (Milestone)now with { Status = status });
    }
}

using DxRules.Admin.Localization;
using DxRules.Admin.People;

namespace DxRules.Admin.Sheets;

/// <summary>Whether a part of a sheet has to be filled in.</summary>
internal enum SheetUnitState
{
    /// <summary>The department owes it now.</summary>
    Open,

    /// <summary>It is entered, and can be corrected.</summary>
    Done,

    /// <summary>Nobody asks for it this year; it may be entered all the same.</summary>
    Optional,
}

/// <summary>A part of a sheet that is filled in as one: a report, a year's budget, a phase, a figure.</summary>
/// <param name="Id">Tells it apart from the others of the sheet.</param>
/// <param name="Subject">Id of the subject that it is about.</param>
internal abstract record SheetUnit(string Id, string Subject)
{
    /// <summary>Its kind, named by the text <c>sheet.unit.{Kind}</c>.</summary>
    public abstract string Kind { get; }

    /// <summary>What it is about; null where the card it stands on says so.</summary>
    public abstract string? Title { get; }
    public abstract SheetUnitState State { get; }
    public abstract IReadOnlyList<SheetField> Fields { get; }

    /// <summary>Whether only those may see it who see what is secret.</summary>
    public virtual bool IsSecret => false;

    /// <summary>What helps to fill it in: what was planned, what was said the year before.</summary>
    public virtual IEnumerable<string> Notes(Texts texts) => [];

    /// <summary>What stands out about it and asks for something; null where nothing does.</summary>
    public virtual string? Asks(Texts texts) => null;

    /// <summary>Finds what is wrong between its fields, each of which can be read.</summary>
    public abstract IEnumerable<EntryProblem> Check(SheetValues values);

    /// <summary>Writes what was typed into the plan.</summary>
    public abstract void Write(SheetValues values, SheetEdits edits);

    protected string Key(string member) => $"{Id}/{member}";

    /// <summary>A problem for each needed field that is empty.</summary>
    protected IEnumerable<EntryProblem> Missing(SheetValues values) =>
        Fields.Where(field => field.IsNeeded && !values.Has(field.Key))
            .Select(field => new EntryProblem(field.Key, field.Kind == SheetFieldKind.Choice ? "sheet.wrong.choose" : "sheet.wrong.missing"));
}

using System.Collections;
using System.Linq.Expressions;
using DxRules.Engine.Evaluation;
using DxRules.Engine.Feel.Binding;
using DxRules.Engine.PlanChecks.Subjects;
using DxRules.Engine.Plans;

namespace DxRules.Engine.PlanChecks.Changes;

/// <summary>
/// The facts of a plan that may bear on what a rule says of a subject: those that its conditions read, and for measures, whose formulas are
/// code, all that stands in the subject they are computed for and in what is above it. Too many do no harm: the search tries each.
/// </summary>
internal sealed class FactsRead
{
    private readonly PlanPlaces places;
    private readonly Dictionary<(PlanObject Record, PlanMember? Member), PlanFact> facts = new(new ByIdentity());

    private FactsRead(PlanPlaces places) => this.places = places;

    /// <summary>The facts, the most direct first, else in order of reading.</summary>
    /// <param name="places">Of the plan as it stood at the as-of date.</param>
    public static IReadOnlyList<PlanFact> Of(IReadOnlyList<MemberRead> reads, PlanPlaces places)
    {
        var found = new FactsRead(places);
        foreach (var read in reads)
            found.AddDirect(read);
        foreach (var read in reads.Where(read => read.Member.Kind == MemberKind.Measure))
            found.AddBehind(read.Owner);
        return [.. found.facts.Values.OrderBy(fact => fact.Rank)];
    }

    private void AddDirect(MemberRead read)
    {
        foreach (var (record, member) in RecordReads.Of(read))
        {
            Add(record, member, IsKey(record, member) ? FactRank.Key : FactRank.Direct);

            // A day of completion settles the status, so that changing the status alone may change nothing.
            foreach (var other in PlanShape.Of(record.GetType()).Timed.Where(m => m.ValueKind == PlanValueKind.Date))
                Add(record, other, FactRank.Derived);
        }
        if (read.Member.Type is ListType && PlanVocabulary.RecordOf(read.Owner) is { } holder
            && PlanShape.Of(holder.GetType()).Find(read.Member.En) is { IsList: true, ValueKind: PlanValueKind.Object } list)
            AddRows(holder, list);
    }

    private void AddRows(PlanObject holder, PlanMember list)
    {
        foreach (PlanObject row in (IEnumerable?)list.Get(holder) ?? Array.Empty<PlanObject>())
            Add(row, null, FactRank.Key);
    }

    private void AddBehind(object owner)
    {
        var subject = owner as Node ?? owner.GetType().GetProperty("Series")?.GetValue(owner) as Node;
        if (subject is null)
            return;
        AddBelow(PlanVocabulary.RecordOf(subject)!, withLists: subject is not PlanNode);
        for (var above = subject.Parent; above is not null; above = above.Parent)
            AddBelow(PlanVocabulary.RecordOf(above)!, withLists: false);
    }

    private void AddBelow(PlanObject record, bool withLists)
    {
        foreach (var member in PlanShape.Of(record.GetType()).Members.Where(m => withLists || !m.IsList))
        {
            if (member.ValueKind != PlanValueKind.Object)
                Add(record, member, IsKey(record, member) ? FactRank.Key : FactRank.Derived);
            else if (member.Get(record) is PlanObject held and not (Security or Governance or Municipality))
                AddBelow(held, withLists);
            else if (member.Get(record) is IEnumerable rows)
            {
                foreach (PlanObject row in rows)
                    AddBelow(row, withLists: true);
            }
        }
    }

    private void Add(PlanObject record, PlanMember? member, FactRank rank)
    {
        if (member is { IsList: true } or { IsId: true } or { ValueKind: PlanValueKind.Text or PlanValueKind.Object })
            return;
        if (places.Of(record) is not null && facts.TryGetValue((record, member), out var known) is var isKnown && (!isKnown || known!.Rank > rank))
            facts[(record, member)] = new PlanFact(record, member, rank);
    }

    private static bool IsKey(PlanObject record, PlanMember member) =>
        member.IsFiscalYear || PlanShape.Of(record.GetType()).ExistsSince.Contains(member);

    private sealed class ByIdentity : IEqualityComparer<(PlanObject Record, PlanMember? Member)>
    {
        public bool Equals((PlanObject Record, PlanMember? Member) x, (PlanObject Record, PlanMember? Member) y) =>
            ReferenceEquals(x.Record, y.Record) && x.Member == y.Member;

        public int GetHashCode((PlanObject Record, PlanMember? Member) fact) =>
            HashCode.Combine(System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(fact.Record), fact.Member);
    }
}

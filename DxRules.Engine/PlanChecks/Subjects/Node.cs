using DxRules.Engine.Feel.Binding;
using DxRules.Engine.Feel.Values;
using DxRules.Engine.Plans;

namespace DxRules.Engine.PlanChecks.Subjects;

/// <summary>
/// A subject of a plan as rules see it: its record, what hangs above and below it, and what follows from both. Made anew for every
/// check from the plan as it stood at the as-of date; lists are arrays, and null where nobody knows what is in them.
/// </summary>
internal abstract class Node(string id, string title, Node? parent)
{
    private SubjectIdentity? identity;

    /// <summary>Unique in the document and stable over the years.</summary>
    public string Id { get; } = id;

    /// <summary>As people know it.</summary>
    public virtual string Title { get; } = title;

    /// <summary>The subject directly above; null for the plan.</summary>
    public Node? Parent { get; } = parent;

    /// <summary>How many subjects stand above.</summary>
    public int Depth { get; } = parent is null ? 0 : parent.Depth + 1;

    /// <summary>Corrective actions of the current cycle on this subject or below; lacks what hides the cycle or its actions.</summary>
    public Maybe<ActionNode[]> Actions { get; internal set; }

    /// <summary>Whether it lies under <c>security</c>, which only security officers and administrators see.</summary>
    public virtual bool IsSecret => false;

    /// <summary>The same for reports, which ask for it again and again.</summary>
    public SubjectIdentity Identity => identity ??= new SubjectIdentity(Id, Title, Path, IsSecret);

    /// <summary>Titles of what is above, outermost first.</summary>
    public virtual IReadOnlyList<string> Path
    {
        get
        {
            var titles = new string[Depth];
            var node = Parent;
            for (var i = Depth - 1; i >= 0; i--, node = node!.Parent)
                titles[i] = node!.Title;
            return titles;
        }
    }
}

/// <summary>A subject over one record of the plan file.</summary>
internal abstract class Node<TRecord>(TRecord record, string id, string title, Node? parent) : Node(id, title, parent)
    where TRecord : PlanObject
{
    public TRecord Record { get; } = record;
}

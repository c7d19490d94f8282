using DxRules.Admin.Data;
using DxRules.Engine.Alerts;

namespace DxRules.Admin.Cycles;

/// <summary>The row of an alert of the cycle before that is none now: it says what was said then, to those who could see it then.</summary>
internal static class LeftRow
{
    public static ObservationRow Of(ObservationRow seen, AlertLife life, int position)
    {
        var row = new ObservationRow
        {
            Position = position,
            Outcome = Outcome.Gone,
            Key = life.Key,
            RuleHash = seen.RuleHash,
            Category = seen.Category,
            Secret = seen.Secret,
            State = life.State,
            PreviousSeverity = seen.Severity,
            SubjectType = seen.SubjectType,
            SubjectId = life.Key[(life.Key.IndexOf('/', StringComparison.Ordinal) + 1)..],
            SubjectTitle = seen.SubjectTitle,
            SubjectPath = seen.SubjectPath,
            PolicyId = seen.PolicyId,
            PolicyTitle = seen.PolicyTitle,
            PolicyPosition = seen.PolicyPosition,
            MessageJa = seen.MessageJa,
            MessageEn = seen.MessageEn,
            Missing = [],
            Detail = seen.Detail,
        };
        row.Departments.AddRange(seen.Departments.Select(department => new ObservationDepartmentRow { Department = department.Department }));
        return row;
    }
}

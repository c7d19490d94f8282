using DxRules.Admin.Pages.Alerts;
using DxRules.Engine.Plans;

namespace DxRules.Admin.Pages.Security;

/// <summary>A contract with somebody outside.</summary>
/// <param name="CheckedMonthsAgo">Whole months since the contractor was last looked at; null where no day is stated.</param>
internal sealed record ContractLine(Contract Record, int? CheckedMonthsAgo, DateOnly Today, IReadOnlyList<AlertLine> Alerts) : SecurityLine(Record.Id, Record.Owner, Alerts)
{
    /// <summary>Whether personal data is given away under a contract that says nothing of security. When a look is due is for the rules to say.</summary>
    public override bool IsDue => !HasEnded && Record is { PersonalData: true, SecurityClause: false };

    public bool HasEnded => Record.EndsOn?.Day < Today;

    public static ContractLine Of(Contract contract, DateOnly today, IReadOnlyList<AlertLine> alerts) =>
        new(contract, contract.LastCheckedOn is { } last ? Progress.WholeMonths(last.Day, today) : null, today, alerts);
}

namespace DxRules.Admin.People;

/// <summary>What is entered about a person.</summary>
/// <param name="UserName">Stays as it was first given: the audit log names people by it.</param>
/// <param name="Departments">The departments that the person is to act for, as municipality/id.</param>
/// <param name="From">The day from which changes in the departments count.</param>
internal sealed record PersonEntry(string UserName, string DisplayName, Roles Roles, IReadOnlyList<string> Departments, DateOnly From);

/// <summary>A person who was added.</summary>
/// <param name="Secret">Of the one-time link, which is kept nowhere.</param>
internal sealed record AddedPerson(int Id, string Secret);

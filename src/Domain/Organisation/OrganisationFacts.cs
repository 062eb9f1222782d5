using Domain.Shared;

namespace Domain.Organisation;

/// <summary>What changes who answers for what: in the traces of divisions, posts and staff.</summary>
public static class OrganisationFacts
{
    public const string Entered = "entered";
    public const string PutInCharge = "put_in_charge";
    public const string PostOpened = "post_opened";
    public const string FirstPostOpened = "first_post_opened";
    public const string PostEnded = "post_ended";
    public const string NumbersChanged = "staff_numbers_changed";
    public const string PasswordChanged = "staff_password_changed";
    public const string Left = "staff_left";
    public const string Returned = "staff_returned";
    public const string Locked = "staff_locked";
    public const string Unlocked = "staff_unlocked";
}

/// <param name="BeforeId">Who was in charge; null where it was left to the court's first vice-president.</param>
public sealed record PutInChargeData(Guid? BeforeId, Guid? VicePresidentId) : FactData;

/// <param name="ContactChangeId">The published change of contact that moved or appointed the person.</param>
public sealed record PostOpenedData(Guid StaffId, string StaffName, Guid CourtId, Guid DivisionId, Role Role, Guid ContactChangeId)
    : FactData;

/// <summary>At the server, by whoever runs it.</summary>
public sealed record FirstPostOpenedData(Guid StaffId, string StaffName, Guid CourtId, Guid DivisionId, Role Role) : FactData;

public sealed record PostEndedData(Guid ContactChangeId) : FactData;

/// <param name="Mobile">As it is from now on, as the office number.</param>
public sealed record NumbersChangedData(string Mobile, string OfficePhone, Guid ContactChangeId) : FactData;

/// <param name="Until">Five wrong passwords in a row: no sign-in from there before.</param>
public sealed record LockedData(DateTimeOffset Until, string Source) : FactData;

public sealed record UnlockedData(string Source) : FactData;

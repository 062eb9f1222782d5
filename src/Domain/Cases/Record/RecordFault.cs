namespace Domain.Cases;

/// <summary>Why a record is not taken over, or what of it was left out: a stable code, the field as in JSON, a sentence for a technician.</summary>
public sealed record RecordFault(string Code, string Field, string Message);

/// <summary>The codes of docs/integration.md.</summary>
public static class RecordFaults
{
    public const string NotJson = "record.not_json";
    public const string Missing = "record.missing";
    public const string TooLong = "record.too_long";
    public const string OutOfRange = "record.out_of_range";
    public const string NumberInvalid = "record.number_invalid";
    public const string NumberDiffers = "record.number_differs";
    public const string CourtUnknown = "record.court_unknown";
    public const string CourtNotYours = "record.court_not_yours";
    public const string DivisionUnknown = "record.division_unknown";
    public const string StaffUnknown = "record.staff_unknown";
    public const string IdNumberInvalid = "record.id_number_invalid";
    public const string DuplicateId = "record.duplicate_id";
    public const string Secret = "record.secret";
    public const string VersionTaken = "record.version_taken";
    public const string TooMany = "record.too_many";
    public const string Twice = "record.twice";
    public const string FileUnnamed = "record.file_unnamed";
    public const string FileDiffers = "record.file_differs";
    public const string Failed = "record.failed";
}

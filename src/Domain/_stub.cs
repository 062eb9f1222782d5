#pragma warning disable
namespace Domain.Shared {
 public static class ChinaTime { public static DateOnly DayOf(DateTimeOffset x)=>default; public static string Day(DateOnly d)=>""; public static string ShortDay(DateOnly d)=>""; public static string Clock(DateTimeOffset x)=>""; }
 public static class Masking { public static string NameForSelf(string s)=>s; public static string CaseNumberForSms(string s)=>s; }
 public static class PhoneNumber { public static bool TryRead(string s, out string n, out bool m){n=s;m=true;return true;} }
}
namespace Domain.Organisation { public static class PasswordPolicy { public static readonly TimeSpan MaxAge=TimeSpan.FromDays(90); public const int HistoryLength=5; public const int LockoutAfter=5; public static readonly TimeSpan LockoutTime=TimeSpan.FromMinutes(15);} }
namespace Domain.Cases { public enum CaseStage { FirstInstance } public sealed record CaseNumber(string CourtCode){ public string Key=>""; public static CaseNumberReading Read(string s,int y)=>null!; } public sealed record CaseNumberReading(CaseNumber? Number,string Message); }
namespace Domain.Calendar {
 public readonly record struct WorkingDeadline(DateOnly Day, DateTimeOffset At, bool Provisional);
 public sealed record CalendarYear(int Year, IReadOnlySet<DateOnly> DaysOff, IReadOnlySet<DateOnly> MakeUpDays);
 public sealed record CalendarOverride(DateOnly Day, bool Works, string Reason);
 public sealed class WorkCalendar(IEnumerable<CalendarYear> years, IEnumerable<CalendarOverride> overrides) { public WorkingDeadline Add(DateOnly d,int n)=>default; public DateOnly NextWorkday(DateOnly d)=>d; }
 public static class OfficialCalendar { public static IReadOnlyList<CalendarYear> Years=>[]; }
}
namespace Domain.Shared { public static class ResidentId {} }

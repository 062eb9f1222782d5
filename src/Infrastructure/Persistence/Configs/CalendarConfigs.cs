using Domain.Calendar;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Infrastructure.Persistence.Configs;

internal sealed class CalendarDayConfig : IEntityTypeConfiguration<CalendarDay>
{
    public void Configure(EntityTypeBuilder<CalendarDay> day)
    {
        day.ToTable("calendar_days");
        day.HasKey(d => new { d.Day, d.IsManual });
        day.Property(d => d.Reason).HasMaxLength(CalendarDay.ReasonMaxLength);
    }
}

internal sealed class CalendarChangeConfig : IEntityTypeConfiguration<CalendarChange>
{
    public void Configure(EntityTypeBuilder<CalendarChange> change)
    {
        change.ToTable("calendar_changes");
        change.IsAggregate();
        change.Property(c => c.Words).HasMaxLength(CalendarChange.WordsMaxLength);
        change.Property(c => c.Reason).HasMaxLength(CalendarDay.ReasonMaxLength);
        change.Property(c => c.MadeByName).HasMaxLength(40);
        change.Property(c => c.WithdrawnByName).HasMaxLength(40);
        change.Property(c => c.WithdrawReason).HasMaxLength(CalendarDay.ReasonMaxLength);
        change.HasIndex(c => c.CityChangeId).IsUnique(); // what was approved is carried out once
        change.HasIndex(c => new { c.MadeAt, c.Id }); // the list below the calendar
    }
}

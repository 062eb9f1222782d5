using System.Data.Common;
using Domain.Calendar;
using Domain.Handling;
using Domain.Shared;
using Domain.Supervision;
using Domain.Tests.Handling;
using Infrastructure.Persistence;
using Infrastructure.Persistence.Configs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Infrastructure.Tests.Handling;

/// <summary>The model with one more kind of handled thing.</summary>
public sealed class FileLoanDb(DbContextOptions<FileLoanDb> options) : CourtDb(options)
{
    public override Task<bool> TakeLease(string name, Guid holder, TimeSpan lifetime, CancellationToken ct) => Task.FromResult(true);

    protected override bool IsLostRace(DbException failure) => false;

    protected override bool IsKeyTaken(DbException failure) => false;

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfiguration(new FileLoanConfig()).ApplyConfiguration(new FileLoanEntryConfig());
        base.OnModelCreating(modelBuilder);
    }

    /// <summary>Makes the tables that this model has and the other has not.</summary>
    public async Task AddTablesTo(CourtDb court)
    {
        var model = this.GetService<IDesignTimeModel>().Model;
        var missing = this.GetService<IMigrationsModelDiffer>()
            .GetDifferences(court.GetService<IDesignTimeModel>().Model.GetRelationalModel(), model.GetRelationalModel());
        foreach (var command in this.GetService<IMigrationsSqlGenerator>().Generate(missing, model))
            await court.Database.ExecuteSqlRawAsync(command.CommandText);
    }
}

internal sealed class FileLoanConfig : IEntityTypeConfiguration<FileLoan>
{
    public void Configure(EntityTypeBuilder<FileLoan> loan)
    {
        loan.ToTable("file_loans");
        loan.IsHandled();
        loan.HasMany(l => l.Entries).WithOne().HasForeignKey(e => e.FileLoanId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class FileLoanEntryConfig : IEntityTypeConfiguration<FileLoanEntry>
{
    public void Configure(EntityTypeBuilder<FileLoanEntry> entry)
    {
        entry.ToTable("file_loan_entries");
        entry.IsHandledEntry();
    }
}

/// <summary>Everybody of the court reaches every loan.</summary>
internal sealed class FileLoanDesk(ICourtDb db, Handlers handlers, ICalendars calendars) : HandledDesk<FileLoan>(handlers)
{
    public override IQueryable<FileLoan> Reach(Actor by) =>
        by.Post is { CourtId: var court } ? db.Set<FileLoan>().Where(l => l.CourtId == court) : db.Set<FileLoan>();

    public override async Task<Ladder> NewLadder(FileLoan loan, Owner to, DateTimeOffset now, CancellationToken ct) =>
        Ladder.Of(await calendars.Current(ct), SupervisionLimits.Default, ChinaTime.DayOf(now));
}

using Domain.DocumentService;
using Domain.Drafts;
using Domain.Figures;
using Domain.Notifications;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Infrastructure.PostgreSql;
using Infrastructure.Tracing.Anchors;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Infrastructure.Tests.PostgreSql;

public sealed class PlainTableTests : IDisposable
{
    private readonly PostgreSqlCourtDb _db = new(new DbContextOptionsBuilder<PostgreSqlCourtDb>().UseNpgsql("Host=nowhere").Options);

    public void Dispose() => _db.Dispose();

    [Theory]
    [InlineData(typeof(WorkOrder))]
    [InlineData(typeof(WorkOrderEntry))]
    [InlineData(typeof(ServedDocument))]
    [InlineData(typeof(Service))]
    [InlineData(typeof(ServiceCopy))]
    [InlineData(typeof(ServiceAttempt))]
    [InlineData(typeof(ServiceOutcome))]
    [InlineData(typeof(TraceRow))]
    [InlineData(typeof(UnanchoredHead))]
    [InlineData(typeof(Notice))]
    [InlineData(typeof(FigureCarry))]
    [InlineData(typeof(FigureDelta))]
    [InlineData(typeof(Draft))]
    public void What_is_written_often_is_written_by_the_batch(Type type) =>
        Assert.True(PlainTable.Of(_db.Model.FindEntityType(type)!).IsPlain);

    [Fact]
    public void What_an_order_refers_to_comes_before_it_and_its_entries_after() =>
        Assert.True(Rank<WorkOrder>() < Rank<WorkOrderEntry>() && Rank<Service>() < Rank<ServiceAttempt>());

    [Fact]
    public void A_row_that_names_another_by_its_change_is_left_to_EF_Core()
    {
        var draft = _db.Attach(
            new Draft
            {
                StaffId = Guid.CreateVersion7(),
                Key = "test",
                Text = "一",
            }
        );
        draft.Entity.Text = "二";
        _db.ChangeTracker.DetectChanges();
        Assert.True(Takes(draft));

        var division = _db.Attach(
            new Division
            {
                Id = Guid.CreateVersion7(),
                CourtId = Guid.CreateVersion7(),
                Name = "民事审判第一庭",
                ShortName = "民一庭",
            }
        );
        division.Property(nameof(Division.VicePresidentId)).CurrentValue = Guid.CreateVersion7();
        Assert.False(Takes(division));
    }

    private static bool Takes(EntityEntry row) => PlainTable.Of(row.Metadata).Takes(row);

    private int Rank<T>() => PlainTable.Of(_db.Model.FindEntityType(typeof(T))!).Rank;
}

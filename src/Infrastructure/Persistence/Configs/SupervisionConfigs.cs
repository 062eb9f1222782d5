using Domain.Calendar;
using Infrastructure.Workers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Infrastructure.Persistence.Configs;

internal sealed class RecountRequestConfig : IEntityTypeConfiguration<RecountRequest>
{
    public void Configure(EntityTypeBuilder<RecountRequest> request)
    {
        request.ToTable("recount_requests");
        request.Property(r => r.Id).ValueGeneratedNever();
        request.Property(r => r.Reason).HasMaxLength(RecountRequest.ReasonMaxLength);
        request.Property(r => r.Kind).HasMaxLength(60);
        request.Property(r => r.After).IsConcurrencyToken(); // two hosts on the same chunk: one wins
        request.HasIndex(r => r.RequestedAt).HasFilter("done_at IS NULL");
        request.HasIndex(r => r.Id).HasFilter("limits_done_at IS NULL");
    }
}

internal sealed class WorkerLeaseConfig : IEntityTypeConfiguration<WorkerLease>
{
    public void Configure(EntityTypeBuilder<WorkerLease> lease)
    {
        lease.ToTable("worker_leases");
        lease.HasKey(l => l.Name);
        lease.Property(l => l.Name).HasMaxLength(40);
    }
}

using Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Infrastructure.Persistence.Configs;

internal sealed class CourtConfig : IEntityTypeConfiguration<Court>
{
    public void Configure(EntityTypeBuilder<Court> court)
    {
        court.ToTable("courts");
        court.Property(c => c.Id).ValueGeneratedNever();
        court.Property(c => c.Slug).HasMaxLength(20);
        court.Property(c => c.FullName).HasMaxLength(Court.NameMaxLength);
        court.Property(c => c.ShortName).HasMaxLength(Court.NameMaxLength);
        court.HasIndex(c => c.Slug).IsUnique();
    }
}

internal sealed class DivisionConfig : IEntityTypeConfiguration<Division>
{
    public void Configure(EntityTypeBuilder<Division> division)
    {
        division.ToTable("divisions");
        division.IsAggregate();
        division.Property(d => d.Name).HasMaxLength(Court.NameMaxLength);
        division.Property(d => d.ShortName).HasMaxLength(Court.NameMaxLength);
        division.HasIndex(d => new { d.CourtId, d.Position });
        division.HasOne<Staff>().WithMany().HasForeignKey(d => d.VicePresidentId).OnDelete(DeleteBehavior.Restrict);
        division.HasOne<Court>().WithMany().HasForeignKey(d => d.CourtId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class StaffConfig : IEntityTypeConfiguration<Staff>
{
    public void Configure(EntityTypeBuilder<Staff> staff)
    {
        staff.ToTable("staff");
        staff.IsAggregate();
        staff.Property(s => s.Name).HasMaxLength(Staff.NameMaxLength);
        staff.Property(s => s.LoginName).HasMaxLength(Staff.LoginNameMaxLength);
        staff.Property(s => s.Mobile).HasMaxLength(20);
        staff.Property(s => s.Email).HasMaxLength(100);
        staff.Property(s => s.OfficePhone).HasMaxLength(20);
        staff.Property(s => s.PasswordHash).HasMaxLength(200);
        staff.Property(s => s.SecurityStamp).HasMaxLength(32);
        staff.HasIndex(s => s.LoginName).IsUnique();
        staff.HasIndex(s => s.Mobile); // whose SMS is it?
    }
}

internal sealed class PostConfig : IEntityTypeConfiguration<Post>
{
    public void Configure(EntityTypeBuilder<Post> post)
    {
        post.ToTable("posts");
        post.IsAggregate();
        post.HasOne(p => p.Staff).WithMany(s => s.Posts).HasForeignKey(p => p.StaffId).OnDelete(DeleteBehavior.Restrict);
        post.HasOne<Court>().WithMany().HasForeignKey(p => p.CourtId).OnDelete(DeleteBehavior.Restrict);
        post.HasOne<Division>().WithMany().HasForeignKey(p => p.DivisionId).OnDelete(DeleteBehavior.Restrict);
        post.HasIndex(p => new { p.DivisionId, p.Role }); // the dispatcher looks for a division's liaison officer
        post.HasIndex(p => p.CourtId);
    }
}

internal sealed class StaffSessionConfig : IEntityTypeConfiguration<StaffSession>
{
    public void Configure(EntityTypeBuilder<StaffSession> session)
    {
        session.ToTable("staff_sessions");
        session.IsAggregate();
        session.Property(s => s.KeyHash).HasMaxLength(64);
        session.Property(s => s.Stamp).HasMaxLength(32);
        session.Property(s => s.Device).HasMaxLength(StaffSession.DeviceMaxLength);
        session.Property(s => s.Network).HasMaxLength(45);
        session.HasIndex(s => s.KeyHash).IsUnique();
        session.HasIndex(s => new { s.StaffId, s.EndedAt }); // where a person is signed in
    }
}

internal sealed class SignInTriesConfig : IEntityTypeConfiguration<SignInTries>
{
    public void Configure(EntityTypeBuilder<SignInTries> tries)
    {
        tries.ToTable("sign_in_tries");
        tries.HasKey(t => new { t.StaffId, t.Source });
        tries.Property(t => t.Source).HasMaxLength(45);
        tries.Property(t => t.Failures).IsConcurrencyToken(); // a volley of guesses counts each one
    }
}

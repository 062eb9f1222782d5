using System.Reflection;
using Domain.Handling;
using Domain.Notifications;
using Domain.Supervision;

namespace Conventions.Tests;

/// <summary>What a kind of thing says that it sends, the outbox and the template page must find.</summary>
public class NoticeTests
{
    private static readonly Type[] s_domain = typeof(NoticeKinds).Assembly.GetTypes();

    [Fact]
    public void Every_notice_that_a_handled_kind_declares_is_a_known_kind()
    {
        var kinds = s_domain
            .Where(t => t.IsClass && t.IsAssignableTo(typeof(IHandled)))
            .Select(t => (Type: t, Declared: DeclaredBy(t)))
            .ToList();
        Assert.NotEmpty(kinds);
        Assert.Empty(
            from kind in kinds
            from notice in kind.Declared.Notices.Kinds.Concat(OwnOf(kind.Declared))
            where NoticeKinds.Find(notice.Key) != notice
            select $"{kind.Type.Name}: {notice.Key} is in no Kinds"
        );
    }

    [Fact]
    public void Every_notice_of_delay_is_a_known_kind()
    {
        var texts = s_domain
            .SelectMany(t => t.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static))
            .Where(f => f.FieldType == typeof(SupervisionNotices))
            .ToList();
        Assert.NotEmpty(texts);
        Assert.Empty(
            from field in texts
            from notice in ((SupervisionNotices)field.GetValue(null)!).Kinds
            where NoticeKinds.Find(notice.Key) != notice
            select $"{field.DeclaringType!.Name}.{field.Name}: {notice.Key} is in no Kinds"
        );
    }

    private static HandledKind DeclaredBy(Type kind) =>
        (HandledKind)kind.GetProperty(nameof(IHandled.Declared), BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;

    private static IEnumerable<NoticeKind> OwnOf(HandledKind declared) =>
        typeof(OwnNotices)
            .GetProperties()
            .Where(p => p.PropertyType == typeof(NoticeKind))
            .Select(p => p.GetValue(declared.Own))
            .OfType<NoticeKind>();
}

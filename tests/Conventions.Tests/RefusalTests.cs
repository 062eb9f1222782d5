using System.Reflection;
using System.Text.RegularExpressions;
using Domain.Cases;
using Domain.DocumentService;
using Domain.Handling;
using Domain.Shared;
using Domain.WorkOrders;
using MiniProgramApi.App;
using Portal.App;

namespace Conventions.Tests;

public partial class RefusalTests
{
    // Latin, so that Chinese in a message is the message's own.
    private const string GivenText = "x";

    internal static readonly List<(string Method, RefusedException Refusal)> All =
    [
        .. from host in new[] { typeof(RefusedException), typeof(LitigantHub), typeof(Root) }
        from type in host.Assembly.GetExportedTypes()
        where type.Name.EndsWith("Errors", StringComparison.Ordinal)
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static)
        where method.ReturnType == typeof(RefusedException)
        select (
            $"{type.Name}.{method.Name}",
            (RefusedException)method.Invoke(null, [.. method.GetParameters().Select(p => Sample(p.ParameterType))])!
        ),
        .. from method in typeof(HandlingErrors).GetMethods(BindingFlags.Public | BindingFlags.Instance)
        where method.ReturnType == typeof(RefusedException)
        select (
            $"HandlingErrors.{method.Name}",
            (RefusedException)method.Invoke(WorkOrder.Declared.Errors, [.. method.GetParameters().Select(p => Sample(p.ParameterType))])!
        ),
    ];

    [Fact]
    public void Every_refusal_has_a_code_of_its_own()
    {
        Assert.NotEmpty(All);
        Assert.Empty(
            All.GroupBy(r => r.Refusal.Code).Where(g => g.Count() > 1).Select(g => $"{g.Key}: {string.Join(", ", g.Select(r => r.Method))}")
        );
    }

    [Fact]
    public void Every_code_names_its_subject_and_what_is_wrong() => Assert.All(All, r => Assert.Matches(CodeShape(), r.Refusal.Code));

    [Fact]
    public void Every_refusal_speaks_Chinese() =>
        Assert.All(
            All.Where(r => r.Refusal.Message != GivenText),
            r => Assert.True(Chinese().IsMatch(r.Refusal.Message), $"{r.Method}: {r.Refusal.Message}")
        );

    [Fact]
    public void Refusals_are_made_only_in_the_errors_of_a_feature() =>
        Assert.All(
            Checkout
                .Files("src")
                .Where(file => Path.GetExtension(file) is ".cs" or ".razor" && !file.EndsWith("Errors.cs", StringComparison.Ordinal)),
            file => Assert.False(Making().IsMatch(Checkout.Text(file)), file)
        );

    private static object? Sample(Type type) =>
        Nullable.GetUnderlyingType(type) is { } underlying ? Sample(underlying)
        : type == typeof(string) ? GivenText
        : type == typeof(IEnumerable<string>) ? new[] { GivenText }
        : type == typeof(DateTimeOffset) ? new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero)
        : type == typeof(HandledActs) ? HandledActs.Transfer
        : type == typeof(LimitFacts) ? new LimitFacts(Procedure.Civil, true, null, false, false)
        : type == typeof(RecordFault) ? new RecordFault(RecordFaults.Missing, "cause", GivenText)
        : type == typeof(DateOnly) ? new DateOnly(2026, 3, 2)
        : type.IsValueType ? Activator.CreateInstance(type)
        : throw new NotSupportedException($"A refusal takes a {type.Name}: give a sample of it here.");

    [GeneratedRegex(@"^[a-z0-9_]+(\.[a-z0-9_]+)+$")]
    private static partial Regex CodeShape();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Chinese();

    [GeneratedRegex(@"new RefusedException\(|new\(Refusal\.")]
    private static partial Regex Making();
}

using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Domain.DocumentService;
using Domain.Notifications;

namespace Conventions.Tests;

/// <summary>Why something reached nobody is kept as a code; people read words, on every page, export and certificate.</summary>
public partial class FailureCodeTests
{
    [Fact]
    public void Every_code_that_the_program_keeps_has_words()
    {
        string[] codes =
        [
            .. Constants(typeof(FailureCodes)),
            Notice.OutOfTime,
            Service.NoAccount,
            Service.FaxFailure,
            Service.FaxInVain,
            Service.NotMetFailure,
            .. Enum.GetValues<ReturnReason>().Select(r => r.Code()),
            .. Written(),
        ];
        Assert.Contains("voice.not_answered", codes);
        Assert.Contains("NO_ANSWER", codes);
        Assert.DoesNotContain(codes, c => c.Length > 0 && FailureCodes.Chinese(c).Contains(c, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Our_words_are_not_taken_for_those_of_a_gateway()
    {
        Assert.Equal("超过有效时间仍未发出", FailureCodes.Chinese(Notice.OutOfTime));
        Assert.Equal("短信在通道中超时", FailureCodes.Chinese("EXPIRED"));
        Assert.All(Enum.GetValues<ReturnReason>(), r => Assert.Equal($"退回：{r.Chinese()}", FailureCodes.Chinese(r.Code())));
    }

    /// <summary>Those that gateways, the phones of <c>./run</c> and the demo write out.</summary>
    private static IEnumerable<string> Written() =>
        new[] { "src/Infrastructure/Gateways", "src/Infrastructure/Demo", "src/Simulators" }
            .SelectMany(Checkout.Files)
            .Where(f => Path.GetExtension(f) == ".cs")
            .SelectMany(f => Code().Matches(Checkout.Text(f)).Select(m => m.Groups["code"].Value));

    private static IEnumerable<string> Constants(Type of) =>
        of.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(f => f.IsLiteral)
            .Select(f => Convert.ToString(f.GetRawConstantValue(), CultureInfo.InvariantCulture)!);

    [GeneratedRegex(@"(?<=(Refused|TryAgain|NotNow), |""failed"", |\.Failed\([^\n]*|s_codes = \[[^\]]*)""(?<code>[\w.:]+)""")]
    private static partial Regex Code();
}

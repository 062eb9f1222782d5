using Domain.Attachments;
using Domain.Bindings;
using Domain.Cases;
using Domain.Litigants;
using Domain.Shared;
using Domain.WorkOrders;

namespace Given;

/// <summary>What an agent sends to be bound to a case.</summary>
public static class CourtDataBinding
{
    /// <summary>A picture that the person uploaded.</summary>
    public static Task<Attachment> UploadedPaper(this CourtData data, Actor by) =>
        data.Use(
            async (UploadAttachment upload) =>
            {
                await using var bytes = new MemoryStream(s_png);
                return (await upload.Handle(Guid.CreateVersion7(), "授权委托书.png", bytes, by, default)).Attachment;
            }
        );

    /// <summary>A lawyer asks to be bound to the first party of a case, or to whatever name is given.</summary>
    public static async Task<CaseBinding> Binding(
        this CourtData data,
        Case @case,
        Litigant agent,
        string? party = null,
        PaperAuthority authority = PaperAuthority.General,
        AuthorityItems items = AuthorityItems.None,
        DateOnly? endsOn = null
    )
    {
        var by = agent.AsActor();
        List<GivenPaper> papers =
        [
            new(PaperKind.PowerOfAttorney, (await data.UploadedPaper(by)).Id),
            new(PaperKind.Letter, (await data.UploadedPaper(by)).Id),
        ];
        var terms = new PaperTerms(AgentKind.Lawyer, authority, items)
        {
            LicenceNumber = "14401201012340832",
            Firm = "广东岭南律师事务所",
            EndsOn = endsOn,
        };
        var request = new AskBinding.Request(Channel.WeChat, @case.Number, party ?? @case.Parties[0].Name, terms, papers);
        return (await data.Use((AskBinding ask) => ask.Handle(Guid.CreateVersion7(), request, by, default))).Binding;
    }

    private static readonly byte[] s_png = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    );
}

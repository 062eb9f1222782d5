using Domain.DocumentService;
using Domain.Shared;
using Given;
using Infrastructure.DocumentService.Envelopes;
using Infrastructure.Pdf;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Infrastructure.Tests.DocumentService;

/// <summary>What goes into each recipient's envelope.</summary>
public sealed class EnvelopeTests(TestDatabase database) : CertificateTest(database)
{
    [Fact]
    public async Task Envelopes_hold_sheet_form_and_documents_of_each_recipient_and_a_bad_one_is_named()
    {
        var @case = await Data.Case();
        PlannedWay To(string address) => new(ServiceChannel.Post, address, AddressBasis.Confirmed);
        var services = await Data.BegunServices(
            @case,
            Clerk,
            [
                CourtDataServing.Recipient(@case.Parties[0], ways: To("广州市越秀区东风中路 268 号 510030")),
                CourtDataServing.Recipient(@case.Parties[1], ways: To("")),
            ],
            DocumentKind.Judgment,
            DocumentKind.Other
        );
        var (_, envelopes) = (await Data.Use((EnvelopeQueries q) => q.OfTask(services[0].TaskId, By, default)))!.Value;
        Assert.Equal(
            [("510030", "广州市越秀区东风中路 268 号", ""), ("", "", "没有邮寄地址")],
            envelopes.Select(e => (e.Postcode, e.Address, e.Problem))
        );
        Assert.Equal($"{services[0].TaskNumber}-0002-1", envelopes[1].Number);

        var (path, _) = await Data.Use((PrintEnvelopes print) => print.Handle(services[0].TaskId, By, default));
        Assert.Equal(1 + 2 + 2, await PdfMerge.PageCount(path, default));
        File.Delete(path);
    }

    [Fact]
    public async Task An_envelope_whose_document_has_other_pages_than_it_was_frozen_with_is_left_out_by_name()
    {
        var @case = await Data.Case();
        var service = (
            await Data.BegunServices(
                @case,
                Clerk,
                [
                    CourtDataServing.Recipient(
                        @case.Parties[0],
                        ways: new PlannedWay(ServiceChannel.Post, "广州市越秀区 1 号", AddressBasis.Confirmed)
                    ),
                ]
            )
        ).Single();
        await Execute("UPDATE served_documents SET pages = 2", service.Id);
        var (path, _) = await Data.Use((PrintEnvelopes print) => print.Handle(service.TaskId, By, default));
        Assert.Equal(1, await PdfMerge.PageCount(path, default));
        File.Delete(path);
    }
}

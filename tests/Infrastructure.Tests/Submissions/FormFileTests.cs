using System.Diagnostics;
using DocumentFormat.OpenXml.Packaging;
using Domain.Cases;
using Domain.Litigants;
using Domain.Organisation;
using Domain.Shared;
using Domain.Submissions;
using Given;
using Infrastructure.Submissions;

namespace Infrastructure.Tests.Submissions;

/// <summary>Forms as files: opened again and read.</summary>
public class FormFileTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task A_form_names_the_case_its_parties_and_the_court_and_leaves_the_rest_to_write()
    {
        var (data, litigant, @case) = await Party();
        var (name, bytes) = await data.Use(
            (PrintForm p) => p.Empty(SubmissionKind.Appeal, @case.Id, FormFormat.Docx, CourtData.ActorOf(litigant), default)
        );

        var court = (await data.Court()).FullName;
        Assert.Equal("民事上诉状.docx", name);
        var text = Word(bytes);
        Assert.StartsWith("民事上诉状上诉人（原审原告）：陈建华", text, StringComparison.Ordinal);
        Assert.Contains("被上诉人（原审被告）：李大强", text, StringComparison.Ordinal);
        Assert.Contains($"不服{court}{CaseNumber.DisplayOf(@case.Number)}判决书，现提出上诉", text, StringComparison.Ordinal);
        Assert.Contains("此致广东省广州市中级人民法院附：本上诉状副本 1 份", text, StringComparison.Ordinal);
        Assert.Contains("上诉请求：＿＿", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_kind_with_a_form_is_written_as_word_and_those_without_are_refused()
    {
        var (data, litigant, @case) = await Party();
        foreach (var rule in SubmissionKinds.All)
        {
            var asked = () =>
                data.Use((PrintForm p) => p.Empty(rule.Kind, @case.Id, FormFormat.Docx, CourtData.ActorOf(litigant), default));
            if (!rule.HasForm)
            {
                Assert.Equal("submission.no_form", (await Assert.ThrowsAsync<RefusedException>(asked)).Code);
                continue;
            }

            var text = Word((await asked()).Bytes);
            Assert.Contains("陈建华", text, StringComparison.Ordinal);
            Assert.Contains(CaseNumber.DisplayOf(@case.Number), text, StringComparison.Ordinal);
            Assert.DoesNotContain("{", text, StringComparison.Ordinal);
            Assert.Contains("（签名或者盖章）", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_was_filled_in_becomes_a_pdf_of_the_person_who_filled_it()
    {
        var (data, litigant, @case) = await Party();
        SubmittedAnswer[] answers =
        [
            new("amount", "525"),
            new("reasons", "调解结案，应当减半。\n请依法退还。"),
            new("holder", "陈建华"),
            new("bank", "中国银行广州越秀支行"),
            new("account", "6216600000000001234"),
            new("phone", "13800138000"),
        ];

        var file = await data.Use(
            (PrintForm p) => p.Filled(SubmissionKind.FeeRefund, @case.Id, answers, CourtData.ActorOf(litigant), default)
        );

        Assert.Equal(("退费申请书.pdf", litigant.Id), (file.Name, file.UploadedById));
        var text = await Pdf(await data.Use((Domain.Attachments.IFileStore files) => files.Open(file.Sha256, default)));
        Assert.Contains("退费申请书", text, StringComparison.Ordinal);
        Assert.Contains("525.00 元", text, StringComparison.Ordinal);
        Assert.Contains("请依法退还。", text, StringComparison.Ordinal);
        Assert.Contains("**** 1234", text, StringComparison.Ordinal);
        Assert.DoesNotContain("621660", text, StringComparison.Ordinal);
        Assert.Contains(CaseNumber.DisplayOf(@case.Number), text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_is_not_whole_and_a_stranger_are_refused()
    {
        var (data, litigant, @case) = await Party();
        var missing = await Assert.ThrowsAsync<RefusedException>(() =>
            data.Use((PrintForm p) => p.Filled(SubmissionKind.Appeal, @case.Id, [], CourtData.ActorOf(litigant), default))
        );
        Assert.Equal("submission.fields_missing", missing.Code);
        Assert.Contains("上诉请求、上诉理由", missing.Message, StringComparison.Ordinal);
        var stranger = await data.Litigant("路人");
        var refused = await Assert.ThrowsAsync<RefusedException>(() =>
            data.Use((PrintForm p) => p.Empty(SubmissionKind.Appeal, @case.Id, FormFormat.Docx, CourtData.ActorOf(stranger), default))
        );
        Assert.Equal("submission.case_not_found", refused.Code);
    }

    internal static async Task<string> Pdf(Stream bytes)
    {
        var path = Path.Combine(Path.GetTempPath(), $"form-{Guid.CreateVersion7():N}.pdf");
        try
        {
            await using (var file = File.Create(path))
                await bytes.CopyToAsync(file);
            using var process = Process.Start(new ProcessStartInfo("pdftotext", ["-layout", path, "-"]) { RedirectStandardOutput = true })!;
            return await process.StandardOutput.ReadToEndAsync();
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static string Word(byte[] bytes)
    {
        using var file = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        return file.MainDocumentPart!.Document!.Body!.InnerText;
    }

    private async Task<(CourtData Data, Litigant Litigant, Case Case)> Party()
    {
        var data = await CourtData.Open(database.ConnectionString());
        var division = await data.Division();
        var litigant = await data.Litigant();
        return (data, litigant, await data.Case(litigant, division, await data.Staff(Role.Judge, division)));
    }
}

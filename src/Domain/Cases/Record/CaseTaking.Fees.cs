using System.Globalization;

namespace Domain.Cases;

internal sealed partial class CaseTaking
{
    private void TakeFees()
    {
        foreach (var said in record.Fees)
        {
            var fee = @case.Fees.Find(f => f.ExternalId == said.Id);
            var before = fee is null or { RemovedAt: not null } ? "" : Words(fee);
            if (fee is null)
                @case.Fees.Add(
                    fee = new CaseFee
                    {
                        Id = Guid.CreateVersion7(now),
                        CaseId = @case.Id,
                        ExternalId = said.Id!,
                    }
                );
            fee.PartyId = said.Payer is null ? null : @case.Parties.Find(p => p.ExternalId == said.Payer)?.Id;
            (fee.Kind, fee.Paid, fee.PaidOn) = (said.Kind!.Value, said.Paid!.Value, said.PaidOn!.Value);
            (fee.Claimed, fee.Borne, fee.Returned, fee.RemovedAt) = (said.Claimed, said.Borne, said.Returned, null);
            if (Words(fee) != before)
                Note(CaseField.Fee, "", before, Words(fee));
        }

        foreach (var gone in @case.Fees.Where(f => f.RemovedAt is null && record.Fees.All(s => s.Id != f.ExternalId)))
        {
            gone.RemovedAt = now;
            Note(CaseField.Fee, "", Words(gone), "已撤销");
        }
    }

    private static string Words(CaseFee fee) =>
        $"{fee.Kind.Chinese()} {Yuan(fee.Paid)}，{Day(fee.PaidOn)}交"
        + (fee.Borne is { } borne ? $"，应负担 {Yuan(borne)}" : "")
        + (fee.Returned > 0 ? $"，已退 {Yuan(fee.Returned)}" : "");

    private static string Yuan(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture) + " 元";
}

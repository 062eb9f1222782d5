using System.Globalization;

namespace Domain.Cases;

internal sealed partial class CaseTaking
{
    private void TakeFees()
    {
        foreach (var said in record.Fees)
        {
            var (fee, isNew) = Row(@case.Fees, said.Id, NewFee);
            var before = isNew || fee.RemovedAt is not null ? "" : Words(fee);
            fee.PartyId = said.Payer is null ? null : @case.Parties.Find(p => p.ExternalId == said.Payer)?.Id;
            (fee.Kind, fee.Paid, fee.PaidOn) = (said.Kind!.Value, said.Paid!.Value, said.PaidOn!.Value);
            (fee.Claimed, fee.Borne, fee.Returned, fee.RemovedAt) = (said.Claimed, said.Borne, said.Returned, null);
            if (Words(fee) != before)
                Note(CaseField.Fee, "", before, Words(fee));
        }

        foreach (var gone in Gone(@case.Fees.Where(f => f.RemovedAt is null), record.Fees.Select(f => f.Id)))
        {
            gone.RemovedAt = now;
            Note(CaseField.Fee, "", Words(gone), "已撤销");
        }
    }

    private CaseFee NewFee(string id) =>
        new()
        {
            Id = Guid.CreateVersion7(now),
            CaseId = @case.Id,
            ExternalId = id,
        };

    private static string Words(CaseFee fee) =>
        $"{fee.Kind.Chinese()} {Yuan(fee.Paid)}，{Day(fee.PaidOn)}交"
        + (fee.Borne is { } borne ? $"，应负担 {Yuan(borne)}" : "")
        + (fee.Returned > 0 ? $"，已退 {Yuan(fee.Returned)}" : "");

    private static string Yuan(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture) + " 元";
}

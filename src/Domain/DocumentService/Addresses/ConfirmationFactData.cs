using Domain.Shared;

namespace Domain.DocumentService;

/// <summary>A 送达地址确认书 was given. What stands in it is hashed into the row.</summary>
public sealed record AddressConfirmedData(
    ConfirmationMeans Means,
    bool AcceptsElectronic,
    bool AcceptsWeChat,
    bool AcceptsAccount,
    ConfirmationScope Scope,
    bool KeepsSecret,
    string? SignatureSha256
) : FactData;

/// <param name="On">When the newer one was given.</param>
public sealed record ConfirmationReplacedData(Guid NewerId, DateOnly On) : FactData;

/// <param name="Reason">Empty where the person gave none.</param>
public sealed record ConfirmationWithdrawnData(string Reason) : FactData;

/// <summary>An address was noted. The address itself is hashed into the row.</summary>
/// <param name="Origin">Where it comes from, in words.</param>
public sealed record AddressAddedData(AddressKind Kind, AddressBasis Basis, string Origin) : FactData;

public sealed record AddressEndedData(AddressKind Kind, string Reason) : FactData;

/// <summary>The words of the traces of confirmations and addresses, made from the data of their rows.</summary>
public static class ConfirmationTrace
{
    public static string Words(TraceRow row) =>
        row.Kind switch
        {
            ConfirmationFacts.Confirmed => Confirmed(row.Read<AddressConfirmedData>()),
            ConfirmationFacts.Replaced => AddressConfirmation.TitleOf(row.Read<ConfirmationReplacedData>().On),
            ConfirmationFacts.Withdrawn => row.Read<ConfirmationWithdrawnData>().Reason,
            ConfirmationFacts.AddressAdded => Added(row.Read<AddressAddedData>()),
            ConfirmationFacts.AddressEnded => row.Read<AddressEndedData>().Reason,
            _ => "",
        };

    private static string Confirmed(AddressConfirmedData data) =>
        $"{data.Means.Chinese()}，{(data.AcceptsElectronic ? "同意电子送达" : "不同意电子送达")}，适用{data.Scope.Chinese()}";

    private static string Added(AddressAddedData data) => $"{data.Kind.Chinese()}，{data.Basis.Chinese()}，{data.Origin}";
}

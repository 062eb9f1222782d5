namespace Domain.Handling;

/// <summary>How far a request for more time (延期) has come. There is one in the life of an order.</summary>
public enum ExtensionState
{
    Requested,
    Approved,
    Refused,
}

public static class ExtensionStates
{
    public static string Chinese(this ExtensionState state) =>
        state switch
        {
            ExtensionState.Requested => "延期待批",
            ExtensionState.Approved => "已延期",
            ExtensionState.Refused => "延期未批准",
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
        };
}

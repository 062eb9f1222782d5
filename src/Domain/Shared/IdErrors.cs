namespace Domain.Shared;

/// <summary>What may be wrong with any request that brings an id of its own.</summary>
public static class IdErrors
{
    /// <summary>Somebody else's, or the same person's with something else in it.</summary>
    public static RefusedException IdReused() => new(Refusal.Conflict, "request.id_reused", "这个编号已经用过，请重新填写");
}

namespace Domain.DocumentService;

public static class ServiceStateWords
{
    /// <summary>The word on screens and in files.</summary>
    public static string Chinese(this ServiceState state) =>
        state switch
        {
            ServiceState.UnderWay => "送达中",
            ServiceState.Failed => "未送达",
            ServiceState.ForClerk => "待认定",
            ServiceState.InNotice => "公告期内",
            ServiceState.AwaitsOthers => "已签收，待各方签收",
            ServiceState.Presumed => "推定送达",
            ServiceState.Effective => "已送达",
            ServiceState.Withdrawn => "已撤回",
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
        };

    /// <summary>The word on screens and in files.</summary>
    public static string Chinese(this AttemptState state) =>
        state switch
        {
            AttemptState.Queued => "已排队",
            AttemptState.Sent => "已发出",
            AttemptState.Delivered => "已到达",
            AttemptState.Opened => "已查看",
            AttemptState.Signed => "已签收",
            AttemptState.Failed => "失败",
            AttemptState.Withdrawn => "已撤回",
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
        };
}

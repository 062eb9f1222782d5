using Domain.Shared;

namespace Domain.Uploads;

public static class UploadErrors
{
    public static RefusedException NotFound() => new(Refusal.NotFound, "upload.not_found", "没有这个正在传的文件，请重新选择");

    public static RefusedException Expired() =>
        new(Refusal.NotFound, "upload.expired", "这个文件放得太久，没有传完的部分已经清理，请重新选择");

    public static RefusedException Version() => new(Refusal.Invalid, "upload.version", "传文件的方式不对，请更新到最新版再试");

    public static RefusedException LengthInvalid() => new(Refusal.Invalid, "upload.length_invalid", "没有说清文件多大，请重新选择文件");

    public static RefusedException MetadataInvalid() =>
        new(Refusal.Invalid, "upload.metadata_invalid", "文件的名称或说明不对，请重新选择文件");

    /// <param name="received">Where to go on.</param>
    public static RefusedException OffsetMismatch(long received) =>
        new(Refusal.Conflict, "upload.offset_mismatch", $"法院已经收到 {received} 个字节，请从那里接着传");

    public static RefusedException Locked() => new(Refusal.Conflict, "upload.locked", "这个文件正在传，请稍等");

    public static RefusedException PastEnd() => new(Refusal.TooLarge, "upload.past_end", "传来的比这个文件大，请重新选择文件");

    public static RefusedException ChecksumUnknown() =>
        new(Refusal.Invalid, "upload.checksum_algorithm", "传文件的校验方式不对，请更新到最新版再试");

    public static RefusedException ChecksumMismatch() =>
        new(Refusal.Unprocessable, "upload.checksum_mismatch", "这一段在路上传坏了，会再传一次");

    public static RefusedException HashMismatch() =>
        new(Refusal.Unprocessable, "upload.hash_mismatch", "法院收到的和您选的文件不一样，没有收。请重新选择文件再传");

    public static RefusedException TooManyUnfinished(int most) =>
        new(Refusal.TooMany, "upload.too_many_unfinished", $"还有 {most} 个文件没有传完，请先传完或者删掉几个");

    public static RefusedException TooManyUnfinishedBytes(int megabytes) =>
        new(Refusal.TooMany, "upload.too_many_unfinished_bytes", $"没有传完的文件加起来超过 {megabytes} MB，请先传完或者删掉几个");

    public static RefusedException TooManyUnsentBytes(int megabytes) =>
        new(Refusal.TooMany, "upload.too_many_unsent_bytes", $"传好还没有提交的文件加起来超过 {megabytes} MB，请先提交或者删掉几个");

    internal static RefusedException Again(Upload refused) => new(refused.Refusal!.Value, refused.RefusalCode!, refused.RefusalWords!);
}

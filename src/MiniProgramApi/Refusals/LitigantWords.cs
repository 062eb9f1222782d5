using Domain.Bindings;
using Domain.DocumentService;
using Domain.Handling;
using Domain.Reading;
using Domain.Shared;
using Domain.Submissions;
using Domain.WorkOrders;

namespace MiniProgramApi.Refusals;

/// <summary>
/// A litigant reads of the own message (留言) where the use case speaks to staff of a work order (工单), and whom to ask where it tells
/// staff what to do. The code stays.
/// </summary>
public static class LitigantWords
{
    private static readonly Dictionary<string, string> s_words = new()
    {
        [WorkOrder.Declared.Errors.NotFound().Code] = "没有这条留言，或者不是您留的",
        [WorkOrder.Declared.Errors.Closed("", DateTimeOffset.UnixEpoch).Code] = "您的留言法院已经答复。您写的内容还在，没有发出",
        [WorkOrder.Declared.Errors.IsMerged("").Code] = "您的这条留言已并入另一条，请到那一条里继续",
        [WorkOrder.Declared.Errors.NobodyToTake().Code] = "这家法院暂时没有能接收留言的人，请打 12368",
        [CertificateErrors.FileBroken().Code] = "这份凭证暂时打不开，法院已经知道。请打 12368，或者联系承办书记员",
        [WorkOrder.Declared.Errors.NotOffered(HandledActs.Urging).Code] = "您的留言不能这样办理，请打 12368",
        [CaseBinding.Declared.Errors.NotFound().Code] = "没有这个申请，或者不是您的",
        [CaseBinding.Declared.Errors.Closed("", DateTimeOffset.UnixEpoch).Code] = "您的申请法院已经答复。您写的内容还在，没有发出",
        [CaseBinding.Declared.Errors.NobodyToTake().Code] = "这家法院暂时没有能接收申请的人，请打 12368",
        [Submission.Declared.Errors.NotFound().Code] = "没有这份材料，或者不是您交的",
        [Submission.Declared.Errors.Closed("", DateTimeOffset.UnixEpoch).Code] = "法院已经办完了。您写的内容还在，没有发出",
        [Submission.Declared.Errors.NobodyToTake().Code] = "这家法院暂时没有能接收材料的人，请打 12368",
        [ReadingRequest.Declared.Errors.NotFound().Code] = "没有这个申请，或者不是您的",
        [ReadingRequest.Declared.Errors.Closed("", DateTimeOffset.UnixEpoch).Code] = "您的申请法院已经答复",
        [ReadingRequest.Declared.Errors.NobodyToTake().Code] = "这家法院暂时没有能接收申请的人，请打 12368",
    };

    public static string Of(RefusedException refused) => s_words.GetValueOrDefault(refused.Code, refused.Message);
}

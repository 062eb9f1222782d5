using Domain.Supervision;

namespace Portal.WorkOrders;

/// <summary>Who was told of a level, as the conversation says it.</summary>
internal static class SupervisionLine
{
    /// <returns>分管院领导 郑伟斌、庭长 梁启明、承办法官 陈静怡: colleagues by name.</returns>
    public static string Everybody(ToldData data) =>
        string.Join('、', data.Told.Concat(SupervisionWords.Copies(data)).Select(SupervisionWords.Titled));
}

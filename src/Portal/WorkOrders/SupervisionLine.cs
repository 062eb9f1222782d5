using Domain.Organisation;
using Domain.Shared;
using Domain.Supervision;

namespace Portal.WorkOrders;

/// <summary>Who was told of a level, as the conversation says it.</summary>
internal static class SupervisionLine
{
    /// <returns>分管院领导 郑**、庭长 梁启明、承办法官: leaders of the court by surname, the owner by post.</returns>
    public static string Everybody(ToldData data) =>
        string.Join('、', [.. data.Told.Concat(data.Copies).Select(Said), .. data.Owner is { } owner ? new[] { Post(owner) } : []]);

    private static string Said(ToldPerson person) =>
        person.Role is Role.VicePresident or Role.President
            ? $"{Post(person)} {Masking.Name(person.Name)}"
            : SupervisionWords.Titled(person);

    private static string Post(ToldPerson person) => person.Role?.Chinese() ?? person.Name;
}

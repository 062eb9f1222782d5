using Domain.Organisation;
using Domain.Shared;
using Domain.Supervision;

namespace Portal.WorkOrders;

/// <summary>Who was told of a level, as the conversation says it.</summary>
internal static class SupervisionLine
{
    private static readonly string[] s_bySurname = [Role.VicePresident.Chinese(), Role.President.Chinese()];

    /// <param name="words">Of the trace.</param>
    /// <returns>分管院领导 郑**、庭长 梁启明、承办法官: leaders of the court by surname, the owner by post.</returns>
    public static string Everybody(string words)
    {
        var people = SupervisionWords.Read(words).Everybody.Split('、');
        return string.Join('、', people.Select((person, i) => Said(person.Split(' ', 2), isOwner: i == people.Length - 1)));
    }

    private static string Said(string[] person, bool isOwner) =>
        person switch
        {
            [var post] => post,
            [var post, _] when isOwner => post,
            [var post, var name] => $"{post} {(s_bySurname.Contains(post) ? Masking.Name(name) : name)}",
            _ => "",
        };
}

using System.Reflection;
using System.Runtime.CompilerServices;
using Domain.Organisation;
using Infrastructure.Persistence;
using Infrastructure.PostgreSql;
using Infrastructure.SqlServer;
using MiniProgramApi.App;
using Portal.App;

namespace Conventions.Tests;

/// <summary>What can be taken in at a glance: a line, a folder, a constructor, a signature.</summary>
public class SizeTests
{
    private const int WidestLine = 160;
    private const int FullestFolder = 40;
    private const int MostCollaborators = 8;
    private const int MostIdsInARow = 2;

    private static readonly Assembly[] s_ours =
    [
        typeof(Court).Assembly,
        typeof(CourtDb).Assembly,
        typeof(PostgreSqlEngine).Assembly,
        typeof(SqlServerEngine).Assembly,
        typeof(LitigantHub).Assembly,
        typeof(Root).Assembly,
    ];

    [Fact]
    public void No_line_is_wider_than_a_screen()
    {
        var tooWide =
            from folder in new[] { "src", "tests", "standins" }
            from file in Checkout.Files(folder)
            where Path.GetExtension(file) is ".cs" or ".razor" && !IsGenerated(file)
            from line in Checkout.Text(file).Split('\n').Index()
            where line.Item.Length > WidestLine
            select $"{file}:{line.Index + 1}: {line.Item.Length}";
        Assert.Empty(tooWide);
    }

    [Fact]
    public void No_folder_holds_more_than_can_be_looked_over()
    {
        var tooFull =
            from folder in new[] { "src", "tests", "standins", "miniprogram/src" }
            from file in Checkout.Files(folder)
            where Path.GetExtension(file) is ".cs" or ".razor" or ".css" or ".js" or ".ts" or ".vue" && !IsGenerated(file)
            group file by Path.GetDirectoryName(file) into files
            where files.Count() > FullestFolder
            select files.Key;
        Assert.Empty(tooFull);
    }

    [Fact]
    public void No_class_needs_more_than_eight_others_to_do_its_work()
    {
        var tooMany =
            from type in Types()
            where !type.IsAbstract && !IsRecord(type)
            from constructor in type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            let collaborators = constructor.GetParameters().Count(p => IsCollaborator(p.ParameterType))
            where collaborators > MostCollaborators
            select type.FullName!;
        Assert.Empty(tooMany);
    }

    [Fact]
    public void No_signature_takes_more_than_two_ids_side_by_side()
    {
        var tooMany =
            from type in Types()
            from method in Signatures(type)
            where IdsInARow(method) > MostIdsInARow
            select $"{type.FullName}.{method.Name}";
        Assert.Empty(tooMany);
    }

    private static bool IsGenerated(string file) => file.Contains("/Migrations/", StringComparison.Ordinal);

    private static IEnumerable<Type> Types() =>
        s_ours
            .SelectMany(a => a.GetTypes())
            .Where(t => !t.IsDefined(typeof(CompilerGeneratedAttribute)) && !t.FullName!.Contains("Migrations", StringComparison.Ordinal));

    private static IEnumerable<MethodBase> Signatures(Type type)
    {
        const BindingFlags declared =
            BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        return type.GetMethods(declared)
            .Where(m => !m.IsDefined(typeof(CompilerGeneratedAttribute)))
            .Cast<MethodBase>()
            .Concat(type.GetConstructors(declared));
    }

    private static int IdsInARow(MethodBase method)
    {
        var (row, longest) = (0, 0);
        foreach (var parameter in method.GetParameters())
        {
            row = (Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType) == typeof(Guid) ? row + 1 : 0;
            longest = Math.Max(longest, row);
        }

        return longest;
    }

    /// <summary>Somebody who does something, as against what it is done with.</summary>
    private static bool IsCollaborator(Type type) =>
        type is { IsValueType: false, IsArray: false } && type != typeof(string) && !IsRecord(type);

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null;
}

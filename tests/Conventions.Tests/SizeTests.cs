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

    // What was there before the rule, and is named so that nothing joins it. This list only ever gets shorter.
    private static readonly string[] s_knownForIds =
    [
        "Domain.Contacts.NewContactChange..ctor",
        "Domain.DocumentService.AddServiceAddress.Handle",
        "Domain.DocumentService.ConfirmationSubject..ctor",
        "Domain.DocumentService.ConfirmedDocument..ctor",
        "Domain.DocumentService.DecideService.Handle",
        "Domain.DocumentService.NoteAddressConfirmation.Handle",
        "Domain.DocumentService.PlannedRecipient..ctor",
        "Domain.DocumentService.ProveArrival.Handle",
        "Domain.DocumentService.RebutPresumption.Handle",
        "Domain.DocumentService.Recipient..ctor",
        "Domain.DocumentService.RecordAct.Handle",
        "Domain.DocumentService.RecordReply.Handle",
        "Domain.DocumentService.RetryFailedAttempts.Handle",
        "Domain.DocumentService.SignAddressConfirmation.Handle",
        "Domain.DocumentService.SignAddressConfirmation.Subject",
        "Domain.EarlyWarnings.HandOverEarlyWarning.Handle",
        "Domain.EarlyWarnings.NewWarning..ctor",
        "Domain.EarlyWarnings.WarningRaisedData..ctor",
        "Domain.Figures.CountedOrder..ctor",
        "Domain.Figures.CountedService..ctor",
        "Domain.Figures.FigureKey..ctor",
        "Domain.InboundMessages.InboundDecidedData..ctor",
        "Domain.InboundMessages.ReplySender.WhoLooks",
        "Domain.Shared.Subject..ctor",
        "Domain.Supervision.SupervisionChains+Seat..ctor",
        "Infrastructure.DocumentService.Recipients.DocumentRow..ctor",
        "Infrastructure.DocumentService.Recipients.DocumentView..ctor",
        "Infrastructure.EarlyWarnings.ScreenOrders+Seen..ctor",
        "Infrastructure.Figures.FigureDifference..ctor",
        "Infrastructure.Figures.FigureScope..ctor",
        "MiniProgramApi.DocumentService.NewConfirmation..ctor",
        "Portal.DocumentService.Wizard.ServingDraft+Document..ctor",
    ];

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
        OnlyKnown(s_knownForIds, tooMany);
    }

    private static void OnlyKnown(string[] known, IEnumerable<string> found)
    {
        var all = found.ToHashSet(StringComparer.Ordinal);
        Assert.True(all.IsSubsetOf(known), "New:\n" + string.Join('\n', all.Except(known).Order(StringComparer.Ordinal)));
        Assert.True(all.IsSupersetOf(known), "No longer, take them off the list:\n" + string.Join('\n', known.Except(all)));
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

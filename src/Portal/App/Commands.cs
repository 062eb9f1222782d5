using Domain.Litigants;
using Domain.Organisation;
using Domain.Shared;
using Infrastructure.Cases.Import;
using Infrastructure.Demo;
using Infrastructure.DocumentService;
using Infrastructure.Figures;
using Infrastructure.Files;
using Infrastructure.Persistence;
using Infrastructure.PostgreSql;
using Infrastructure.Settings;
using Infrastructure.SqlServer;
using Infrastructure.Tracing;
using Infrastructure.Tracing.Anchors;

namespace Portal.App;

/// <summary>The Portal's commands: <c>dotnet Portal.dll verify-trace</c>. They open no port and end by themselves.</summary>
internal static class Commands
{
    private const long TellEvery = 200_000;
    private const long TellFilesEvery = 10_000;
    private const string Verify = "verify-trace";
    private const string Import = "import-documents";
    private const string Publish = "publish-agreement";
    private const string Open = "open-administrator";
    private const string WithFiles = "--files";
    private static readonly string[] s_person = ["--court", "--name", "--account", "--mobile"];

    private const string Usage = """
        Usage: Portal [command]
          (none)           serves the Portal
          migrate          brings the database up to date
          open-administrator --court gz-zy --name <name> --account <account> --mobile <mobile>
                           opens one of the first two administrators of the Intermediate Court; prints a first password, once
          seed-demo        loads the demo data once; Development only
          demo-accounts    prints who can sign in to the demo data; Development only
          verify-trace     checks every chain, what it seals and the anchors; names each break, 1 when there is one;
                           with --files also every stored file against its hash, which reads them all
          anchor-trace     anchors now what changed since the last anchor
          verify-figures   reproduces every figure from the orders, services and cases; 1 when one differs
          rebuild-figures  counts all figures anew, while the hosts run
          publish-agreement <privacyPolicy|userAgreement> <file>  puts a new version in force: first line the title, then a paragraph a line
          import-cases     takes over the files of records that lie in Cases:Inbox; 1 when lines were refused
          reencrypt-files  brings every stored file under the current key, while the hosts run; cut off, it is begun again;
                           1 when a file could not be read
          import-documents <folder>  takes over the trial system's documents; 1 when entries were skipped
        """;

    /// <returns>True when the arguments named a command: it has run and set the exit code (0 done, 1 refused or broken, 2 usage).</returns>
    public static async Task<bool> Ran(string[] args)
    {
        if (args is not [var command, ..] || command.StartsWith('-'))
            return false;
        Environment.ExitCode = args[1..].Count(IsOther) switch
        {
            0 when command != Open => await Run(command, args),
            8 when command == Open && Person(args) is { } person => await On(args, host => OpenAdministrator(host, person)),
            1 when command == Import && !args[1].StartsWith('-') => await On(args, host => ImportDocuments(host, args[1])),
            2 when command == Publish && Enum.TryParse<AgreementKind>(args[1], ignoreCase: true, out var kind) => await On(
                args,
                host => PublishAgreement(host, kind, args[2])
            ),
            _ => command == Open && Missing(args).ToList() is { Count: > 0 } missing
                ? ShowUsage($"{Open}: {string.Join(", ", missing)} missing")
                : ShowUsage(),
        };
        return true;

        bool IsOther(string argument) => !IsSetting(argument) && !(command == Verify && argument == WithFiles);
    }

    /// <summary>As the hosts take them: <c>--Files:Root=/files</c>.</summary>
    private static bool IsSetting(string argument) =>
        argument.StartsWith("--", StringComparison.Ordinal)
        && argument.Contains(':', StringComparison.Ordinal)
        && argument.Contains('=', StringComparison.Ordinal);

    private static async Task<int> Run(string command, string[] args) =>
        command switch
        {
            "migrate" => await On(args, Migrate),
            "seed-demo" => await InDevelopment(args, () => On(args, SeedDemo)),
            "demo-accounts" => await InDevelopment(args, PrintAccounts),
            Verify => await On([.. args.Where(a => a != WithFiles)], host => VerifyTrace(host, args.Contains(WithFiles))),
            "anchor-trace" => await On(args, Anchor),
            "import-cases" => await On(args, ImportCases),
            "verify-figures" => await On(args, CheckFigures),
            "rebuild-figures" => await On(args, CountFigures),
            "reencrypt-files" => await On(args, Reencrypt),
            _ => ShowUsage(),
        };

    private static async Task<int> On(string[] args, Func<IHost, Task<int>> run)
    {
        var builder = WebApplication.CreateBuilder([.. args[1..].Where(IsSetting)]);
        builder.Logging.ClearProviders();
        try
        {
            await builder.AddCourtDb(new PostgreSqlEngine(), new SqlServerEngine());
            builder.Services.AddDemoClock();
            await using var host = builder.Build();
            if (args[0] is "migrate" or "seed-demo")
                await host.ReachCourtDb();
            else
                await host.RequireCourtDb();
            return await run(host);
        }
        catch (SettingsException wrong)
        {
            await Console.Error.WriteLineAsync(wrong.Message);
            return 1;
        }
        catch (RefusedException refused)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return 1;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            await Console.Error.WriteLineAsync($"{args[0]} failed: {e}");
            return 1;
        }
    }

    private static async Task<int> Reencrypt(IHost host)
    {
        var (changed, broken) = await ActivatorUtilities
            .CreateInstance<ReencryptFiles>(host.Services)
            .Run(TellReencrypted, CancellationToken.None);
        foreach (var line in broken)
            await Console.Error.WriteLineAsync(line);
        Console.WriteLine($"{changed} files encrypted anew, {broken.Count} could not be read");
        return broken.Count == 0 ? 0 : 1;
    }

    private static void TellReencrypted(int changed)
    {
        if (changed % TellFilesEvery == 0)
            Console.WriteLine($"… {changed} files");
    }

    private static async Task<int> Migrate(IHost host)
    {
        await host.MigrateCourtDb();
        return 0;
    }

    private static async Task<int> PublishAgreement(IHost host, AgreementKind kind, string file)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var published = await scope
            .ServiceProvider.GetRequiredService<PublishAgreement>()
            .Handle(kind, await File.ReadAllTextAsync(file), CancellationToken.None);
        Console.WriteLine($"{published.Title}: version {published.Version} is in force");
        return 0;
    }

    /// <returns>What follows each option, by the option; null when one is missing or named twice.</returns>
    private static Dictionary<string, string>? Person(string[] args)
    {
        var said = args[1..].Where(a => !IsSetting(a)).Chunk(2).DistinctBy(pair => pair[0]).ToDictionary(pair => pair[0], pair => pair[1]);
        return s_person.All(said.ContainsKey) ? said : null;
    }

    private static async Task<int> OpenAdministrator(IHost host, Dictionary<string, string> person)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var (staff, password) = await scope
            .ServiceProvider.GetRequiredService<OpenAdministrator>()
            .Handle(person["--court"], person["--name"], person["--account"], person["--mobile"], CancellationToken.None);
        Console.WriteLine($"{staff.Name} ({staff.LoginName}) is an administrator of the Intermediate Court.");
        Console.WriteLine($"First password, shown this once and to be changed at the first sign-in: {password}");
        return 0;
    }

    private static async Task<int> SeedDemo(IHost host)
    {
        await host.MigrateCourtDb();
        var environment = host.Services.GetRequiredService<IHostEnvironment>();
        var demo = new DemoData(host.Services, environment, host.Services.GetRequiredService<DemoClock>(), Console.WriteLine);
        if (!await demo.Load(CancellationToken.None))
            Console.WriteLine("There are people already: no demo data loaded.");
        return 0;
    }

    private static async Task<int> VerifyTrace(IHost host, bool withFiles)
    {
        await using var scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<TraceFolders>().Look(withFiles, CancellationToken.None);
        var found = new TraceFindings(Console.WriteLine);
        await scope.ServiceProvider.GetRequiredService<TraceVerifier>().Verify(found, Teller(TellEvery, "rows"), CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<ServiceVerifier>().Verify(found, CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<CalendarVerifier>().Verify(found, CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<PutOffVerifier>().Verify(found, CancellationToken.None);
        if (withFiles)
            await scope
                .ServiceProvider.GetRequiredService<FileVerifier>()
                .Verify(found, Teller(TellFilesEvery, "files"), CancellationToken.None);
        Console.WriteLine(
            found.Files is { } files
                ? $"{files:N0} stored files compared with their hashes"
                : $"stored files were not compared with their hashes: verify-trace {WithFiles} does"
        );
        Console.WriteLine(found);
        return found.IsIntact ? 0 : 1;
    }

    /// <summary>Hears of every page, and says something now and then.</summary>
    private static Action<long> Teller(long every, string what)
    {
        var told = 0L;
        return done =>
        {
            if (done / every <= told)
                return;
            told = done / every;
            Console.WriteLine($"… {done:N0} {what}");
        };
    }

    private static async Task<int> Anchor(IHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<TraceFolders>().Look(withFiles: false, CancellationToken.None);
        var anchored = await scope.ServiceProvider.GetRequiredService<AnchorTrace>().Run(CancellationToken.None);
        Console.WriteLine(anchored is { } heads ? $"{heads:N0} chains anchored" : "another host anchors at this moment");
        return 0;
    }

    private static async Task<int> CheckFigures(IHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var found = await scope.ServiceProvider.GetRequiredService<VerifyFigures>().Run(TellOrders, CancellationToken.None);
        Console.WriteLine(found);
        return found.AreRight ? 0 : 1;
    }

    private static async Task<int> CountFigures(IHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var counted = await scope.ServiceProvider.GetRequiredService<RebuildFigures>().Run(TellOrders, CancellationToken.None);
        Console.WriteLine($"figures counted anew from {counted:N0} orders, services and cases");
        return 0;
    }

    private static async Task<int> ImportCases(IHost host)
    {
        var folder = host.Services.GetRequiredService<CaseInboxFolder>();
        if (folder.Root is null)
        {
            await Console.Error.WriteLineAsync("Cases:Inbox names no folder.");
            return 2;
        }

        await using var scope = host.Services.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<CaseInbox>().TakeOver(CancellationToken.None) is not { } imports)
        {
            await Console.Error.WriteLineAsync("Another host is taking over the files of that folder.");
            return 2;
        }

        foreach (var import in imports)
        {
            Console.WriteLine(
                $"{import.Name}: {import.Created} created, {import.Updated} updated, {import.Unchanged} unchanged, {import.Older} older, "
                    + $"{import.Refused} refused, {import.Warned} with warnings, {import.Files} files {import.Failure}"
            );
        }

        return imports.Exists(i => i.Refused > 0 || i.Failure.Length > 0) ? 1 : 0;
    }

    private static async Task<int> ImportDocuments(IHost host, string folder)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var result = await scope.ServiceProvider.GetRequiredService<CaseDocumentImport>().Run(folder, CancellationToken.None);
        Console.WriteLine(result);
        return result.Bad.Count == 0 ? 0 : 1;
    }

    private static void TellOrders(long counted)
    {
        if (counted % TellEvery == 0)
            Console.WriteLine($"… {counted:N0} orders, services and cases");
    }

    private static Task<int> PrintAccounts()
    {
        Console.WriteLine(DemoAccounts.Text());
        return Task.FromResult(0);
    }

    /// <summary>Demo names and their password are nothing for an installation that people use.</summary>
    private static async Task<int> InDevelopment(string[] args, Func<Task<int>> run)
    {
        if (WebApplication.CreateBuilder([.. args[1..].Where(IsSetting)]).Environment.IsDevelopment())
            return await run();
        await Console.Error.WriteLineAsync("Demo data is for Development only (ASPNETCORE_ENVIRONMENT).");
        return 1;
    }

    private static IEnumerable<string> Missing(string[] args) =>
        s_person.Where(option =>
            Array.IndexOf(args, option) is var at && (at < 0 || at == args.Length - 1 || s_person.Contains(args[at + 1]))
        );

    private static int ShowUsage(string wrong = "")
    {
        Console.Error.WriteLine(wrong.Length == 0 ? Usage : $"{Usage}\n\n{wrong}");
        return 2;
    }
}

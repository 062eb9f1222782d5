using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Given;

namespace Bench;

/// <summary>
/// A film that comes in pieces, from its first byte to "uploaded", beside copying the same file to the same disk; and many at once with the
/// memory of the host. The phone is on this machine too.
/// </summary>
internal static class Uploads
{
    private const int PieceSize = 8 << 20;
    private const int Rounds = 5;
    private const int ManyLength = 4 << 20;

    public static async Task Run(string connectionString, int megabytes, int many, Report report)
    {
        var folder = Directory.CreateTempSubdirectory("court-bench-uploads-");
        try
        {
            var data = await CourtData.Open(connectionString);
            await using var hosts = await Hosts.Start(connectionString, ("Files__Root", Path.Combine(folder.FullName, "files")));
            var person = await LitigantClient.SignIn(hosts.Api, await data.Litigant(), data);
            using var phone = new Phone(hosts.Api, person.AccessToken);
            var (film, copied, sent) = (Path.Combine(folder.FullName, "film.mp4"), new List<double>(), new List<double>());
            for (var round = 0; round <= Rounds; round++)
            {
                Write(film, megabytes);
                var copy = await Time(() => Copy(film, film + ".copy"));
                var upload = await Time(() => phone.Send(film));
                if (round == 0)
                    continue; // warms up
                copied.Add(copy);
                sent.Add(upload);
            }

            report.Add(0, Load.Of($"copy of {megabytes} MB, flushed", copied, TimeSpan.FromMilliseconds(copied.Sum())));
            var took = report.Add(0, Load.Of($"upload of {megabytes} MB", sent, TimeSpan.FromMilliseconds(sent.Sum())));
            Tell("upload, MB a second", megabytes / (took.P50 / 1000));
            var share = copied.Order().ElementAt(Rounds / 2) / took.P50;
            report.Compare("speed of the upload, of that of the copy", share, "≥ 0.7", share >= 0.7);
            await Many(hosts, data, many, report);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task Many(Hosts hosts, CourtData data, int many, Report report)
    {
        List<Phone> phones = [];
        for (var i = 0; i < many; i++)
        {
            var person = await LitigantClient.SignIn(hosts.Api, await data.Litigant(), data);
            phones.Add(new Phone(hosts.Api, person.AccessToken));
        }

        var before = hosts.ApiMemory;
        using var over = new CancellationTokenSource();
        var watching = Highest(hosts, over.Token);
        var took = await Time(() => Task.WhenAll(phones.Select(p => p.Send(ManyLength))));
        await over.CancelAsync();
        var highest = await watching;
        Tell($"{many} at once, MB a second together", many * (ManyLength >> 20) / (took / 1000));
        Tell("memory of the host before, MB", before);
        report.Compare($"memory of the host with {many} uploads at once, MB", highest, "≤ 300", highest <= 300);
        foreach (var phone in phones)
            phone.Dispose();
    }

    private static async Task<double> Highest(Hosts hosts, CancellationToken until)
    {
        var highest = 0.0;
        while (!until.IsCancellationRequested)
        {
            highest = Math.Max(highest, hosts.ApiMemory);
            await Task.Delay(50, CancellationToken.None);
        }

        return highest;
    }

    /// <summary>Other bytes each time: what the store has it does not write again.</summary>
    private static void Write(string path, int megabytes)
    {
        using var file = File.Create(path);
        file.Write(Head);
        var part = new byte[1 << 20];
        for (var i = 0; i < megabytes; i++)
        {
            RandomNumberGenerator.Fill(part);
            file.Write(part);
        }
    }

    private static ReadOnlySpan<byte> Head => "\0\0\0\u0018ftypisom\0\0\0\0isommp42"u8;

    private static async Task Copy(string from, string to)
    {
        await using var source = File.OpenRead(from);
        await using var target = File.Create(to);
        await source.CopyToAsync(target);
        target.Flush(flushToDisk: true);
    }

    private static async Task<double> Time(Func<Task> act)
    {
        var begun = Stopwatch.GetTimestamp();
        await act();
        return Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
    }

    private static void Tell(string what, double value) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what, -64}{value, 10:N0}"));

    private sealed class Phone : IDisposable
    {
        private readonly HttpClient _http;

        public Phone(Uri api, string token)
        {
            _http = new HttpClient { BaseAddress = new Uri(api, "/api/v1/"), Timeout = TimeSpan.FromMinutes(5) };
            _http.DefaultRequestHeaders.Add("Authorization", $"Bearer {token}");
            _http.DefaultRequestHeaders.Add("Tus-Resumable", "1.0.0");
        }

        public async Task Send(string path)
        {
            await using var file = File.OpenRead(path);
            await Send(file, file.Length);
        }

        public Task Send(int length)
        {
            var bytes = RandomNumberGenerator.GetBytes(length);
            Head.CopyTo(bytes);
            return Send(new MemoryStream(bytes), length);
        }

        public void Dispose() => _http.Dispose();

        private async Task Send(Stream bytes, long length)
        {
            using var start = new HttpRequestMessage(HttpMethod.Post, "uploads");
            start.Headers.Add("Upload-Length", $"{length}");
            start.Headers.Add("Upload-Metadata", "name " + Convert.ToBase64String("film.mp4"u8));
            using var started = (await _http.SendAsync(start)).EnsureSuccessStatusCode();
            var at = started.Headers.Location!;
            var piece = new byte[PieceSize];
            for (var sent = 0L; sent < length; )
            {
                var read = await bytes.ReadAtLeastAsync(piece, PieceSize, throwOnEndOfStream: false);
                using var patch = new HttpRequestMessage(HttpMethod.Patch, at) { Content = new ByteArrayContent(piece, 0, read) };
                patch.Content.Headers.ContentType = new("application/offset+octet-stream");
                patch.Headers.Add("Upload-Offset", $"{sent}");
                using var answer = (await _http.SendAsync(patch)).EnsureSuccessStatusCode();
                sent += read;
            }

            while (await State(at) != "uploaded")
                await Task.Delay(20);
        }

        private async Task<string> State(Uri at)
        {
            using var answer = await _http.SendAsync(new HttpRequestMessage(HttpMethod.Head, at));
            return answer.EnsureSuccessStatusCode().Headers.GetValues("Upload-State").Single();
        }
    }
}

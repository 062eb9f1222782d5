using System.Diagnostics;
using System.Globalization;
using Domain.Reading;

namespace MiniProgramApi.Tests.Reading;

/// <summary>A picture as the eye sees it, by libvips: what no reading of the bytes tells.</summary>
public sealed record GreyPixels(int Width, int Height, byte[] Pixels)
{
    public static async Task<GreyPixels> Of(byte[] jpeg)
    {
        var folder = Directory.CreateTempSubdirectory("court-grey-").FullName;
        try
        {
            var (source, grey) = (Path.Combine(folder, "in.jpg"), Path.Combine(folder, "out.pgm"));
            await File.WriteAllBytesAsync(source, jpeg);
            using var vips = Process.Start("vips", ["colourspace", source, grey, "b-w"]);
            await vips.WaitForExitAsync();
            var bytes = await File.ReadAllBytesAsync(grey);
            var (numbers, at) = (new List<int>(), 2);
            while (numbers.Count < 3)
            {
                var end = Array.FindIndex(bytes, at, b => b is (byte)'\n' or (byte)' ');
                var word = System.Text.Encoding.ASCII.GetString(bytes, at, end - at);
                if (word.StartsWith('#'))
                    end = Array.IndexOf(bytes, (byte)'\n', at);
                else if (int.TryParse(word, CultureInfo.InvariantCulture, out var number))
                    numbers.Add(number);
                at = end + 1;
            }

            return new(numbers[0], numbers[1], bytes[at..]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>What lies inside, without the edge that JPEG softens.</summary>
    public IEnumerable<byte> Box(PageMask mask)
    {
        var (left, top) = ((mask.Left * Width / 10_000) + 3, (mask.Top * Height / 10_000) + 3);
        var (right, bottom) = (((mask.Left + mask.Width) * Width / 10_000) - 3, ((mask.Top + mask.Height) * Height / 10_000) - 3);
        for (var y = top; y < bottom; y++)
        {
            for (var x = left; x < right; x++)
                yield return Pixels[(y * Width) + x];
        }
    }
}

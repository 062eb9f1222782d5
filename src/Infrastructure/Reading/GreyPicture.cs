using System.Text;

namespace Infrastructure.Reading;

/// <summary>A grey picture as libvips writes it in the plainest form (PGM, P5).</summary>
internal sealed record GreyPicture(int Width, int Height, byte[] Pixels)
{
    public byte At(int x, int y) => Pixels[(y * Width) + x];

    public static GreyPicture Read(byte[] pgm)
    {
        var (at, numbers) = (2, new List<int>());
        while (numbers.Count < 3)
        {
            if (pgm[at] == '#')
                at = Array.IndexOf(pgm, (byte)'\n', at);
            else if (char.IsAsciiDigit((char)pgm[at]))
                numbers.Add(Number(pgm, ref at));
            else
                at++;
        }

        var (width, height) = (numbers[0], numbers[1]);
        var pixels = pgm[(at + 1)..];
        return pgm is [(byte)'P', (byte)'5', ..] && numbers[2] == 255 && pixels.Length >= width * height
            ? new GreyPicture(width, height, pixels)
            : throw new InvalidDataException("No grey picture: " + Encoding.ASCII.GetString(pgm[..Math.Min(2, pgm.Length)]));
    }

    private static int Number(byte[] from, ref int at)
    {
        var number = 0;
        for (; char.IsAsciiDigit((char)from[at]); at++)
            number = (number * 10) + from[at] - '0';
        return number;
    }
}

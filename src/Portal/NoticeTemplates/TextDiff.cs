namespace Portal.NoticeTemplates;

public enum DiffKind
{
    Same,
    Added,
    Removed,
}

/// <param name="Text">Some characters that belong together.</param>
public sealed record DiffPart(DiffKind Kind, string Text);

/// <summary>What changed from one text to the next, character by character: notices are short.</summary>
public static class TextDiff
{
    public static IReadOnlyList<DiffPart> Of(string before, string after)
    {
        var common = CommonLengths(before, after);
        List<DiffPart> parts = [];
        var (i, j) = (0, 0);
        while (i < before.Length || j < after.Length)
        {
            if (i < before.Length && j < after.Length && before[i] == after[j])
            {
                Add(DiffKind.Same, before[i]);
                (i, j) = (i + 1, j + 1);
            }
            else if (j == after.Length || (i < before.Length && common[i + 1, j] >= common[i, j + 1]))
            {
                Add(DiffKind.Removed, before[i++]);
            }
            else
            {
                Add(DiffKind.Added, after[j++]);
            }
        }

        return parts;

        void Add(DiffKind kind, char c)
        {
            if (parts.Count > 0 && parts[^1].Kind == kind)
                parts[^1] = new DiffPart(kind, parts[^1].Text + c);
            else
                parts.Add(new DiffPart(kind, c.ToString()));
        }
    }

    /// <returns>For each pair of positions the length of the longest common subsequence of what follows.</returns>
    private static int[,] CommonLengths(string before, string after)
    {
        var lengths = new int[before.Length + 1, after.Length + 1];
        for (var i = before.Length - 1; i >= 0; i--)
        {
            for (var j = after.Length - 1; j >= 0; j--)
                lengths[i, j] = before[i] == after[j] ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
        }

        return lengths;
    }
}

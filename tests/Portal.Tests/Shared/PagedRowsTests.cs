using Infrastructure.Paging;
using Portal.Shared;

namespace Portal.Tests.Shared;

public sealed class PagedRowsTests
{
    private readonly List<int> _all = [.. Enumerable.Range(1, 7)];

    [Fact]
    public async Task Pages_follow_one_another_to_the_end()
    {
        var rows = new PagedRows<int>(after => Task.FromResult(Read(after)));
        await rows.More();
        Assert.Equal([1, 2, 3], rows.Rows);
        Assert.True(rows.HasMore);
        await rows.More();
        await rows.More();
        Assert.Equal(_all, rows.Rows);
        Assert.False(rows.HasMore);
    }

    [Fact]
    public async Task Renewing_keeps_as_many_rows_as_were_open_and_shows_what_changed()
    {
        var rows = new PagedRows<int>(after => Task.FromResult(Read(after)));
        await rows.More();
        await rows.More();
        _all.Remove(2);
        await rows.Renew();
        Assert.Equal([1, 3, 4, 5, 6, 7], rows.Rows);
        Assert.False(rows.HasMore);
    }

    [Fact]
    public async Task A_row_on_which_a_form_is_open_stays_until_it_is_closed()
    {
        var rows = new PagedRows<int>(after => Task.FromResult(Read(after)), row => row);
        await rows.More();
        rows.Keep(2, true);
        _all.Remove(2);
        await rows.Renew();
        Assert.Equal([1, 2, 3, 4], rows.Rows);
        await rows.Renew();
        Assert.Equal([1, 2, 3, 4], rows.Rows);
        Assert.True(rows.Keep(2, false));
        await rows.Renew();
        Assert.Equal([1, 3, 4, 5, 6, 7], rows.Rows);
    }

    [Fact]
    public async Task A_row_in_hand_that_newer_ones_push_off_the_page_stands_there_once()
    {
        var rows = new PagedRows<int>(after => Task.FromResult(Read(after)), row => row);
        _all.Remove(1);
        await rows.More();
        rows.Keep(4, true);
        _all.Insert(0, 1);
        await rows.Renew();
        Assert.Equal([1, 2, 4, 3], rows.Rows);
        await rows.More();
        Assert.Equal([1, 2, 4, 3, 5, 6], rows.Rows);
    }

    [Fact]
    public async Task Of_several_readings_the_newest_counts()
    {
        Queue<TaskCompletionSource<Page<int>>> asked = [];
        var rows = new PagedRows<int>(_ =>
        {
            asked.Enqueue(new());
            return asked.Last().Task;
        });
        var (older, newer) = (rows.Renew(), rows.Renew());
        var (first, second) = (asked.Dequeue(), asked.Dequeue());
        second.SetResult(new([2], null));
        await newer;
        first.SetResult(new([1], null));
        await older;
        Assert.Equal([2], rows.Rows);
    }

    [Fact]
    public async Task More_is_read_behind_a_renewal_that_comes_in_between()
    {
        Queue<(Cursor? After, TaskCompletionSource<Page<int>> Answer)> asked = [];
        var rows = new PagedRows<int>(after =>
        {
            asked.Enqueue((after, new()));
            return asked.Last().Answer.Task;
        });
        var first = rows.Renew();
        Answer();
        await first;
        var (more, renewal) = (rows.More(), rows.Renew());
        _all.Remove(2);
        Answer();
        Answer();
        await renewal;
        Answer();
        await more;
        Assert.Equal([1, 3, 4, 5, 6, 7], rows.Rows);

        void Answer()
        {
            var (after, answer) = asked.Dequeue();
            answer.SetResult(Read(after));
        }
    }

    private Page<int> Read(Cursor? after)
    {
        var behind = _all.Where(n => n > (after?.Position ?? 0)).ToList();
        return behind.Count <= 3 ? new(behind, null) : new(behind[..3], Cursor.Of(behind[2]));
    }
}

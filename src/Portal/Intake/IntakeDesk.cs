using Domain.Calendar;
using Domain.Drafts;
using Domain.Handling;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Infrastructure.Cases;
using Infrastructure.WorkOrders;
using Portal.App;
using Portal.Shared;

namespace Portal.Intake;

/// <summary>What an agent's page knows and does during one call; the components only show it.</summary>
public sealed partial class IntakeDesk(
    UseCaseRunner useCases,
    ICalendars calendars,
    IAnswerLimits limits,
    TimeProvider clock,
    ILogger log,
    Actor me
) : IDisposable
{
    public const int IdentityAttempts = 3;

    private readonly SemaphoreSlim _oneAtATime = new(1);
    private readonly Dictionary<Guid, Guid> _urges = [];
    private string _saved = "";

    public event Action? Changed;

    /// <summary>By whom it reads.</summary>
    public UseCaseRunner Run { get; } = useCases;

    public IntakeForm Form { get; private set; } = new();

    /// <summary>Normal form of the caller's number; empty until it is recognised.</summary>
    public string Caller { get; private set; } = "";

    public bool CallerIsMobile { get; private set; }

    /// <summary>The caller's orders; null while nobody rings.</summary>
    public PagedRows<OrderListRow>? History { get; private set; }

    public int HistoryTotal { get; private set; }
    public CaseLookup? CallerCases { get; private set; }
    public CaseLookup? Found { get; private set; }
    public CaseCardData? Card { get; private set; }
    public int IdentityFailures { get; private set; }
    public IReadOnlyList<Court> Courts { get; private set; } = [];
    public Owner? Recipient { get; private set; }
    public WorkingDeadline Deadline { get; private set; }
    public IReadOnlyList<DateOnly> CountedDays { get; private set; } = [];
    public DateTimeOffset? SavedAt { get; private set; }
    public bool SaveFailed { get; private set; }

    /// <summary>Why the last thing could not be done.</summary>
    public string Problem { get; private set; } = "";

    public string Done { get; private set; } = "";
    public RegisteredCall? Registered { get; private set; }

    /// <summary>A call that was not finished while another one rings.</summary>
    public string? RingingCaller { get; private set; }

    public bool IsRegistering { get; private set; }

    public DateTimeOffset Now => clock.GetUtcNow();

    public DateOnly Today => ChinaTime.DayOf(clock.GetUtcNow());

    /// <param name="caller">From the telephony; null when the agent types it.</param>
    public async Task Start(string? caller)
    {
        Courts = await Run.Ask((CaseQueries q, CancellationToken ct) => q.Courts(ct));
        var draft = await Run.Ask((LoadDraft u, CancellationToken ct) => u.Handle(IntakeForm.DraftKey, me, ct));
        if (draft is not null && IntakeForm.FromDraft(draft.Text) is { IsEmpty: false } kept)
        {
            (Form, _saved, SavedAt) = (kept, draft.Text, draft.SavedAt);
            await Resume();
            if (caller is not null && PhoneNumber.TryRead(caller, out var ringing, out _) && ringing != Caller)
                RingingCaller = ringing;
        }
        else if (caller is not null)
        {
            Form.Phone = caller;
            await TakePhone(caller, complete: true);
        }

        await CountDays();
        Changed?.Invoke();
    }

    /// <param name="complete">Enter was pressed or the field was left: say so when it is no number.</param>
    public Task EnterPhone(string typed, bool complete) => Do(() => TakePhone(typed, complete));

    private async Task TakePhone(string typed, bool complete)
    {
        (Registered, Done) = (null, "");
        if (!PhoneNumber.TryRead(typed, out var phone, out var mobile) || (!complete && !mobile))
        {
            if (complete && typed.Trim().Length > 0)
                Problem = "电话号码不对，请核对";
            return;
        }

        (Form.Phone, Caller, CallerIsMobile) = (phone, phone, mobile);
        Form.Since ??= clock.GetUtcNow();
        Form.CallBack = !mobile;
        if (!RegisterIntake.MayReplyBy(Form.ReplyWay, phone))
            Form.ReplyWay = ReplyWay.Usual;
        await LoadCaller();
        // One case of that number is the case in nine calls out of ten; the agent can still pick another.
        if (Form.CaseId is null && Form.UnconfirmedNumber is null && CallerCases is { Rows: [var only], Next: null })
            await Take(only.Id);
    }

    public Task ChangePhone() =>
        Do(() =>
        {
            (Caller, History, CallerCases, Form.Verified) = ("", null, null, null);
            return Task.CompletedTask;
        });

    public Task LookUp() =>
        Do(async () =>
        {
            Found = await Run.Ask((CaseQueries q, CancellationToken ct) => q.Find(Form.CaseTyped, null, me, ct));
            if (Found is { Rows: [var only], Next: null })
                await Take(only.Id);
            else if (Found.Number is { } number && Found.Rows.Count == 0)
            {
                (Card, Form.CaseId, Form.UnconfirmedNumber, Form.CourtId) = (null, null, number, Found.CourtId);
                await FindRecipient();
            }
        });

    public Task MoreCases() =>
        Do(async () =>
        {
            var next = await Run.Ask((CaseQueries q, CancellationToken ct) => q.Find(Form.CaseTyped, Found!.Next, me, ct));
            Found = next with { Rows = [.. Found!.Rows, .. next.Rows] };
        });

    public Task ChooseCase(Guid id) => Do(() => Take(id));

    public Task NoCase() =>
        Do(async () =>
        {
            (Card, Found, Form.CaseId, Form.UnconfirmedNumber, Form.CaseTyped, Form.Verified) = (null, null, null, null, "", null);
            await FindRecipient();
        });

    public Task ChooseCourt(Guid? court) =>
        Do(async () =>
        {
            Form.CourtId = court;
            await FindRecipient();
        });

    public Task ChooseCategory(Category category) =>
        Do(async () =>
        {
            Form.Category = category;
            await CountDays();
        });

    public Task Verify(string lastFour) =>
        Do(async () =>
        {
            if (Form.CaseId is not { } id || IdentityFailures >= IdentityAttempts)
                return;
            var role = await Run.Ask((CaseQueries q, CancellationToken ct) => q.Verify(id, Form.Name, lastFour, me, ct));
            if (role is null)
            {
                IdentityFailures++;
                Problem =
                    IdentityFailures < IdentityAttempts
                        ? $"姓名和身份证后四位与这个案件的当事人不一致，还可以核对 {IdentityAttempts - IdentityFailures} 次"
                        : "已核对 3 次不一致，这次来电不再核对。请只登记，不告知案件内容";
                return;
            }

            (Form.Verified, Form.Role) = ($"姓名和身份证后四位与{role}一致", role);
        });

    public Task Urge(OrderListRow order) =>
        Do(async () =>
        {
            var entry = _urges.TryGetValue(order.Id, out var begun) ? begun : _urges[order.Id] = Guid.CreateVersion7();
            var refused = await Run.Try(
                (Urge<WorkOrder> u, CancellationToken ct) => u.Handle(order.Id, entry, "来电人打 12368 催办", me, ct)
            );
            if (refused is not null)
                Problem = refused.Message;
            else
                Done = $"{order.Number} 已记为第 {order.UrgeCount + 1} 次催办，{order.OwnerName}会收到通知";
            _urges.Remove(order.Id);
            await LoadHistory();
        });

    public Task MoreHistory() => Do(() => History!.More());

    /// <summary>Something in the caller's orders changed.</summary>
    public Task RefreshHistory() => Do(LoadHistory, keepsMessages: true);

    /// <param name="atOnce">Answered on the phone, which closes it; otherwise dispatched.</param>
    public async Task Register(bool atOnce)
    {
        if (IsRegistering)
            return;
        IsRegistering = true;
        try
        {
            await Do(() => RegisterCall(atOnce));
        }
        finally
        {
            IsRegistering = false;
            Changed?.Invoke();
        }
    }

    private async Task RegisterCall(bool atOnce)
    {
        if (Registered is not null && Form.IsEmpty)
            return; // the second press of a double one
        Problem = Missing(atOnce);
        if (Problem.Length > 0)
            return;
        var litigant = Caller.Length > 0 ? await Run.Ask((CallerQueries q, CancellationToken ct) => q.Litigant(Caller, ct)) : null;
        WorkOrder? order = null;
        var refused = await Run.Try(
            async (RegisterIntake u, CancellationToken ct) =>
                order = await u.Handle(Form.OrderId, Form.ToIntake(Caller, litigant, atOnce), me, ct)
        );
        if (refused is not null)
        {
            Problem = refused.Message;
            return;
        }

        Registered = new RegisteredCall(order!.Id, order.Number, order.IsClosed, order.OwnerName, order.DueOn, CallerIsMobile)
        {
            ByVoice = Form.ReplyWay == ReplyWay.Voice,
        };
        await StartAnew();
    }

    /// <summary>The call needs no order, or the one that rings is taken.</summary>
    public Task Clear() =>
        Do(async () =>
        {
            var ringing = RingingCaller;
            Registered = null;
            await StartAnew();
            if (ringing is not null)
                await TakePhone(ringing, complete: true);
        });

    public void KeepUnfinished()
    {
        RingingCaller = null;
        Changed?.Invoke();
    }

    public void Write(Action change)
    {
        change();
        Changed?.Invoke();
    }

    /// <summary>Keeps what is typed, when it has changed since the last time.</summary>
    public async Task Save()
    {
        var text = Form.ToDraft();
        if (text == _saved)
            return;
        try
        {
            SavedAt = await Run.Do((SaveDraft u, CancellationToken ct) => u.Handle(IntakeForm.DraftKey, text, me, ct));
            (_saved, SaveFailed) = (text, false);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            log.DraftNotSaved(e); // the page tries again; the call goes on
            SaveFailed = true;
        }

        Changed?.Invoke();
    }

    public void Dispose() => _oneAtATime.Dispose();

    private string Missing(bool atOnce) =>
        Form.Phone.Length > 0 && Caller.Length == 0 && !PhoneNumber.TryRead(Form.Phone, out _, out _) ? "电话号码不对，请核对"
        : Form.Category is null ? "还没有选诉求类别，按数字键选择"
        : Form.Text.Trim().Length == 0 ? "还没有写诉求内容"
        : OpenWords.HoldIdNumber(Form.Text) || OpenWords.HoldIdNumber(Form.Answer)
            ? "内容里有证件号码，请删去：核对身份用“核对身份”，不写进工单"
        : atOnce && Form.Answer.Trim().Length == 0 ? "当场答复要写下您告知的内容"
        : !atOnce && Form.CaseId is null && Form.CourtId is null ? "没有案件，请选接收的法院"
        : "";

    private async Task StartAnew()
    {
        (Form, Caller, CallerIsMobile, History, CallerCases, Found, Card, Recipient, IdentityFailures, RingingCaller) = (
            new IntakeForm(),
            "",
            false,
            null,
            null,
            null,
            null,
            null,
            0,
            null
        );
        await Run.Try((DropDraft u, CancellationToken ct) => u.Handle(IntakeForm.DraftKey, me, ct));
        (_saved, SavedAt) = ("", null);
        await CountDays();
    }

    private async Task Do(Func<Task> action, bool keepsMessages = false)
    {
        await _oneAtATime.WaitAsync();
        try
        {
            if (!keepsMessages)
                Problem = "";
            await action();
        }
        finally
        {
            _oneAtATime.Release();
            Changed?.Invoke();
        }
    }
}

/// <summary>What the agent reads out at the end of a call.</summary>
public sealed record RegisteredCall(Guid Id, string Number, bool AnsweredAtOnce, string Recipient, CountedDay Due, bool BySms)
{
    /// <summary>The answer is read out by a call.</summary>
    public bool ByVoice { get; init; }
}

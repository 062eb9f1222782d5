using Domain.Calendar;
using Domain.Cases;
using Domain.Handling;
using Domain.Shared;
using Domain.Supervision;
using Microsoft.EntityFrameworkCore;

namespace Domain.WorkOrders;

/// <summary>
/// An agent registers a call or a visit (来电登记): answered at once, which closes it, or dispatched. The AI attendant's
/// and the halls' entries take the same way.
/// </summary>
public sealed class RegisterIntake(
    ICourtDb db,
    Dispatcher dispatcher,
    ICalendars calendars,
    IAnswerLimits limits,
    SupervisionChains chains,
    INumberSource numbers,
    SurveyLinks surveys,
    TimeProvider clock
)
{
    /// <param name="id">Made by the page: pressing twice registers once.</param>
    public async Task<WorkOrder> Handle(Guid id, Intake intake, Actor by, CancellationToken ct)
    {
        var (order, _) = await db.Once(() => Registered(id, by, ct), () => Make(id, intake, by, ct), ct);
        return order;
    }

    /// <summary>Nothing is saved: for whoever saves more with it.</summary>
    internal async Task<WorkOrder> Make(Guid id, Intake intake, Actor by, CancellationToken ct)
    {
        Check(intake);
        var @case = intake.CaseId is { } caseId
            ? await db.Set<Case>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == caseId, ct) ?? throw CaseErrors.NotFound()
            : null;
        var now = clock.GetUtcNow();
        var today = ChinaTime.DayOf(now);
        var isUrgent = intake.AnsweredAtOnce is null && !string.IsNullOrWhiteSpace(intake.UrgentReason);
        var message = new NewWorkOrder(
            id,
            await numbers.Next(WorkOrder.Numbers, today, ct),
            intake.Channel,
            intake.Category,
            RequesterFrom(intake),
            intake.Text
        )
        {
            CaseId = @case?.Id,
            CaseNumber = @case?.Number ?? intake.UnconfirmedCaseNumber,
            IsSensitive = @case?.IsSensitive ?? false,
            ReplyWay = intake.ReplyWay,
            AboutCourtId = @case?.CourtId ?? intake.CourtId,
            AboutDivisionId = @case?.DivisionId,
            IsToBeUrgent = isUrgent,
        };
        var owner = intake.AnsweredAtOnce is null ? await Owner(intake, @case, ct) : await Agent(by, ct);
        var calendar = await calendars.Current(ct);
        var ladder = (await limits.Current(ct)).Ladder(calendar, owner.CourtId, intake.Category, today);
        var order = intake.AnsweredAtOnce is null
            ? WorkOrder.Open(message, owner, ladder, by, now)
            : WorkOrder.OpenAndAnswer(message, owner, ladder, intake.AnsweredAtOnce, by, now, surveys.New(now));
        if (isUrgent)
            order.MarkUrgent(intake.UrgentReason, await chains.Of(owner.DivisionId, ct), calendar, by, now);
        return db.Set<WorkOrder>().Add(order).Entity;
    }

    private async Task<WorkOrder?> Registered(Guid id, Actor by, CancellationToken ct)
    {
        var order = await db.Set<WorkOrder>().AsNoTracking().SingleOrDefaultAsync(o => o.Id == id, ct);
        return order is null || order.RegisteredById == by.Id ? order : throw WorkOrderErrors.IdReused();
    }

    private static void Check(Intake intake)
    {
        if (intake.Phone.Length > 0 && !PhoneNumber.TryRead(intake.Phone, out _, out _))
            throw WorkOrderErrors.PhoneInvalid();
        if (!MayReplyBy(intake.ReplyWay, intake.Phone))
            throw WorkOrderErrors.ReplyWayImpossible(intake.ReplyWay);
        if (TypedText.Storable(intake.Name).Length > Requester.NameMaxLength)
            throw WorkOrderErrors.NameTooLong();
        if (intake.UnconfirmedCaseNumber?.Length > Case.NumberMaxLength)
            throw CaseErrors.NumberInvalid("案号太长，请核对");
    }

    /// <summary>A call needs a telephone, an SMS a mobile one.</summary>
    public static bool MayReplyBy(ReplyWay way, string phone) =>
        way == ReplyWay.Usual || (PhoneNumber.TryRead(phone, out _, out var isMobile) && (isMobile || way == ReplyWay.Voice));

    private Task<Owner> Owner(Intake intake, Case? @case, CancellationToken ct) =>
        @case is not null ? dispatcher.ForCase(@case, ct)
        : intake.CourtId is { } court ? dispatcher.ForCourt(court, ct)
        : throw WorkOrderErrors.CourtMissing();

    private async Task<Owner> Agent(Actor by, CancellationToken ct) =>
        new(by.Id, by.Name, by.Post!.Role, by.Post.CourtId, by.Post.DivisionId, await db.DivisionName(by, ct));

    private static Requester RequesterFrom(Intake intake) =>
        new(
            intake.LitigantId,
            TypedText.Storable(intake.Name) is { Length: > 0 } name ? name : ShownName.Unnamed,
            PhoneNumber.TryRead(intake.Phone, out var phone, out _) ? phone : "",
            intake.Role
        );

    public sealed record Intake(Channel Channel, Category Category, string Name, string Phone, string Role, string Text)
    {
        public Guid? LitigantId { get; init; }
        public Guid? CaseId { get; init; }
        public string? UnconfirmedCaseNumber { get; init; }

        /// <summary>Where it goes without a case.</summary>
        public Guid? CourtId { get; init; }

        public ReplyWay ReplyWay { get; init; }

        /// <summary>Why it cannot wait (加急); empty where it can.</summary>
        public string UrgentReason { get; init; } = "";

        /// <summary>What was told on the phone; null dispatches.</summary>
        public string? AnsweredAtOnce { get; init; }
    }
}

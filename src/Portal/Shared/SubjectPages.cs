using Domain.Shared;

namespace Portal.Shared;

/// <summary>The page of each kind of thing: what a notice or a row about it leads to.</summary>
public static class SubjectPages
{
    public static string Of(SubjectKind kind, Guid id) =>
        kind switch
        {
            SubjectKind.WorkOrder => $"/work-orders/{id}",
            SubjectKind.Service => $"/service/{id}",
            SubjectKind.ServiceTask => $"/service/tasks/{id}",
            SubjectKind.ServiceDuty => "/service/duties",
            SubjectKind.EarlyWarning => $"/early-warnings/{id}",
            SubjectKind.ContactChange or SubjectKind.ContactGap => "/contact-changes",
            SubjectKind.InboundSms => "/inbound-sms",
            SubjectKind.Case => $"/cases/{id}",
            SubjectKind.CaseBinding => $"/bindings/{id}",
            SubjectKind.Submission => $"/submissions/{id}",
            SubjectKind.ReadingRequest => $"/readings/{id}",
            SubjectKind.CityChange => "/city-changes",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };
}

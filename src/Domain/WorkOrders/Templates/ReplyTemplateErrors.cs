using Domain.Shared;

namespace Domain.WorkOrders;

public static class ReplyTemplateErrors
{
    public static RefusedException NotFound() => new(Refusal.NotFound, "reply_template.not_found", "没有这个模板，或者不是您的模板");

    public static RefusedException Incomplete() => new(Refusal.Unprocessable, "reply_template.incomplete", "名称和内容都要写");

    public static RefusedException NameTooLong() =>
        new(Refusal.Unprocessable, "reply_template.name_too_long", $"名称最多 {ReplyTemplate.NameMaxLength} 字");

    public static RefusedException TextTooLong() =>
        new(Refusal.Unprocessable, "reply_template.text_too_long", $"内容最多 {ReplyTemplate.TextMaxLength} 字");

    public static RefusedException TooMany() =>
        new(Refusal.Conflict, "reply_template.too_many", $"自己的模板最多 {ReplyTemplate.MaxPerPerson} 个，请先删去不用的");
}

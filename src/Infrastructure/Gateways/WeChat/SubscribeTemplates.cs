using System.Text.Json;
using System.Text.Json.Serialization;
using Domain.Notifications;
using Infrastructure.Settings;

namespace Infrastructure.Gateways.WeChat;

/// <summary>The configured templates, checked when the host starts: a mistake would otherwise show only when somebody is not told.</summary>
public sealed class SubscribeTemplates
{
    /// <summary>WeChat asks for this many at a time.</summary>
    public const int AskedAtOnce = 3;

    private static readonly string[] s_given = ["text", "title", "now"];
    private static readonly JsonSerializerOptions s_json = new() { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };
    private readonly Dictionary<string, SubscribeTemplate> _byKind;

    public SubscribeTemplates(WeChatOptions options)
    {
        _byKind = InFile(options.TemplatesFile);
        foreach (var (key, template) in options.Templates)
            _byKind[key] = template;
        _byKind = _byKind.Where(t => t.Value.Id.Length > 0).ToDictionary();
        foreach (var (key, template) in _byKind)
            Check(key, template);
    }

    /// <returns>Null when none is configured.</returns>
    public SubscribeTemplate? For(string kind) =>
        _byKind.GetValueOrDefault(kind) ?? (NoticeKinds.Find(kind)?.TemplateOf is { } same ? _byKind.GetValueOrDefault(same) : null);

    /// <summary>Every template's id once.</summary>
    public IReadOnlyList<string> Ids => [.. _byKind.Values.Select(t => t.Id).Distinct()];

    public bool Has(string templateId) => _byKind.Values.Any(t => t.Id == templateId);

    public bool IsLongTerm(string templateId) => _byKind.Values.Any(t => t.Id == templateId && t.LongTerm);

    /// <summary>
    /// Which ones to ask a person for, the most useful first. One-time and long-term ones may not be mixed: a long-term one not accepted
    /// yet goes first.
    /// </summary>
    /// <param name="accepted">Templates for which there is credit.</param>
    public IReadOnlyList<string> ToAsk(IEnumerable<NoticeKind> kinds, IReadOnlySet<string> accepted)
    {
        var templates = kinds.Select(k => For(k.Key)).OfType<SubscribeTemplate>().DistinctBy(t => t.Id).ToList();
        var longTerm = templates.Where(t => t.LongTerm && !accepted.Contains(t.Id)).ToList();
        return [.. (longTerm.Count > 0 ? longTerm : templates.Where(t => !t.LongTerm)).Take(AskedAtOnce).Select(t => t.Id)];
    }

    private static Dictionary<string, SubscribeTemplate> InFile(string path)
    {
        if (path.Length == 0)
            return [];
        try
        {
            using var file = File.OpenRead(path);
            return JsonSerializer.Deserialize<Dictionary<string, SubscribeTemplate>>(file, s_json) ?? [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new SettingsException($"WeChat:TemplatesFile cannot be read: {e.Message.ReplaceLineEndings(" ")}");
        }
    }

    private static void Check(string key, SubscribeTemplate template)
    {
        var kind = NoticeKinds.Find(key) ?? throw Wrong(key, "there is no such kind of notice");
        if (!kind.Channels.Contains(NoticeChannel.WeChat))
            throw Wrong(key, "this kind does not go by WeChat");
        if (template.Id.Length > SubscribeCredit.TemplateIdMaxLength)
            throw Wrong(key, "the template's id is too long");
        if (template.Fields.Count == 0)
            throw Wrong(key, "the template has no fields");
        foreach (var (field, value) in template.Fields)
        {
            if (SubscribeFields.TypeOf(field) is null)
                throw Wrong(key, $"{field} is no field of a subscribe message");
            if (NoticeKind.NamesIn(value).FirstOrDefault(n => !s_given.Contains(n) && !kind.FieldNames.Contains(n)) is { } unknown)
                throw Wrong(key, $"the kind has no field {unknown}");
        }
    }

    private static SettingsException Wrong(string kind, string what) => new($"WeChat:Templates:{kind}: {what}.");
}

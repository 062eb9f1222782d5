using System.Text.Json;
using System.Text.Json.Serialization;
using Domain.WorkOrders;

namespace Portal.Intake;

/// <summary>What an agent says for one category (话术). Braces hold what the case and the calendar fill in.</summary>
/// <param name="Asked">Common words for what is asked.</param>
/// <param name="Tell">What can be told at once; <paramref name="TellWithoutCase"/> as long as no case is chosen.</param>
public sealed record CallScript(string Asked, string Confirm, string Tell, string TellWithoutCase, string DoNotSay);

/// <summary>The texts of <c>scripts.json</c>, which the court edits without touching code.</summary>
public static class CallScripts
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
    };

    private static readonly Dictionary<Category, CallScript> s_all = Read();

    public static CallScript Of(Category category) => s_all[category];

    private static Dictionary<Category, CallScript> Read()
    {
        using var file = typeof(CallScripts).Assembly.GetManifestResourceStream("Portal.Intake.scripts.json")!;
        return JsonSerializer.Deserialize<Dictionary<Category, CallScript>>(file, s_json)!;
    }
}

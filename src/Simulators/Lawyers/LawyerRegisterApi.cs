using Microsoft.Extensions.Options;
using Simulators.App;

namespace Simulators.Lawyers;

/// <summary>
/// The lawyers' platform: any licence of 17 digits is practising, but one that ends in 0000 is not known, in 0001 cancelled; one that ends
/// in 0002 is never answered for.
/// </summary>
internal static class LawyerRegisterApi
{
    private const int Digits = 17;
    private const string Firm = "广东岭南律师事务所";

    public static void MapLawyerRegister(this WebApplication app) =>
        app.MapPost(
            "/lawyers/look",
            (Asked asked, HttpRequest request, IOptions<SimulatorOptions> options) =>
            {
                if (request.Headers.Authorization != $"Bearer {options.Value.Lawyers.Key}")
                    return Results.Unauthorized();
                var number = asked.LicenceNumber;
                return number.EndsWith("0002", StringComparison.Ordinal) ? Results.StatusCode(StatusCodes.Status503ServiceUnavailable)
                    : number.EndsWith("0001", StringComparison.Ordinal)
                        ? Results.Json(
                            new
                            {
                                status = "cancelled",
                                name = asked.Name,
                                firm = Firm,
                            }
                        )
                    : number.Length != Digits || number.EndsWith("0000", StringComparison.Ordinal) || !number.All(char.IsAsciiDigit)
                        ? Results.Json(new { status = "unknown" })
                    : Results.Json(
                        new
                        {
                            status = "practising",
                            name = asked.Name,
                            firm = Firm,
                        }
                    );
            }
        );

    private sealed record Asked(string Name, string LicenceNumber);
}

using Domain.Shared;
using Shouldly;

namespace Domain.Tests.Shared;

public class PhoneNumberTests
{
    [Theory]
    [InlineData("13800138000", "13800138000")]
    [InlineData("138 0013 8000", "13800138000")]
    [InlineData("+86 138-0013-8000", "13800138000")]
    [InlineData("0086 13800138000", "13800138000")]
    [InlineData("8613800138000", "13800138000")]
    [InlineData("１３８００１３８０００", "13800138000")]
    [InlineData("138—0013—8000", "13800138000")]
    [InlineData("\u202D13800138000\u202C", "13800138000")] // as copied from a phone's contacts
    [InlineData("013820138000", "13820138000")] // dialled from another city, as it once had to be
    public void A_mobile_number_is_read_as_people_type_it(string typed, string normalised) =>
        Read(typed).ShouldBe((true, normalised, true));

    [Theory]
    [InlineData("(020) 8321 0000", "02083210000")]
    [InlineData("（020）83210000", "02083210000")]
    [InlineData("020-8321-0000", "02083210000")]
    [InlineData("+86 20 8321 0000", "02083210000")]
    [InlineData("+86 (0)20 8321 0000", "02083210000")]
    [InlineData("0755-83210000", "075583210000")]
    [InlineData("0660-3210000", "06603210000")]
    [InlineData("8321 0000", "83210000")]
    [InlineData("020-83210000-8001", "02083210000-8001")]
    [InlineData("020-83210000转8001", "02083210000-8001")]
    [InlineData("02083210000 分机 12", "02083210000-12")]
    public void A_landline_is_read_as_people_type_it(string typed, string normalised) => Read(typed).ShouldBe((true, normalised, false));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("12368")]
    [InlineData("12800138000")]
    [InlineData("138001380001")]
    [InlineData("13800138000转1")]
    [InlineData("020-13210000")]
    [InlineData("020-8321000")]
    [InlineData("13800138000和13900139000")]
    [InlineData("\ud800")]
    [InlineData("٠٢٠٨٣٢١٠٠٠٠")]
    public void Anything_else_is_no_phone_number(string? typed) => Read(typed).ShouldBe((false, "", false));

    [Fact]
    public void What_was_read_reads_back_to_itself()
    {
        foreach (var number in new[] { "13800138000", "02083210000", "075583210000", "83210000", "02083210000-8001" })
            Read(number).Normalised.ShouldBe(number);
    }

    private static (bool Ok, string Normalised, bool Mobile) Read(string? typed) =>
        (PhoneNumber.TryRead(typed, out var normalised, out var mobile), normalised, mobile);
}

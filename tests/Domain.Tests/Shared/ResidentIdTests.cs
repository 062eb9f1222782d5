using Domain.Shared;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;

namespace Domain.Tests.Shared;

public class ResidentIdTests
{
    [Theory]
    [InlineData("11010519491231002X")]
    [InlineData(" 110105 19491231 002x ")]
    [InlineData("１１０１０５１９４９１２３１００２Ｘ")]
    [InlineData("110105-19491231-002X")]
    [InlineData("\u202D11010519491231002X\u202C")]
    public void A_number_is_read_as_people_type_it(string typed)
    {
        ResidentId.TryRead(typed, out var normalised).ShouldBeTrue();
        normalised.ShouldBe("11010519491231002X");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("110105194912310021")] // check character
    [InlineData("11010519490231002X")] // 31 February
    [InlineData("110105491231002")] // the old 15 digits
    [InlineData("11010519491231002XX")]
    [InlineData("X1010519491231002X")]
    [InlineData("\udc00")]
    public void A_wrong_number_is_refused(string? typed)
    {
        ResidentId.TryRead(typed, out var normalised).ShouldBeFalse();
        normalised.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("99010519491231002")] // no such province
    [InlineData("11010519491331002")] // month 13
    [InlineData("11010518991231002")] // before 1900
    public void A_right_check_character_does_not_excuse_the_rest(string first17) =>
        ResidentId.TryRead(first17 + ResidentId.CheckCharacter(first17), out _).ShouldBeFalse();

    [Theory]
    [InlineData("110105194912310011", Gender.Male)]
    [InlineData("11010519491231002X", Gender.Female)]
    public void The_seventeenth_digit_tells_the_gender(string id, Gender gender) => ResidentId.GenderOf(id).ShouldBe(gender);

    [Fact]
    public void The_birth_date_is_in_the_number()
    {
        ResidentId.TryBirthDate("11010519491231002X", out var born).ShouldBeTrue();
        born.ShouldBe(new DateOnly(1949, 12, 31));
    }

    [Fact]
    public void One_wrong_digit_is_always_noticed() =>
        Prop.ForAll(
                Gen.Choose(0, 16).ToArbitrary(),
                Gen.Choose(1, 9).ToArbitrary(),
                (position, shift) =>
                {
                    var digits = "11010519491231002".ToCharArray();
                    digits[position] = (char)('0' + (digits[position] - '0' + shift) % 10);
                    return !ResidentId.TryRead(new string(digits) + "X", out _);
                }
            )
            .QuickCheckThrowOnFailure();
}

using Domain.Organisation;
using Shouldly;

namespace Domain.Tests.Organisation;

public class PasswordPolicyTests
{
    [Theory]
    [InlineData("Court-12368-demo")]
    [InlineData("court-12368")] // three of the four classes
    [InlineData("广州微法院Ab12345")] // Chinese characters count as symbols
    public void A_password_of_ten_characters_and_three_classes_may_be_used(string password) =>
        PasswordPolicy.Problems(password, "chenjingyi").ShouldBeEmpty();

    [Theory]
    [InlineData("short-A1", "密码至少 10 位")]
    [InlineData("alllowercaseletters", "密码要有大写字母、小写字母、数字、符号中的 3 种")]
    [InlineData("lower12368lower", "密码要有大写字母、小写字母、数字、符号中的 3 种")]
    [InlineData("Chenjingyi-2026", "密码不能包含用户名")]
    public void A_weak_password_is_told_why(string password, string problem) =>
        PasswordPolicy.Problems(password, "chenjingyi").ShouldBe([problem]);

    [Fact]
    public void The_length_is_bounded()
    {
        PasswordPolicy.Problems("Ab1" + new string('x', 125), "chenjingyi").ShouldBeEmpty();
        PasswordPolicy.Problems("Ab1" + new string('x', 126), "chenjingyi").ShouldBe(["密码最多 128 位"]);
    }

    [Fact]
    public void Every_fault_is_told_at_once() => PasswordPolicy.Problems("", "chenjingyi").Count.ShouldBe(2);
}

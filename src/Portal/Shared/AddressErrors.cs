using Domain.Shared;

namespace Portal.Shared;

/// <summary>What is wrong with an address before any use case sees it.</summary>
public static class AddressErrors
{
    public static RefusedException Invalid() =>
        new(Refusal.Invalid, "address.invalid", "地址里有一项填得不对。请回到平台的页面，重新点一次。");

    public static RefusedException PageExpired() =>
        new(Refusal.Invalid, "address.page_expired", "这个页面打开得太久，或者浏览器不收 Cookie。请刷新页面后再试一次。");
}

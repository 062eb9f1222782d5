using Infrastructure.WorkOrders;
using Portal.Shared;

namespace Portal.Search;

/// <summary>Orders page by page.</summary>
public sealed class PagedOrders(Func<PageKey?, Task<KeyPage<OrderListRow>>> read) : PagedRows<OrderListRow>(read);

using Infrastructure.Paging;
using Infrastructure.WorkOrders;
using Portal.Shared;

namespace Portal.Search;

/// <summary>Orders page by page.</summary>
public sealed class PagedOrders(Func<Cursor?, Task<Page<OrderListRow>>> read) : PagedRows<OrderListRow>(read);

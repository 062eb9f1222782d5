import { routes } from '@/routes'
import type { Notice } from '@/services/notices'

/** Where what a notice tells of is; null where it tells all itself. */
export function placeOf(notice: Notice): string | null {
  if (notice.workOrderId) return routes.message(notice.workOrderId)
  if (notice.bindingId) return routes.binding(notice.bindingId)
  if (notice.submissionId) return routes.material(notice.submissionId)
  if (notice.readingId) return routes.reading(notice.readingId)
  if (notice.serviceId) return routes.document(notice.serviceId)
  if (notice.documents) return routes.documents
  return notice.caseId ? routes.case(notice.caseId) : null
}

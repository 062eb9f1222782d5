import { openFile } from '@/look/openFile'
import { fetchForm } from '@/services/submissions'

const types = { pdf: 'application/pdf', docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' }

/** The empty form with what the court knows, to fill in and sign on paper. */
export const openForm = async (kind: string, caseId: string, title: string, format: keyof typeof types) =>
  openFile(await fetchForm(kind, caseId, format), { name: `${title}.${format}`, contentType: types[format] }, true)

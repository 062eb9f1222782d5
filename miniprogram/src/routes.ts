/** Every page's address, with what it is opened with. */
export const routes = {
  home: '/pages/home/index',
  messages: '/pages/messages/index',
  message: (id: string) => `/pages/messages/detail?id=${id}`,
  messagesOfCase: (caseId: string) => `/pages/messages/index?caseId=${caseId}`,
  write: (caseId?: string) => (caseId ? `/pages/messages/write?caseId=${caseId}` : '/pages/messages/write'),
  /** About a case number of before 2016: the court is still to be chosen, the number begins the words. */
  writeOld: (number: string) => `/pages/messages/write?old=${encodeURIComponent(number)}`,
  writeAbout: (number: string, courtName: string) =>
    `/pages/messages/write?number=${encodeURIComponent(number)}&court=${encodeURIComponent(courtName)}`,
  supplement: (orderId: string) => `/pages/messages/supplement?id=${orderId}`,
  documents: '/pages/documents/index',
  documentsOfCase: (caseId: string) => `/pages/documents/index?caseId=${caseId}`,
  /** After proving the phone or address of a link: the session, if there is one, stays out of it. */
  documentsByLink: '/pages/documents/index?visit=1',
  document: (id: string) => `/pages/documents/detail?id=${id}`,
  signDocument: (id: string) => `/pages/documents/sign?id=${id}`,
  documentHistory: (id: string) => `/pages/documents/history?id=${id}`,
  cases: '/pages/cases/index',
  case: (id: string) => `/pages/cases/detail?id=${id}`,
  lookUpCase: '/pages/cases/lookup',
  bindings: '/pages/bindings/index',
  askBinding: (number = '') => (number ? `/pages/bindings/ask?number=${encodeURIComponent(number)}` : '/pages/bindings/ask'),
  binding: (id: string) => `/pages/bindings/detail?id=${id}`,
  readings: (caseId = '') => (caseId ? `/pages/readings/index?caseId=${caseId}` : '/pages/readings/index'),
  askReading: (caseId: string) => `/pages/readings/ask?caseId=${caseId}`,
  reading: (id: string) => `/pages/readings/detail?id=${id}`,
  readingPage: (id: string, fileId: string, page: number) => `/pages/readings/page?id=${id}&fileId=${fileId}&page=${page}`,
  materials: '/pages/materials/index',
  materialsOfCase: (caseId: string) => `/pages/materials/index?caseId=${caseId}`,
  material: (id: string) => `/pages/materials/detail?id=${id}`,
  materialSent: (id: string) => `/pages/materials/detail?id=${id}&sent=1`,
  handIn: (caseId = '') => (caseId ? `/pages/materials/choose?caseId=${caseId}` : '/pages/materials/choose'),
  writeMaterial: (caseId: string, kind: string) => `/pages/materials/write?caseId=${caseId}&kind=${kind}`,
  materialDraft: (draft: { id: string; kind: string; case: { id: string } }) => `${routes.writeMaterial(draft.case.id, draft.kind)}&draft=${draft.id}`,
  materialUpload: (draftId: string, fileId: string) => `/pages/materials/upload?draft=${draftId}&file=${fileId}`,
  applications: (caseId = '') => (caseId ? `/pages/applications/index?caseId=${caseId}` : '/pages/applications/index'),
  application: (caseId: string, kind: string) => `/pages/applications/detail?caseId=${caseId}&kind=${kind}`,
  notices: '/pages/notices/index',
  verify: '/pages/verify/index',
  verifyPaper: (serial: string, code: string) => `/pages/verify/index?serial=${encodeURIComponent(serial)}&code=${encodeURIComponent(code)}`,
  addressConfirmation: '/pages/documents/address-confirmation',
  account: '/pages/account/index',
  signIn: '/pages/account/sign-in',
  missing: '/pages/missing/index',
  search: '/pages/search/index',
  agreement: (kind: string) => `/pages/account/agreement?kind=${kind}`,
  realName: '/pages/account/real-name',
}

export const go = (url: string) => void uni.navigateTo({ url })

const addressOf = (page: { route?: string; $page?: { fullPath?: string } } | undefined) => page?.$page?.fullPath ?? (page?.route ? `/${page.route}` : '')

/** The address of the page on the screen, with what it was opened with. */
export const here = () => addressOf(getCurrentPages().at(-1)) || routes.home
/** Of the one that `navigateBack` would show; empty where there is none. */
export const beneath = () => addressOf(getCurrentPages().at(-2))

/** Signing in from any page. The address goes along: a reload on the way forgets what lies beneath. */
export const goSignIn = () => go(`${routes.signIn}?back=${encodeURIComponent(here())}`)

/** After signing in, to where the person was. */
export function comeBack(back: string) {
  if (getCurrentPages().length > 1) uni.navigateBack()
  else if (/^\/pages\/(?!account\/sign-in)/.test(back)) uni.redirectTo({ url: back })
  else uni.reLaunch({ url: routes.home })
}

/** Back to where one came from, or home when this page was opened first. */
export function goBack() {
  if (getCurrentPages().length > 1) uni.navigateBack()
  else uni.reLaunch({ url: routes.home })
}

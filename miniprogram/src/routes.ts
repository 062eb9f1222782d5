/** Every page's address, with what it is opened with. */
export const routes = {
  home: '/pages/home/index',
  messages: '/pages/messages/index',
  message: (id: string) => `/pages/messages/detail?id=${id}`,
  write: (caseId?: string) => (caseId ? `/pages/messages/write?caseId=${caseId}` : '/pages/messages/write'),
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
  lookUpCase: '/pages/cases/lookup',
  notices: '/pages/notices/index',
  verify: '/pages/verify/index',
  addressConfirmation: '/pages/documents/address-confirmation',
  account: '/pages/account/index',
  signIn: '/pages/account/sign-in',
  realName: '/pages/account/real-name',
}

export const go = (url: string) => void uni.navigateTo({ url })

/** Back to where one came from, or home when this page was opened first. */
export function goBack() {
  if (getCurrentPages().length > 1) uni.navigateBack()
  else uni.reLaunch({ url: routes.home })
}

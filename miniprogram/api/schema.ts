// Made from api/openapi.json by `npm run types`; not to be changed by hand.

export interface Accepting {
  ids: string[]
}

export type AddressKind = 'mobile' | 'email' | 'fax' | 'postal'

export type AgentKind = 'lawyer' | 'legalWorker' | 'closeRelative' | 'employee' | 'community' | 'socialOrganisation'

export interface AgentKindChoice {
  code: AgentKind
  name: string
  licensed: boolean
  papers: PaperChoice[]
  morePapers: PaperChoice[]
}

export interface AgentRow {
  id: string
  name: string
  forwarded: boolean
}

export type AgreementKind = 'privacyPolicy' | 'userAgreement'

export interface AgreementList {
  items: AgreementView[]
}

export interface AgreementName {
  id: string
  kind: AgreementKind
  version: number
  title: string
}

export interface AgreementView {
  id: string
  kind: AgreementKind
  version: number
  title: string
  publishedText: string
  text: string
}

export interface AnswerToSend {
  key: string
  value: string
}

export interface AnswerView {
  text: string
  atText: string
  dateText: string
  courtName: string
  divisionName: string
  addressee: string
  attachments: AttachmentView[]
}

export interface ApplicationPage {
  cases: CaseKinds[]
  next: null | string
}

export interface AttachmentView {
  id: string
  name: string
  contentType: string
  size: number
  sha256: string
}

export interface AuthorityItemChoice {
  code: AuthorityItems
  name: string
}

export type AuthorityItems = string

export interface BindingEnding {
  id: string
  reason?: null | string
  takeBack?: null | boolean
}

export interface BindingPaperView {
  kind: PaperKind
  name: string
  file: AttachmentView
}

export type BindingState = 'toReview' | 'awaitingRequester' | 'approved' | 'refused' | 'ended'

export interface BindingSupplement {
  id: string
  text?: null | string
  papers?: null | PaperToSend[]
}

export interface BindingTerms {
  answerBy: Due
  kinds: AgentKindChoice[]
  items: AuthorityItemChoice[]
}

export interface BindingUrging {
  id: string
}

export interface CaseContact {
  courtName: string
  divisionName: string
  judge: null | string
  clerk: null | string
  panel: string[]
  phone: string
}

export interface CaseDay {
  kind: string
  date: string
  dayText: string
  weekdayText: string
  text: string
  shortText: string
  leftText: string
  headingText: string
}

export interface CaseKinds {
  case: SubmissionCase
  kinds: KindView[]
}

export type CaseLimitKind = 'trial' | 'enforcement' | 'evidence' | 'payment' | 'preservation'

export interface CaseLimitView {
  kind: CaseLimitKind
  name: string
  title: string
  date: string
  leftText: string
  rule: string
  sum: LimitStep[]
}

export interface CaseList {
  items: CaseRow[]
  nextCursor: null | string
  verified: boolean
  open: number
  closed: number
  withDay: number
  toBeHeard: number
}

export interface CaseLookup {
  verdict: CaseNumberVerdict
  number: null | string
  repaired: boolean
  courtName: null | string
  inScope: boolean
  message: string
  mine: null | CaseRow
}

export type CaseNodeKind = 'filed' | 'panelFormed' | 'panelChanged' | 'hearingSet' | 'hearingMoved' | 'hearingCancelled' | 'extended' | 'deducted' | 'mediationBegun' | 'mediationEnded' | 'appealSent' | 'closed' | 'effective' | 'archived' | 'other'

export interface CaseNodePage {
  items: CaseNodeRow[]
  nextCursor: null | string
}

export interface CaseNodeRow {
  id: string
  kind: CaseNodeKind
  title: string
  term: string
  atText: string
  meaning: string
  words: string
}

export type CaseNumberVerdict = 'ok' | 'suspect' | 'legacy' | 'invalid'

export interface CaseRow {
  id: string
  number: string
  title: string
  cause: string
  courtName: string
  divisionName: string
  stageText: string
  stateText: string
  roleText: string
  open: boolean
  filedText: string
  days: CaseDay[]
  mayAppeal: boolean
  sensitive: boolean
}

export interface CaseView {
  case: CaseRow
  todo: Todo[]
  waiting: null | string
  hearings: HearingView[]
  contact: CaseContact
  limits: CaseLimitView[]
  nodes: CaseNodePage
  documents: number
  documentsToSign: number
  messages: number
  messagesWaiting: number
}

export type Category = 'caseQuery' | 'litigationConsultation' | 'filingConsultation' | 'issueDocument' | 'handOverMaterials' | 'contactJudge' | 'suggestion' | 'complaint' | 'petition' | 'reminder'

export interface CategoryList {
  items: CategoryRow[]
}

export interface CategoryRow {
  code: Category
  name: string
  plain: string
  hint: string
}

export interface CertificateLink {
  id: string
  kindText: string
  number: string
  issuedText: string
  fileName: string
}

export type ConfirmationMeans = 'platform' | 'phone' | 'paper'

export type ConfirmationScope = string

export type ConfirmationState = 'inForce' | 'replaced' | 'withdrawn'

export interface ConfirmationSubjects {
  verified: boolean
  notices: string[]
  items: SubjectView[]
  nextCursor: null | string
}

export interface ConfirmationView {
  id: string
  caseId: string
  caseNumber: string
  caseTitle: string
  courtName: string
  partyId: string
  agentId: null | string
  partyName: string
  roleText: string
  signerName: string
  signerRelation: string
  means: ConfirmationMeans
  meansText: string
  scopeText: string
  hasSignature: boolean
  confirmedAt: string
  confirmedText: string
  state: ConfirmationState
  stateText: string
  endedText: null | string
  canWithdraw: boolean
  acceptsElectronic: boolean
  acceptsWeChat: boolean
  acceptsAccount: boolean
  mobile: string
  email: string
  postalAddress: string
  postcode: string
  scope: ConfirmationScope[]
  keepsSecret: boolean
  remarks: string
}

export interface CourtList {
  items: CourtRow[]
}

export interface CourtRow {
  id: string
  name: string
  shortName: string
}

export interface DesignatedAddress {
  id: string
  kind: AddressKind
  kindText: string
  value: string
  basisText: string
  canEnd: boolean
  scopeText: null | string
  isUsedNow: boolean
}

export interface DeviceList {
  items: DeviceRow[]
}

export interface DeviceRow {
  id: string
  device: string
  createdAt: string
  lastUsedAt: string
  current: boolean
}

export interface DocumentCase {
  caseId: string
  number: string
  title: string
  courtName: string
  documents: number
  toSign: number
  lastText: string
}

export interface DocumentCaseList {
  items: DocumentCase[]
}

export interface DocumentLinkView {
  channel: string
  address: string
}

export interface DocumentList {
  items: DocumentView[]
}

export interface DocumentPage {
  items: DocumentRow[]
  nextCursor: null | string
  toSign: number
  verified: boolean
}

export interface DocumentRow {
  title: string
  courtName: string
  caseNumber: string
  arrivedText: string
  plain: string
  state: string
  limitText: null | string
  id: string
  serviceId: string
  caseId: string
  caseTitle: string
  cause: string
  serial: string
}

export interface DocumentView {
  title: string
  courtName: string
  courtFullName: string
  caseNumber: string
  caseTitle: string
  arrivedText: string
  arrivedAtText: string
  plain: string
  state: string
  stateText: string
  after: string[]
  unopened: null | string
  appealTo: null | string
  limit: null | LimitView
  next: null | NextStep
  statement: string
  signName: string
  together: TitledDocument[]
  signed: null | SignedView
  openedText: null | string
  readText: string
  effectiveText: null | string
  ruleText: null | string
  serial: string
  verifyCode: string
  sha256: string
  size: number
  pages: number
  fileName: string
  canSign: boolean
  canForward: boolean
  agents: AgentRow[]
  canAskPaper: boolean
  paperText: null | string
  objection: null | ObjectionView
  history: HistoryRow[]
  version: number
  id: string
  serviceId: string
  caseId: string
  hasArrived: boolean
  servedText: null | string
  cause: string
  certificates: CertificateLink[]
  sealed: boolean
}

export interface Due {
  date: string
  text: string
  workingDays: number
  daysLeft: number
  overdueDays: number
  provisional: boolean
}

export type FieldType = 'line' | 'text' | 'money' | 'date' | 'choice' | 'account'

export interface FieldView {
  key: string
  label: string
  type: FieldType
  isRequired: boolean
  hint: string
  maxLength: number
  options: string[]
  isOfForm: boolean
}

export interface FileToSend {
  attachmentId: string
  part: string
  title?: null | string
  source?: null | string
  proves?: null | string
  sha256?: null | string
}

export interface FormToPrint {
  caseId: string
  answers: SubmittedAnswer[]
}

export interface FormView {
  acceptsElectronic: boolean
  acceptsWeChat: boolean
  acceptsAccount: boolean
  mobile: string
  email: string
  postalAddress: string
  postcode: string
  scope: ConfirmationScope[]
  keepsSecret: boolean
  remarks: string
}

export interface FormerRatingView {
  score: Satisfaction
  words: null | string
  atText: string
}

export interface Forwarding {
  agentId: string
}

export interface GivenAuthorities {
  items: GivenAuthority[]
}

export interface GivenAuthority {
  id: string
  number: string
  caseNumber: string
  agentName: string
  kindName: string
  authorityName: string
  endsOnText: null | string
}

export interface HearingView {
  id: string
  startsAt: string
  endsAt: null | string
  timeText: string
  leftText: string
  place: string
  address: string
  bring: string
  videoLink: null | string
  calendarTitle: string
  calendarWords: string
  calendarPlace: string
}

export interface HistoryRow {
  title: string
  note: null | string
  atText: string
}

export interface HomeView {
  me: MeView
  todo: Todo[]
  olderAnswers: number
  unreadAnswers: number
  documentsToSign: number
  openCases: number
  waitingMessages: number
  answerWorkingDays: number
  unreadNotices: number
  toAccept: AgreementName[]
  things: number
}

export interface KindView {
  kind: SubmissionKind
  group: SubmissionGroup
  title: string
  plainly: string
  canAct: boolean
  why: string
  from: null | string
  until: null | string
  untilText: null | string
  daysLeft: null | number
  rule: string
  fee: string
  decider: string
  workingDays: number
  needsSpecialAuthority: boolean
  parts: PartView[]
  fields: FieldView[]
  hasForm: boolean
  reckoning: ReckoningLine[]
  open: null | OpenSubmissionView
  known: Record<string, string>
}

export interface LimitStep {
  text: string
  dayText: string
}

export interface LimitView {
  name: string
  date: string
  dayText: string
  weekdayText: string
  daysLeft: number
  leftText: string
  law: string
  projected: boolean
}

export interface LinkCode {
  code: string
}

export interface LinkCodeRequest {
  proof: null | WorkProof
}

export interface LitigantBinding {
  id: string
  number: string
  caseNumber: string
  partyName: string
  courtName: string
  kindName: string
  paperAuthorityName: string
  state: BindingState
  stateText: string
  askedText: string
  answerBy: Due
  needs: string[]
  supplementBy: null | string
  outcome: null | string
  authorityName: string
  endsOnText: null | string
  endedText: null | string
  papers: BindingPaperView[]
  paperKinds: PaperChoice[]
  urge: UrgeView
  canSupplement: boolean
  canEnd: boolean
  enteredByCourt: boolean
  version: number
}

export interface LitigantBindingPage {
  items: LitigantBinding[]
  nextCursor: null | string
}

export interface LitigantOrder {
  categoryCode: Category
  case: null | CaseRow
  courtName: string
  divisionName: string
  ownerRole: string
  text: string
  attachments: AttachmentView[]
  timeline: TimelineStep[]
  conversation: Said[]
  answer: null | AnswerView
  urge: UrgeView
  rating: RatingView
  formerRatings: FormerRatingView[]
  canSupplement: boolean
  version: number
  id: string
  number: string
  title: string
  categoryName: string
  caseNumber: null | string
  state: WorkOrderState
  stateText: string
  createdAt: string
  createdText: string
  answerBy: Due
  unread: boolean
  answerer: string
  mergedInto: null | MergedInto
  reopenCount: number
}

export interface LitigantOrderPage {
  items: LitigantOrderRow[]
  nextCursor: null | string
}

export interface LitigantOrderRow {
  id: string
  number: string
  title: string
  categoryName: string
  caseNumber: null | string
  state: WorkOrderState
  stateText: string
  createdAt: string
  createdText: string
  answerBy: Due
  unread: boolean
  answerer: string
  mergedInto: null | MergedInto
  reopenCount: number
}

export interface LitigantReading {
  id: string
  number: string
  caseId: string
  caseNumber: string
  state: ReadingState
  stateText: string
  purpose: string
  answerBy: Due
  untilText: null | string
  secondsLeft: null | number
  canRead: boolean
  isSigned: boolean
  duty: ReadingDutyView
  files: ReadingFileView[]
  lastFileId: null | string
  outcome: null | string
  steps: ReadingStep[]
  urge: UrgeView
  canTakeBack: boolean
  version: number
}

export interface LitigantReadingPage {
  items: LitigantReading[]
  nextCursor: null | string
}

export interface MeView {
  id: string
  name: null | string
  phone: null | string
  phoneBound: boolean
  verified: boolean
}

export interface MergedInto {
  id: string
  number: string
  answered: boolean
}

export interface MyConfirmations {
  verified: boolean
  items: ConfirmationView[]
  nextCursor: null | string
}

export interface NewBindingRequest {
  id: string
  caseNumber: string
  partyName: string
  kind: AgentKind
  authority: PaperAuthority
  papers: PaperToSend[]
  items?: null | AuthorityItems[]
  licenceNumber?: null | string
  firm?: null | string
  endsOn?: null | string
}

export interface NewConfirmation {
  acceptsElectronic: boolean
  acceptsWeChat: boolean
  acceptsAccount: boolean
  mobile: string
  email: string
  postalAddress: string
  postcode: string
  scope: ConfirmationScope[]
  keepsSecret: boolean
  remarks: string
  signature: string
  id: string
  caseId: string
  partyId: string
  agentId?: null | string
}

export interface NewMessage {
  id: string
  category: Category
  text: string
  caseId?: null | string
  caseNumber?: null | string
  courtId?: null | string
  attachmentIds?: null | string[]
}

export interface NewReadingRequest {
  id: string
  caseId: string
  fileIds: string[]
  purpose: string
}

export interface NewSubmissionRequest {
  id: string
  caseId: string
  kind: SubmissionKind
  answers: AnswerToSend[]
  files: FileToSend[]
  note?: null | string
}

export interface NextStep {
  title: string
  by: null | string
}

export interface NoticePage {
  items: NoticeView[]
  nextCursor: null | string
  unread: number
}

export interface NoticeView {
  id: string
  title: string
  text: string
  atText: string
  workOrderId: null | string
  documents: boolean
  serviceId: null | string
  caseId: null | string
  read: boolean
  bindingId: null | string
  submissionId: null | string
  readingId: null | string
}

export interface Objecting {
  kind: ObjectionKind
  words?: string
}

export type ObjectionKind = 'notMine' | 'notReceived'

export interface ObjectionView {
  text: string
  atText: string
}

export interface OpenSubmissionView {
  id: string
  number: string
  state: SubmissionState
  answerBy: Due
}

export type PaperAuthority = 'general' | 'special' | 'fullOnly'

export interface PaperChoice {
  kind: PaperKind
  name: string
}

export type PaperKind = 'powerOfAttorney' | 'letter' | 'licence' | 'relation'

export interface PaperToSend {
  kind: PaperKind
  attachmentId: string
}

export interface PartView {
  key: string
  title: string
  isRequired: boolean
  hint: string
  isForm: boolean
}

export interface PhoneProof {
  phone: null | string
  code: null | string
  wechatPhoneCode: null | string
}

export interface Preview {
  answerBy: Due
  days: string[]
  courtName: string
  divisionName: string
  ownerRole: string
}

export interface PreviewPageView {
  number: number
  width: number
  height: number
}

export type PreviewState = 'waiting' | 'making' | 'ready' | 'failed' | 'notPossible'

export interface PreviewView {
  state: PreviewState
  stateText: string
  pages: PreviewPageView[]
  pagesLeftOut: number
  mediaPath: null | string
  isVideo: boolean
  hasPoster: boolean
}

export interface PrintedForm {
  attachmentId: string
  name: string
  size: number
  sha256: string
}

export interface Problem {
  type: string
  title: string
  status: number
  code: string
  errorNumber: string
  errors?: null | Record<string, string[]>
}

export interface Rating {
  score: Satisfaction
  words?: null | string
}

export interface RatingView {
  allowed: boolean
  score: null | Satisfaction
  words: null | string
}

export interface ReadingAct {
  id: string
}

export interface ReadingDutyView {
  version: string
  lines: string[]
  law: string
}

export interface ReadingFileChoice {
  id: string
  title: string
  kindName: string
  volume: number
  pages: number
}

export interface ReadingFileView {
  id: string
  title: string
  kindName: string
  volume: number
  pages: number
  hiddenPages: number
  lastPage: number
  seenPages: number
}

export interface ReadingSignature {
  version: string
}

export type ReadingState = 'toReview' | 'open' | 'refused' | 'ended'

export interface ReadingStep {
  title: string
  atText: string
  isDone: boolean
}

export interface ReadingTerms {
  caseId: string
  caseNumber: string
  files: ReadingFileChoice[]
  answerBy: Due
  purposes: string[]
  openId: null | string
}

export interface RealName {
  name: string
  idNumber: string
}

export interface ReceiptView {
  number: string
  sentAt: string
  hash: string
  words: string
  court: string
  fileText: string
}

export interface ReckoningLine {
  what: string
  result: string
}

export interface Refreshing {
  refreshToken: string
}

export interface ReleasedSubmission {
  id: string
  number: string
  kind: SubmissionKind
  title: string
  by: string
  releasedAt: string
  sentAt: string
  files: SubmissionFileView[]
}

export interface ReleasedSubmissions {
  items: ReleasedSubmission[]
}

export interface Said {
  id: string
  from: Speaker
  kind: SaidKind
  text: string
  atText: string
  by: string
  attachments: AttachmentView[]
}

export type SaidKind = 'message' | 'supplement' | 'interim' | 'answer' | 'urge' | 'explanation'

export type Satisfaction = 'satisfied' | 'basicallySatisfied' | 'dissatisfied' | null

export interface ScopeView {
  value: ConfirmationScope
  text: string
  isNow: boolean
}

export interface SendOutcome {
  received: boolean
  workOrderId: null | string
}

export interface SignedView {
  at: string
  atText: string
  handwritten: boolean
}

export interface Signing {
  ids: string[]
  signature?: null | string
}

export interface SmsCodeRequest {
  phone: string
  proof?: null | WorkProof
}

export interface SmsCodeSent {
  resendAfter: number
  expiresIn: number
}

export interface SmsSignIn {
  phone: string
  code: string
}

export type Speaker = 'me' | 'court'

export type StepState = 'done' | 'now' | 'next'

export interface SubjectView {
  caseId: string
  caseNumber: string
  caseTitle: string
  courtName: string
  partyId: string
  agentId: null | string
  partyName: string
  roleText: string
  signerName: string
  signerRelation: string
  current: null | ConfirmationView
  designated: DesignatedAddress[]
  postalAddress: null | string
  prefill: FormView
  scopes: ScopeView[]
}

export interface SubmissionAnswerView {
  key: string
  label: string
  value: string
}

export interface SubmissionCase {
  id: string
  number: string
  title: string
}

export interface SubmissionCertificate {
  number: string
  code: string
  url: string
}

export interface SubmissionCounts {
  awaited: number
  reviewing: number
  refused: number
  accepted: number
}

export interface SubmissionFileView {
  id: string
  attachmentId: string
  name: string
  contentType: string
  size: number
  sha256: string
  number: number
  part: string
  title: string
  source: string
  proves: string
  entryId: null | string
}

export interface SubmissionFollow {
  what: string
  until: null | string
  doneAt: null | string
}

export type SubmissionGroup = 'material' | 'application'

export type SubmissionKind = 'defence' | 'agentStatement' | 'evidence' | 'counterclaim' | 'identity' | 'otherMaterial' | 'appeal' | 'enforcement' | 'effectCertificate' | 'feeRefund' | 'feeRelief' | 'preservation' | 'evidenceExtension' | 'hearingExtension' | 'investigationOrder' | 'evidenceCollection' | 'appraisal' | 'witnessAttendance' | 'recusal' | 'withdrawal' | 'otherApplication'

export interface SubmissionListRow {
  needs: number
  files: number
  id: string
  number: string
  kind: SubmissionKind
  group: SubmissionGroup
  title: string
  case: SubmissionCase
  state: SubmissionState
  stateText: string
  answerBy: Due
  supplementBy: null | string
  daysLeft: null | number
  sentAt: string
  decidedAt: null | string
}

export interface SubmissionPage {
  items: SubmissionListRow[]
  next: null | string
  counts: SubmissionCounts
}

export type SubmissionState = 'toReview' | 'awaitingSubmitter' | 'accepted' | 'refused' | 'takenBack'

export interface SubmissionStep {
  at: string
  title: string
  text: null | string
  who: null | string
}

export interface SubmissionSupplement {
  id: string
  text?: null | string
  answers?: null | AnswerToSend[]
  files?: null | FileToSend[]
}

export interface SubmissionTakingBack {
  id: string
  reason?: null | string
}

export interface SubmissionUrging {
  id: string
}

export interface SubmissionView {
  note: string
  answers: SubmissionAnswerView[]
  files: SubmissionFileView[]
  receipt: ReceiptView
  needs: null | string[]
  askedAt: null | string
  reason: null | string
  decisionText: null | string
  timeline: SubmissionStep[]
  canTakeBack: boolean
  canUrge: boolean
  canSupplement: boolean
  decider: string
  rule: string
  reckoning: ReckoningLine[]
  released: boolean
  certificate: null | SubmissionCertificate
  follow: SubmissionFollow[]
  version: number
  id: string
  number: string
  kind: SubmissionKind
  group: SubmissionGroup
  title: string
  case: SubmissionCase
  state: SubmissionState
  stateText: string
  answerBy: Due
  supplementBy: null | string
  daysLeft: null | number
  sentAt: string
  decidedAt: null | string
}

export interface SubmittedAnswer {
  key: string
  value: string
}

export interface SubscribeAnswers {
  id: string
  results: Record<string, string>
}

export interface Supplement {
  id: string
  text: string
  attachmentIds?: null | string[]
}

export interface SurveyRating {
  score: Satisfaction
  words?: null | string
}

export interface SurveyView {
  number: string
  courtName: null | string
  answeredText: string
  rated: boolean
  phone: null | string
  workOrderId: string
}

export interface TemplatesToAsk {
  items: string[]
}

export interface TimelineStep {
  title: string
  term: null | string
  atText: null | string
  note: null | string
  step: StepState
}

export interface TitledDocument {
  id: string
  title: string
  fileName: string
  opened: boolean
}

export interface Todo {
  kind: string
  id: string
  title: string
  details: string[]
  about: string
  date: null | string
}

export interface Tokens {
  accessToken: string
  expiresIn: number
  refreshToken: string
  refreshExpiresIn: number
  me: MeView
}

export type UploadState = 'receiving' | 'arrived' | 'uploaded' | 'refused'

export interface UploadView {
  id: string
  name: string
  length: number
  offset: number
  state: UploadState
  expiresAt: string
  sha256: null | string
  fingerprint: null | string
  code: null | string
  title: null | string
}

export interface UrgeView {
  allowed: boolean
  count: number
  reason: null | string
}

export interface Urging {
  id: string
  text?: null | string
}

export interface Verification {
  kind: VerifiedKind
  serial: string
  title: string
  courtName: string
  caseNumber: string
  recipient: string
  madeText: string
  pages: number
  sha256: string
  remark: string
  documents: VerifiedDocument[]
}

export interface VerifiedDocument {
  title: string
  serial: string
  sha256: string
  conclusionText: string
  ruleText: string
}

export type VerifiedKind = 'document' | 'certificate' | 'effectCertificate'

export interface VisitBegun {
  token: string
  expiresIn: number
}

export interface WeChatSignIn {
  code: string
}

export interface Withdrawal {
  reason: string
}

export interface WorkAsked {
  challenge: string
  bits: number
  expiresIn: number
}

export type WorkOrderState = 'toAssign' | 'toAnswer' | 'awaitingRequester' | 'closed'

export interface WorkProof {
  challenge: string
  number: number
}

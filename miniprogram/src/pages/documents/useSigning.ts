import { computed, ref, shallowRef, watch } from 'vue'
import { readDraft, removeDraft, signatureDraftName, writeDraft, type SignatureDraft } from '@/drafts/drafts'
import { viewPaper } from '@/look/openFile'
import { stillUnknown, useAskAgain } from '@/look/outcome'
import { useLoad } from '@/look/useLoad'
import { fetchDocument, getDocument, signDocuments } from '@/services/documents'
import { asRefused } from '@/services/refused'
import { home } from '@/session/home'
import { signedIn } from '@/session/session'
import { visiting } from '@/session/visit'
import { askToTell } from '@/subscribe'

/** A document to sign for: named, and only on once its text was opened. */
export interface SignedPaper { id: string; title: string; fileName: string; opened: boolean; main: boolean; on: boolean }

/** Signing for one document and those that came with it. A signature that did not reach the court is kept on this device and sent again as it is. */
export function useSigning() {
  const id = ref('')
  const chosen = ref(new Set<string>())
  const kept = shallowRef<SignatureDraft | null>(null)
  const sure = ref(false)
  const busy = ref(false)
  const failed = ref('')
  const unknown = ref(false)
  const load = useLoad(() => getDocument(id.value))
  const paper = load.data
  useAskAgain(() => unknown.value && !busy.value, look)
  watch(signedIn, (is) => is && (failed.value = '')) // 请先登录 is answered

  /** The one that was chosen, and those that came with it. */
  const papers = computed<SignedPaper[]>(() => {
    const { value } = paper
    if (!value) return []
    const all = [{ id: value.id, title: value.title, fileName: value.fileName, opened: value.openedText !== null }, ...value.together]
    return all.map((one, at) => ({ ...one, main: at === 0, on: one.opened && (at === 0 || chosen.value.has(one.id)) }))
  })
  const ids = computed(() => papers.value.filter(({ on }) => on).map((one) => one.id))
  const statement = computed(() => `${paper.value?.statement ?? ''}${papers.value.filter(({ on, main }) => on || main).map(({ title }) => `《${title}》`).join('')}。`)

  async function open(documentId: string) {
    id.value = documentId
    kept.value = readDraft<SignatureDraft>(signatureDraftName(documentId))
    await load.reload()
    chosen.value = new Set((paper.value?.together ?? []).map((other) => other.id).filter((other) => kept.value?.ids.includes(other) ?? true))
    sure.value = kept.value !== null
  }

  function toggle(other: string) {
    const next = new Set(chosen.value)
    if (!next.delete(other)) next.add(other)
    chosen.value = next
  }

  function forget() {
    kept.value = null
    removeDraft(signatureDraftName(id.value))
  }

  /** Shows its text; from then on it can be signed for. */
  async function read(one: SignedPaper) {
    failed.value = ''
    try {
      await viewPaper(() => fetchDocument(one.id), one.fileName)
      await load.reload()
    } catch (error) {
      failed.value = asRefused(error).title
    }
  }

  /** @returns Whether the court has it. */
  async function send(picture: string | null): Promise<boolean> {
    if (busy.value) return false
    unknown.value = false
    const [main] = papers.value
    if (main && !main.on) {
      failed.value = `《${main.title}》还没有打开看过，先打开，再签收`
      return false
    }
    if (!sure.value) {
      failed.value = '先勾选上面那一句，表示收到'
      return false
    }
    askToTell('document')
    const sent = picture ? { ids: ids.value, picture, savedAt: Date.now() } : null
    busy.value = true
    failed.value = ''
    try {
      if (sent && !visiting()) writeDraft(signatureDraftName(id.value), sent)
      await signed(picture)
      removeDraft(signatureDraftName(id.value))
      if (signedIn.value) void home.reload()
      return true
    } catch (error) {
      const refused = asRefused(error)
      failed.value = refused.outcomeUnknown ? `${stillUnknown}。再点一次，也不会签成两次` : refused.title
      unknown.value = refused.outcomeUnknown
      if (refused.offline || refused.broken || refused.status === 401) kept.value = sent // who came by a link has no other place for it
      else forget() // the court has said no to this very signature
      return false
    } finally {
      busy.value = false
    }
  }

  /** While nobody knows: a paper that is signed for says so by itself. */
  async function look() {
    await load.reload()
    if (load.problem.value) return
    unknown.value = false
    if (paper.value?.signed) forget()
    else failed.value = '法院没有收到这次签名，请再点一次'
  }

  /** An answer that was lost is asked for: what is signed already was signed by this. */
  async function signed(picture: string | null) {
    try {
      await signDocuments(ids.value, picture)
    } catch (error) {
      const refused = asRefused(error)
      if (!refused.outcomeUnknown) throw refused
      const now = await getDocument(id.value).catch(() => null)
      if (!now?.signed) throw refused
    }
  }

  return { ...load, paper, papers, kept, sure, busy, failed, statement, open, toggle, forget, read, send }
}

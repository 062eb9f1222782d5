import { computed, ref, shallowRef } from 'vue'
import { readDraft, removeDraft, signatureDraftName, writeDraft, type SignatureDraft } from '@/drafts/drafts'
import { useLoad } from '@/look/useLoad'
import { getDocument, signDocuments } from '@/services/documents'
import { asRefused } from '@/services/refused'
import { home } from '@/session/home'
import { signedIn } from '@/session/session'
import { visiting } from '@/session/visit'
import { askToTell } from '@/subscribe'

/** Signing for one document and those that came with it. A signature that did not reach the court is kept on this device and sent again as it is. */
export function useSigning() {
  const id = ref('')
  const chosen = ref(new Set<string>())
  const kept = shallowRef<SignatureDraft | null>(null)
  const sure = ref(false)
  const busy = ref(false)
  const failed = ref('')
  const load = useLoad(() => getDocument(id.value))
  const paper = load.data

  const ids = computed(() => [id.value, ...(paper.value?.together ?? []).map((other) => other.id).filter((other) => chosen.value.has(other))])
  const statement = computed(() => {
    const titles = [paper.value?.title, ...(paper.value?.together ?? []).filter((other) => chosen.value.has(other.id)).map((other) => other.title)]
    return `${paper.value?.statement ?? ''}${titles.join('、')}。`
  })

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

  /** @returns Whether the court has it. */
  async function send(picture: string | null): Promise<boolean> {
    if (busy.value) return false
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
      failed.value = refused.title
      if (refused.offline || refused.broken || refused.status === 401) kept.value = sent // who came by a link has no other place for it
      else forget() // the court has said no to this very signature
      return false
    } finally {
      busy.value = false
    }
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

  return { ...load, paper, kept, chosen, sure, busy, failed, statement, open, toggle, forget, send }
}

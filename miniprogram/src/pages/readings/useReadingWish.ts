import { computed, reactive, ref, watch, type Ref } from 'vue'
import { readDraft, readingDraftName, removeDraft, writeDraft, type ReadingDraft } from '@/drafts/drafts'
import { useAutosave } from '@/drafts/useAutosave'
import { useLoad } from '@/look/useLoad'
import { askReading, getReading, readingTerms } from '@/services/readings'
import { asRefused } from '@/services/refused'
import { newId } from '@/uuid'

/** What of a case a person wants to read: kept on the device until the court has it. */
export function useReadingWish(caseId: Ref<string>) {
  const chosen = reactive(new Set<string>())
  const purpose = ref('')
  const busy = ref(false)
  const failed = ref('')
  /** A request that the court still looks at: nothing more can be asked for in this case. */
  const waiting = ref('')
  let wish = '' // the same when it is sent again
  const { data: terms, problem, failedAt, slow, reload: load } = useLoad(() => readingTerms(caseId.value))
  const autosave = useAutosave(() => JSON.stringify([...chosen, purpose.value]), keep)

  function keep() {
    if (!caseId.value) return
    if (chosen.size === 0 && !purpose.value.trim()) return removeDraft(readingDraftName(caseId.value))
    writeDraft(readingDraftName(caseId.value), { id: wish, fileIds: [...chosen], purpose: purpose.value, savedAt: Date.now() })
  }

  async function open() {
    const kept = readDraft<ReadingDraft>(readingDraftName(caseId.value))
    if (kept) {
      kept.fileIds.forEach((id) => chosen.add(id))
      ;[purpose.value, wish] = [kept.purpose, kept.id]
    }
    autosave.settle()
    await reload()
  }

  /** @returns How many of the chosen documents the court shows no more; they are chosen no more. */
  async function reload(): Promise<number> {
    await load()
    if (!terms.value) return 0
    const there = new Set(terms.value.files.map(({ id }) => id))
    const gone = [...chosen].filter((id) => !there.has(id))
    gone.forEach((id) => chosen.delete(id))
    if (gone.length > 0) wish = ''
    const { openId } = terms.value
    const state = openId && (await getReading(openId).then((one) => one.state, asRefused))
    waiting.value = openId && state === 'toReview' ? openId : ''
    return gone.length
  }

  function toggle(id: string) {
    if (!chosen.delete(id)) chosen.add(id)
    wish = ''
  }
  function say(words: string) {
    if (words !== purpose.value) wish = ''
    purpose.value = words
  }

  /** @returns The request that the court has; null where `failed` says why not. */
  async function send(): Promise<string | null> {
    busy.value = true
    failed.value = ''
    try {
      wish ||= await newId()
      keep()
      const { id } = await askReading({ id: wish, caseId: caseId.value, fileIds: [...chosen], purpose: purpose.value.trim() })
      return sent(id)
    } catch (error) {
      const refused = asRefused(error)
      if (refused.code === 'reading.sent_otherwise') return sent(wish)
      failed.value = refused.title
      if (refused.code === 'reading.asked_already') await reload()
      if (refused.code === 'reading.file_not_readable') {
        const gone = await reload()
        if (gone > 0) failed.value = `有 ${gone} 份材料法院撤下了，已从您选的里去掉。看一看，再交一次`
      }
      return null
    } finally {
      busy.value = false
    }
  }

  function sent(id: string) {
    removeDraft(readingDraftName(caseId.value))
    chosen.clear()
    purpose.value = ''
    autosave.settle()
    return id
  }

  const pages = computed(() => (terms.value?.files ?? []).filter(({ id }) => chosen.has(id)).reduce((sum, file) => sum + file.pages, 0))
  watch(waiting, (is) => is && (failed.value = ''))
  return { terms, problem, failedAt, slow, waiting, chosen, purpose, pages, busy, failed, open, reload, toggle, say, send }
}

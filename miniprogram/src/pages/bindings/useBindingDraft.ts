import { computed, reactive, ref, shallowRef } from 'vue'
import { askBinding, bindingTerms, type BindingTerms, type NewBinding, type PaperToSend } from '@/services/bindings'
import { asRefused, type Refused } from '@/services/refused'
import { newId } from '@/uuid'

/** What is asked for, in two steps: which case and whom, then what the power of attorney says. The id is made once, so that sending again is harmless. */
export function useBindingDraft() {
  const draft = reactive<NewBinding>({ id: '', caseNumber: '', partyName: '', kind: 'lawyer', authority: 'general', items: [], licenceNumber: '', firm: '', endsOn: null, papers: [] })
  const terms = shallowRef<BindingTerms | null>(null)
  const sending = ref(false)
  const problem = shallowRef<Refused | null>(null)
  const papers = reactive<Record<string, { given: PaperToSend[]; ready: boolean }>>({})

  const kind = computed(() => terms.value?.kinds.find(({ code }) => code === draft.kind) ?? null)
  const given = computed(() => Object.values(papers).flatMap((paper) => paper.given))

  /** Why it cannot be sent yet; empty when it can. */
  const reason = computed(() => {
    if (!kind.value) return '正在打开'
    if (kind.value.licensed && !draft.licenceNumber.trim()) return '先写执业证号'
    if (kind.value.licensed && !draft.firm.trim()) return '先写所在的律师事务所或法律服务所'
    if (draft.authority === 'special' && draft.items.length === 0) return '照委托书勾出特别授权的事项'
    if (Object.values(papers).some(({ ready }) => !ready)) return '文件还没传好'
    const missing = kind.value.papers.filter(({ kind: needed }) => !given.value.some((paper) => paper.kind === needed))
    return missing.length > 0 ? `还差：${missing.map(({ name }) => name).join('、')}` : ''
  })
  const found = computed(() => draft.caseNumber.trim() !== '' && draft.partyName.trim().length > 1)

  async function open() {
    draft.id ||= await newId()
    terms.value = await bindingTerms()
  }

  function choose(code: NewBinding['kind']) {
    draft.kind = code
    for (const paper of Object.keys(papers)) delete papers[paper]
  }

  const tick = (item: NewBinding['items'][number]) =>
    (draft.items = draft.items.includes(item) ? draft.items.filter((other) => other !== item) : [...draft.items, item])

  const take = (paper: string, files: PaperToSend[], ready: boolean) => (papers[paper] = { given: files, ready })

  /** @returns The id of the request; null where `problem` says why not. */
  async function send(): Promise<string | null> {
    if (sending.value || reason.value) return null
    sending.value = true
    problem.value = null
    try {
      const licensed = kind.value?.licensed === true
      const sent = await askBinding({
        ...draft,
        caseNumber: draft.caseNumber.trim(),
        partyName: draft.partyName.trim(),
        items: draft.authority === 'special' ? draft.items : [],
        licenceNumber: licensed ? draft.licenceNumber.trim() : '',
        firm: licensed ? draft.firm.trim() : '',
        papers: given.value,
      })
      return sent.id
    } catch (error) {
      problem.value = asRefused(error)
      return null
    } finally {
      sending.value = false
    }
  }

  return { draft, terms, kind, reason, found, sending, problem, open, choose, tick, take, send }
}

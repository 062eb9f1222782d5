import { computed, reactive, ref, shallowRef } from 'vue'
import { usePages } from '@/look/usePages'
import {
  endDesignatedAddress,
  listAddressConfirmations,
  listAddressSubjects,
  signAddressConfirmation,
  withdrawAddressConfirmation,
  type AddressConfirmation,
  type AddressForm,
  type AddressSubject,
  type AddressSubjects,
  type Scope,
} from '@/services/addressConfirmations'
import { asRefused, Refused } from '@/services/refused'
import { newId } from '@/uuid'

/** As it is being filled in: yes or no is null until the person says which. */
export type AddressDraft = Omit<AddressForm, 'acceptsElectronic'> & { acceptsElectronic: boolean | null }

const blank = (): AddressDraft => ({
  acceptsElectronic: null, acceptsWeChat: false, acceptsAccount: false, mobile: '', email: '', postalAddress: '', postcode: '', scope: [], keepsSecret: false, remarks: '',
})

/** 送达地址确认书 of one case: chosen, filled in, signed, withdrawn. What the court refuses is said beside the button. */
export function useAddressForm() {
  const caseId = ref<string | null>(null)
  const facts = shallowRef<Pick<AddressSubjects, 'verified' | 'notices'> | null>(null)
  const pages = usePages<AddressSubject & { id: string }>(async (cursor) => {
    const page = await listAddressSubjects({ caseId: caseId.value, cursor })
    facts.value = page
    return { ...page, items: page.items.map((one) => ({ ...one, id: `${one.partyId} ${one.agentId}` })) }
  })
  const subject = shallowRef<AddressSubject | null>(null)
  const form = reactive<AddressDraft>(blank())
  const former = shallowRef<AddressConfirmation[]>([])
  const editing = ref(false)
  const busy = ref(false)
  const failed = ref('')
  const said = ref('')
  let id: string | null = null // kept after a failure, so that trying again signs once

  const subjects = pages.rows

  function choose(chosen: AddressSubject | null, ended: AddressConfirmation[] = []) {
    subject.value = chosen
    former.value = ended
    editing.value = chosen !== null && chosen.current === null && ended.length === 0
    id = null
    failed.value = ''
    if (!chosen) return
    const { postalAddress, postcode } = chosen.prefill
    Object.assign(form, blank(), chosen.current ? { ...chosen.prefill, scope: [...chosen.prefill.scope] } : { postalAddress, postcode })
  }

  /** With the forms of it that are over, so that they can be looked up. */
  async function look(chosen: AddressSubject | null) {
    if (!chosen) return choose(null)
    const all = await listAddressConfirmations({ caseId: chosen.caseId })
    choose(chosen, all.items.filter((one) => one.state !== 'inForce' && one.partyId === chosen.partyId && one.agentId === chosen.agentId))
  }

  /** Where the step that the case is in is none of those ticked: what that means. */
  const notNow = computed(() => {
    const now = subject.value?.scopes.find(({ isNow }) => isNow)
    return now && form.scope.length > 0 && !form.scope.includes(now.value) ? now.text : null
  })

  /** The first thing that is missing, from the top of the page. */
  const missing = computed(() => {
    if (form.acceptsElectronic === null) return '先选同意还是不同意用电子方式收文书'
    if (form.acceptsElectronic && !form.acceptsWeChat && !form.acceptsAccount && !form.mobile.trim() && !form.email.trim()) return '同意用电子方式收，请至少选一种方式'
    if (!form.postalAddress.trim()) return '请写邮寄地址，寄纸质文书要用'
    return form.scope.length ? null : '请选这份确认书管到哪一步'
  })

  async function open(ofCase: string | null) {
    caseId.value = ofCase
    await pages.startAgain()
    if (subjects.value.length === 1 && !pages.more.value) await look(subjects.value[0])
  }

  /** Another case than the one that was opened: all of them. */
  async function chooseAnother() {
    choose(null)
    if (caseId.value === null) return
    caseId.value = null
    await pages.startAgain()
  }

  function toggleScope(value: Scope) {
    form.scope = form.scope.includes(value) ? form.scope.filter((one) => one !== value) : [...form.scope, value]
  }

  /** What was just signed covers. */
  const signedFor = () => {
    const { scopeText } = subject.value!.current!
    return notNow.value ? `已签好，管${scopeText}。现在的${notNow.value}不照这份送` : `已签好，管${scopeText}，以后的文书照这份送`
  }

  const sign = (signature: string) => attempt(signedFor, async () => {
    if (missing.value) throw new Refused('client.missing', missing.value)
    const { caseId: ofCase, partyId, agentId } = subject.value!
    id ??= await newId()
    await signAddressConfirmation({ ...form, acceptsElectronic: form.acceptsElectronic === true, id, caseId: ofCase, partyId, agentId, signature })
  })

  const withdraw = () => attempt(() => '已撤回。以后的文书不再用电子方式送，已经送达的不受影响', async () => void (await withdrawAddressConfirmation(subject.value!.current!.id)))

  const end = (address: string) => attempt(() => '已停用。以后的文书不再送到这个地址，已经送达的不受影响', () => endDesignatedAddress(address))

  async function attempt(done: () => string, act: () => Promise<void>) {
    if (busy.value || !subject.value) return
    busy.value = true
    failed.value = said.value = ''
    const { partyId, agentId } = subject.value
    try {
      await act()
      await pages.reload()
      await look(subjects.value.find((one) => one.partyId === partyId && one.agentId === agentId) ?? null)
      said.value = done()
    } catch (error) {
      failed.value = asRefused(error).title
    } finally {
      busy.value = false
    }
  }

  return { ...pages, facts, caseId, chooseAnother, subjects, subject, former, form, notNow, missing, editing, busy, failed, said, choose: look, open, toggleScope, sign, withdraw, end }
}

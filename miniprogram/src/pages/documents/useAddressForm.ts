import { reactive, ref, shallowRef } from 'vue'
import { usePages } from '@/look/usePages'
import {
  endDesignatedAddress,
  listAddressSubjects,
  signAddressConfirmation,
  withdrawAddressConfirmation,
  type AddressForm,
  type AddressSubject,
  type AddressSubjects,
  type Scope,
} from '@/services/addressConfirmations'
import { asRefused } from '@/services/refused'
import { newId } from '@/uuid'

const blank: AddressForm = {
  acceptsElectronic: true, acceptsWeChat: true, acceptsAccount: true, mobile: '', email: '', postalAddress: '', postcode: '', scope: [], keepsSecret: false, remarks: '',
}

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
  const form = reactive<AddressForm>({ ...blank })
  const editing = ref(false)
  const busy = ref(false)
  const failed = ref('')
  const said = ref('')
  let id: string | null = null // kept after a failure, so that trying again signs once

  const subjects = pages.rows

  function choose(chosen: AddressSubject | null) {
    subject.value = chosen
    editing.value = chosen !== null && chosen.current === null
    id = null
    failed.value = ''
    if (chosen) Object.assign(form, { ...chosen.prefill, scope: chosen.prefill.scope.length ? [...chosen.prefill.scope] : chosen.scopes.map(({ value }) => value) })
  }

  async function open(ofCase: string | null) {
    caseId.value = ofCase
    await pages.startAgain()
    if (subjects.value.length === 1 && !pages.more.value) choose(subjects.value[0])
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

  const sign = (signature: string) => attempt('已签好，以后的文书照这份送', async () => {
    const { caseId: ofCase, partyId, agentId } = subject.value!
    id ??= await newId()
    await signAddressConfirmation({ ...form, id, caseId: ofCase, partyId, agentId, signature })
  })

  const withdraw = () => attempt('已撤回。以后的文书不再用电子方式送，已经送达的不受影响', async () => void (await withdrawAddressConfirmation(subject.value!.current!.id)))

  const end = (address: string) => attempt('已停用。以后的文书不再送到这个地址，已经送达的不受影响', () => endDesignatedAddress(address))

  async function attempt(done: string, act: () => Promise<void>) {
    if (busy.value || !subject.value) return
    busy.value = true
    failed.value = said.value = ''
    const { partyId, agentId } = subject.value
    try {
      await act()
      await pages.reload()
      choose(subjects.value.find((one) => one.partyId === partyId && one.agentId === agentId) ?? null)
      said.value = done
    } catch (error) {
      failed.value = asRefused(error).title
    } finally {
      busy.value = false
    }
  }

  return { ...pages, facts, caseId, chooseAnother, subjects, subject, form, editing, busy, failed, said, choose, open, toggleScope, sign, withdraw, end }
}

import { computed, reactive, ref, shallowRef } from 'vue'
import { useLoad } from '@/look/useLoad'
import {
  listAddressConfirmations,
  signAddressConfirmation,
  withdrawAddressConfirmation,
  type AddressForm,
  type AddressSubject,
  type Scope,
} from '@/services/addressConfirmations'
import { asRefused } from '@/services/refused'
import { newId } from '@/uuid'

const blank: AddressForm = {
  acceptsElectronic: true, acceptsWeChat: true, acceptsAccount: true, mobile: '', email: '', postalAddress: '', postcode: '', scope: [], keepsSecret: false, remarks: '',
}

/** 送达地址确认书 of one case: chosen, filled in, signed, withdrawn. What the court refuses is said beside the button. */
export function useAddressForm() {
  const load = useLoad(listAddressConfirmations)
  const subject = shallowRef<AddressSubject | null>(null)
  const form = reactive<AddressForm>({ ...blank })
  const editing = ref(false)
  const busy = ref(false)
  const failed = ref('')
  const said = ref('')
  let id: string | null = null // kept after a failure, so that trying again signs once

  const subjects = computed(() => load.data.value?.subjects ?? [])

  function choose(chosen: AddressSubject | null) {
    subject.value = chosen
    editing.value = chosen !== null && chosen.current === null
    id = null
    failed.value = ''
    if (chosen) Object.assign(form, { ...chosen.prefill, scope: chosen.prefill.scope.length ? [...chosen.prefill.scope] : chosen.scopes.map(({ value }) => value) })
  }

  async function open(caseId: string | null) {
    await load.reload()
    const mine = subjects.value.filter((one) => !caseId || one.caseId === caseId)
    if (mine.length === 1) choose(mine[0])
  }

  function toggleScope(value: Scope) {
    form.scope = form.scope.includes(value) ? form.scope.filter((one) => one !== value) : [...form.scope, value]
  }

  const sign = (signature: string) => attempt('已签好，以后的文书照这份送', async () => {
    const { caseId, partyId, agentId } = subject.value!
    id ??= await newId()
    await signAddressConfirmation({ ...form, id, caseId, partyId, agentId, signature })
  })

  const withdraw = () => attempt('已撤回。以后的文书不再用电子方式送，已经送达的不受影响', async () => void (await withdrawAddressConfirmation(subject.value!.current!.id)))

  async function attempt(done: string, act: () => Promise<void>) {
    if (busy.value || !subject.value) return
    busy.value = true
    failed.value = said.value = ''
    const { partyId, agentId } = subject.value
    try {
      await act()
      await load.reload()
      choose(subjects.value.find((one) => one.partyId === partyId && one.agentId === agentId) ?? null)
      said.value = done
    } catch (error) {
      failed.value = asRefused(error).title
    } finally {
      busy.value = false
    }
  }

  return { ...load, subjects, subject, form, editing, busy, failed, said, choose, open, toggleScope, sign, withdraw }
}

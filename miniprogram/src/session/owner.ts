import { ref } from 'vue'
import { keysStartingWith, read, remove, write } from '@/storage'

const key = 'person'
/** Of a version that let drafts be written before anybody was known. */
const nobodys = 'draft:nobody:'

export const draftsOf = (personId: string) => `draft:${personId}:`

/** Whose words this device holds: who is signed in, or was until the session ran out. Null after signing out: then nothing is kept. */
export const owner = ref<string | null>(read<string>(key))

export function own(personId: string) {
  owner.value = personId
  write(key, personId)
}

export function disown() {
  owner.value = null
  remove(key)
}

/** Another tab signed in or out. */
export const lookAgain = () => (owner.value = read<string>(key))

/** The person's two accounts became one: what was written goes along. */
export function carryOver(from: string, to: string) {
  for (const name of keysStartingWith(draftsOf(from))) {
    write(draftsOf(to) + name.slice(draftsOf(from).length), read(name))
    remove(name)
  }
}

export function forgetNobodys() {
  for (const name of keysStartingWith(nobodys)) remove(name)
}

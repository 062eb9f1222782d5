import { computed, type Ref } from 'vue'
import { deleteAttachment, maxAttachments } from '@/services/attachments'
import { asRefused } from '@/services/refused'
import { uploadDraftFile, type DraftFile } from './files'
import { pickFiles, type PickWay } from './pickFiles'

/** Picks, uploads one after the other, retries and removes the files of a draft. */
export function useFiles(files: Ref<DraftFile[]>) {
  let queue: Promise<void> = Promise.resolve()
  // the reactive copy inside the list, so that progress shows
  const find = (id: string) => files.value.find((file) => file.id === id)

  function enqueue(id: string) {
    queue = queue.then(async () => {
      const file = find(id)
      if (file) await uploadDraftFile(file)
    })
  }

  async function pick(way: PickWay) {
    const picked = await pickFiles(way, maxAttachments - files.value.length)
    files.value.push(...picked)
    for (const file of picked) if (file.state === 'waiting') enqueue(file.id)
  }

  function retry(id: string) {
    const file = find(id)
    if (!file) return
    file.state = 'waiting'
    enqueue(id)
  }

  function drop(id: string) {
    const file = find(id)
    files.value = files.value.filter((other) => other.id !== id)
    // The server sweeps what no message names; a failure here costs the person nothing.
    if (file?.state === 'uploaded') deleteAttachment(id).catch(asRefused)
  }

  const pending = computed(() => files.value.some(({ state }) => state === 'waiting' || state === 'uploading'))
  const broken = computed(() => files.value.some(({ state }) => state === 'failed'))
  const ids = computed(() => files.value.map(({ id }) => id))
  return { pick, retry, drop, pending, broken, ids }
}

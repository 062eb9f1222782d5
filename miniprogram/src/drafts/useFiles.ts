import { computed, type Ref } from 'vue'
import { deleteAttachment, maxAttachments } from '@/services/attachments'
import { asRefused } from '@/services/refused'
import { cancelUpload } from '@/services/uploads'
import { sameAs, takeUp, uploadDraftFile, type DraftFile } from './files'
import { pickFiles, type PickWay } from './pickFiles'

/** Picks, uploads one after the other, retries and removes the files of a draft, of which there are `most`. */
export function useFiles(files: Ref<DraftFile[]>, most = maxAttachments) {
  let queue: Promise<void> = Promise.resolve()
  // the reactive copy inside the list, so that progress shows
  const find = (id: string) => files.value.find((file) => file.id === id)

  function enqueue(id: string) {
    queue = queue.then(async () => {
      const file = find(id)
      if (file?.state === 'waiting') await uploadDraftFile(file)
    })
  }

  async function pick(way: PickWay) {
    const lost = files.value.filter(({ state }) => state === 'again').length
    await take(await pickFiles(way, most - files.value.length + lost))
  }

  /** What was chosen; as many as there is room for. */
  async function take(chosen: DraftFile[]) {
    for (const picked of chosen) {
      const known = await sameAs(picked, files.value)
      if (known) takeUp(known, picked)
      else if (files.value.length < most) files.value.push(picked)
      else continue
      if ((known ?? picked).state === 'waiting') enqueue((known ?? picked).id)
    }
  }

  function pause(id: string) {
    const file = find(id)
    if (file) file.state = 'paused'
  }

  /** After a reload, where the device still has them. */
  function goOn() {
    for (const file of files.value) if (file.state === 'waiting') enqueue(file.id)
  }

  function retry(id: string) {
    const file = find(id)
    if (!file) return
    file.state = 'waiting'
    file.forWifi = false
    enqueue(id)
  }

  function drop(id: string) {
    const file = find(id)
    files.value = files.value.filter((other) => other.id !== id)
    // The server sweeps what no message names; a failure here costs the person nothing.
    if (file?.state === 'uploaded') deleteAttachment(id).catch(asRefused)
    else if (file) {
      file.state = 'paused' // it must not go on
      cancelUpload(id).catch(asRefused)
    }
  }

  const pending = computed(() => files.value.some(({ state }) => ['waiting', 'uploading', 'cut', 'paused'].includes(state)))
  const broken = computed(() => files.value.some(({ state }) => state === 'failed' || state === 'again'))
  const ids = computed(() => files.value.map(({ id }) => id))
  return { pick, take, retry, pause, goOn, drop, pending, broken, ids }
}

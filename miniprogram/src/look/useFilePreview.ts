import { computed, onUnmounted, ref } from 'vue'
import { fetchPreviewPage, fetchPreviewPoster, getPreview, type Preview } from '@/services/attachments'
import { asRefused } from '@/services/refused'

const askAgainAfter = 3_000
const pagesAtOnce = 5

/** What the court made of a file to look at: asks again while it is being made, and fetches pages a few at a time. */
export function useFilePreview(id: string) {
  const preview = ref<Preview>()
  const pages = ref<string[]>([])
  const poster = ref('')
  const problem = ref('')
  const wanted = ref(pagesAtOnce)
  let timer: ReturnType<typeof setTimeout> | undefined
  let isGone = false
  let isFetching = false

  const isComing = computed(() => preview.value?.state === 'waiting' || preview.value?.state === 'making')
  const moreToShow = computed(() => (preview.value?.pages.length ?? 0) > wanted.value)

  async function look() {
    try {
      preview.value = await getPreview(id)
      problem.value = ''
      if (preview.value.hasPoster && !poster.value) poster.value = await fetchPreviewPoster(id)
      await fetchPages()
    } catch (error) {
      problem.value = asRefused(error).title
    }
    if (!isGone && (isComing.value || problem.value)) timer = setTimeout(look, askAgainAfter)
  }

  async function fetchPages() {
    if (isFetching) return
    isFetching = true
    try {
      while (!isGone && pages.value.length < Math.min(wanted.value, preview.value?.pages.length ?? 0))
        pages.value.push(await fetchPreviewPage(id, preview.value!.pages[pages.value.length].number))
    } finally {
      isFetching = false
    }
  }

  async function showMore() {
    wanted.value += pagesAtOnce
    try {
      await fetchPages()
    } catch (error) {
      problem.value = asRefused(error).title
    }
  }

  onUnmounted(() => {
    isGone = true
    clearTimeout(timer)
  })
  void look()
  return { preview, pages, poster, problem, moreToShow, showMore }
}

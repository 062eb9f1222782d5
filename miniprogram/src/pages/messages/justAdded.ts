import { ref } from 'vue'

/** The order to which a supplement has just gone: its page says so once and shows it. */
export const justAdded = ref<string | null>(null)

import { shallowRef } from 'vue'

export interface Question {
  title: string
  words: string
  act: string
  answer(yes: boolean): void
}

/** The question on the screen; every page's frame shows it. */
export const question = shallowRef<Question | null>(null)

/** Asks before something that cannot be undone. The button `act` says what it does. */
export function confirm(title: string, words: string, act: string): Promise<boolean> {
  return new Promise((resolve) => {
    question.value = {
      title,
      words,
      act,
      answer(yes) {
        question.value = null
        resolve(yes)
      },
    }
  })
}

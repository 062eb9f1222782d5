/** Whether every word that was typed is found; brackets and spaces as they come. */
export const finds = (typed, ...texts) => wordsOf(typed).every((word) => texts.some((text) => plain(text ?? '').includes(word)))

const plain = (text) => text.normalize('NFKC').replace(/[()[\]]/g, '')
const wordsOf = (typed) => (typed ?? '').normalize('NFKC').split(/[\s()[\]]+/).filter(Boolean)

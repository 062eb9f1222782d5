import type { KindView } from '@/services/submissions'

/** `不服判决，请上一级法院再审一次` in its two parts: the first stands large. */
export const headOf = ({ plainly, title }: KindView) => plainly.split('，')[0] || title
export const tailOf = ({ plainly }: KindView) => plainly.split('，').slice(1).join('，')

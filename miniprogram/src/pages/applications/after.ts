import type { KindView } from '@/services/submissions'

interface Step { step: 'now' | 'next'; title: string; term: string | null; note: string | null; atText: string | null }

const next = (title: string, atText: string, term: string | null = null): Step => ({ step: 'next', title, term, note: null, atText })

/** CPL 173, 174, 176: from the petition to the court above. */
const appeal = [
  next('一审法院收下，发给对方', '收到后 5 天内', '送达'),
  next('对方写意见', '15 天', '答辩'),
  next('案卷送到上一级法院', '收到答辩后 5 天内', '移送'),
  next('上一级法院收下，分给法官', '发短信告诉您', '二审立案'),
]

/** What comes after it was handed in. */
export function stepsAfter(kind: KindView): Step[] {
  const preparing: Step = { step: 'now', title: '您在准备', term: null, note: null, atText: null }
  if (kind.kind === 'appeal') return [preparing, ...appeal]
  return [
    preparing,
    next('交到法院，马上给回执号', '哪天几点交的，以回执为准'),
    next(kind.decider, `${kind.workingDays} 个工作日内，周末和节假日不算`),
    next('结果发到您手机', '缺材料的，一次说全'),
  ]
}

import type { Score } from '@/services/workOrders'

export const scoreWords: Record<Score, string> = { satisfied: '满意', basicallySatisfied: '基本满意', dissatisfied: '不满意' }

export const maxRatingWords = 500

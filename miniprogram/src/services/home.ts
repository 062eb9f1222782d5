import type { Me } from './me'
import { get } from './request'

export interface Todo {
  kind: 'answer'
  workOrderId: string
  title: string
  atText: string
}

export interface Home {
  me: Me
  todo: Todo[]
  openCases: number
  waitingMessages: number
  answerWorkingDays: number
  unreadNotices: number
  /** Served documents that wait for a signature, with the newest one's title. */
  documents: { count: number; title: string; courtName: string } | null
}

export const getHome = () => get<Home>('/home')

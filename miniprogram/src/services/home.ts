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
}

export const getHome = () => get<Home>('/home')

import { get } from './request'
import type { HomeView } from '../../api/schema'

export type { HomeView as Home, Todo } from '../../api/schema'

export const getHome = () => get<HomeView>('/home')

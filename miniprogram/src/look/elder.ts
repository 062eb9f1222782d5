import { ref, watch } from 'vue'
import { read, write } from '@/storage'

/** Elder mode (长辈模式): larger letters, fewer choices. Kept on this device. */
export const elder = ref(read<boolean>('elder') ?? false)

watch(elder, (on) => write('elder', on))

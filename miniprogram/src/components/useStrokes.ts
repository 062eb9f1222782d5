import { ref, type ShallowRef } from 'vue'

/** In CSS pixels of the canvas. */
export interface Point {
  x: number
  y: number
}

interface Surface {
  width: number
  height: number
  getContext(kind: '2d'): CanvasRenderingContext2D
}

const penColor = '#1b2530'
const penWidth = 4

/** Strokes on a canvas, kept as points so that the last one can be taken back. */
export function useStrokes<S extends Surface>(canvas: ShallowRef<S | null>) {
  const strokes = ref<Point[][]>([])
  let pen: CanvasRenderingContext2D | null = null
  let size = { width: 0, height: 0 }
  let writing = false

  function resize(surface: S, width: number, height: number, scale: number) {
    canvas.value = surface
    size = { width, height }
    surface.width = width * scale
    surface.height = height * scale
    pen = surface.getContext('2d')
    pen.setTransform(scale, 0, 0, scale, 0, 0)
    pen.lineCap = pen.lineJoin = 'round'
    pen.lineWidth = penWidth
    pen.strokeStyle = penColor
    redraw()
  }

  function begin(at: Point) {
    writing = true
    strokes.value = [...strokes.value, [at]]
    segment(at, { x: at.x + 0.1, y: at.y }) // a tap leaves a dot
  }

  function draw(at: Point) {
    const stroke = strokes.value.at(-1)
    if (!writing || !stroke) return
    segment(stroke[stroke.length - 1], at)
    stroke.push(at)
  }

  function end() {
    writing = false
  }

  function undo() {
    strokes.value = strokes.value.slice(0, -1)
    redraw()
  }

  function clear() {
    strokes.value = []
    redraw()
  }

  function redraw() {
    pen?.clearRect(0, 0, size.width, size.height)
    for (const stroke of strokes.value) {
      segment(stroke[0], { x: stroke[0].x + 0.1, y: stroke[0].y })
      for (let at = 1; at < stroke.length; at++) segment(stroke[at - 1], stroke[at])
    }
  }

  function segment(from: Point, to: Point) {
    if (!pen) return
    pen.beginPath()
    pen.moveTo(from.x, from.y)
    pen.lineTo(to.x, to.y)
    pen.stroke()
  }

  return { strokes, begin, draw, end, undo, clear, resize }
}

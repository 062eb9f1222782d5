// Handwriting on a canvas, by pen, finger or mouse.
const ink = new WeakMap();

const at = (canvas, event) => {
  const box = canvas.getBoundingClientRect();
  return [(event.clientX - box.left) * canvas.width / box.width, (event.clientY - box.top) * canvas.height / box.height];
};

export function begin(canvas) {
  const pen = canvas.getContext("2d");
  Object.assign(pen, { lineWidth: 6, lineCap: "round", lineJoin: "round", strokeStyle: "#111" });
  clear(canvas);
  canvas.addEventListener("pointerdown", event => {
    canvas.setPointerCapture(event.pointerId);
    pen.beginPath();
    pen.moveTo(...at(canvas, event));
    event.preventDefault();
  });
  canvas.addEventListener("pointermove", event => {
    if (!canvas.hasPointerCapture(event.pointerId)) return;
    pen.lineTo(...at(canvas, event));
    pen.stroke();
    ink.set(canvas, (ink.get(canvas) ?? 0) + 1);
  });
}

export function clear(canvas) {
  const pen = canvas.getContext("2d");
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  ink.set(canvas, 0);
}

/** Enough strokes to be a name. */
export const isSigned = canvas => (ink.get(canvas) ?? 0) >= 8;

/** A PNG; Blazor streams what is returned as it is. */
export const read = canvas => new Promise(done => canvas.toBlob(done, "image/png"));

/** A drawn face whose mouth follows the voice: somebody to talk to, without a camera and without anybody's likeness. */

const SIZE = { width: 320, height: 240 } as const
const FRAMES = 15

export function drawnFace(microphone: MediaStream | undefined): { track: MediaStreamTrack; stop(): void } {
  const canvas = Object.assign(document.createElement('canvas'), SIZE)
  const pen = canvas.getContext('2d')
  const voice = loudnessOf(microphone)
  const colours = coloursOf(document.documentElement)
  let open = 0
  const draw = () => {
    if (!pen) return
    open += (voice.now() - open) * 0.5
    drawFace(pen, open, colours)
  }
  draw()
  const timer = setInterval(draw, 1_000 / FRAMES)
  const [track] = canvas.captureStream(FRAMES).getVideoTracks() as [MediaStreamTrack]
  return {
    track,
    stop() {
      clearInterval(timer)
      voice.stop()
      track.stop()
    },
  }
}

type Colours = { readonly ground: string; readonly face: string; readonly line: string }

/** Of the page, so that no colour stands here. */
function coloursOf(element: Element): Colours {
  const style = getComputedStyle(element)
  const of = (name: string, or: string) => style.getPropertyValue(name).trim() || or
  return { ground: of('--surface', 'white'), face: of('--primary', 'teal'), line: of('--on-primary', 'white') }
}

function drawFace(pen: CanvasRenderingContext2D, open: number, { ground, face, line }: Colours) {
  const { width, height } = SIZE
  pen.fillStyle = ground
  pen.fillRect(0, 0, width, height)
  pen.fillStyle = face
  pen.beginPath()
  pen.arc(width / 2, height / 2, 84, 0, 2 * Math.PI)
  pen.fill()
  pen.fillStyle = line
  for (const side of [-1, 1]) {
    pen.beginPath()
    pen.arc(width / 2 + side * 30, height / 2 - 22, 8, 0, 2 * Math.PI)
    pen.fill()
  }
  pen.beginPath()
  pen.ellipse(width / 2, height / 2 + 32, 30, 3 + open * 22, 0, 0, 2 * Math.PI)
  pen.fill()
}

function loudnessOf(microphone: MediaStream | undefined) {
  if (!microphone) return { now: () => 0, stop() {} }
  const context = new AudioContext()
  const analyser = context.createAnalyser()
  analyser.fftSize = 512
  context.createMediaStreamSource(microphone).connect(analyser)
  const samples = new Float32Array(analyser.fftSize)
  return {
    /** From 0 to 1. */
    now() {
      analyser.getFloatTimeDomainData(samples)
      const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length
      return Math.min(1, Math.sqrt(power) * 6)
    },
    stop: () => void context.close(),
  }
}

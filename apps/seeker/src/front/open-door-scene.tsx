/** A well-lit room behind one open door. Only to look at; drawn with the tokens, so it is dark in the dark. */
export function OpenDoorScene() {
  return (
    <svg class="scene" viewBox="0 0 320 300" aria-hidden="true" focusable="false">
      <path class="scene__floor" d="M0 232h320v68H0z" />
      <path class="scene__glow" d="M132 232h84l74 68H58z" />
      <path class="scene__room" d="M132 52h84v180h-84z" />
      <path class="scene__lamp" d="M174 52v26m-17 18a17 17 0 0 1 34 0z" />
      <path class="scene__chair" d="M150 196h34m-34-34v66m34-32v32m-34-32c0-8 34-8 34 0" />
      <path class="scene__door" d="M216 52l58-16v222l-58-26z" />
      <circle class="scene__knob" cx="228" cy="150" r="4" />
      <path class="scene__frame" d="M126 236V46h96v190" />
    </svg>
  )
}

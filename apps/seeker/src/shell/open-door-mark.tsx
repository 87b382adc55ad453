/** Our sign: a door that stands ajar, with light behind it. */
export function OpenDoorMark() {
  return (
    <svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path class="mark__light" d="M8 5h16v22H8z" />
      <path class="mark__door" d="M8 5l9 3.2v21.6L8 27z" />
      <path class="mark__frame" d="M4 27.5h4V5h16v22.5h4" />
      <circle class="mark__knob" cx="14.4" cy="18" r="1.2" />
    </svg>
  )
}

/** The pictures of the cards for distraction, by card id, on a field of 120 by 80. */
import type { ComponentChildren } from 'preact'

export const afleidingPictures: Readonly<Record<string, ComponentChildren>> = {
  'known-series': (
    <>
      <rect class="pic-fill" x="24" y="10" width="72" height="48" rx="5" />
      <rect class="pic-line" x="24" y="10" width="72" height="48" rx="5" />
      <path class="pic-warm" d="M52 23 L72 34 L52 45 Z" />
      <path class="pic-line" d="M52 23 L72 34 L52 45 Z" />
      <path class="pic-line" d="M60 58 V68 M42 70 H78" />
    </>
  ),
  puzzle: (
    <>
      <path
        class="pic-fill"
        d="M16 28 H34 Q30 14 40 14 T46 28 H62 V40 Q78 35 78 46 T62 52 V70 H16 V54 Q28 58 28 48 T16 44 Z"
      />
      <path
        class="pic-line"
        d="M16 28 H34 Q30 14 40 14 T46 28 H62 V40 Q78 35 78 46 T62 52 V70 H16 V54 Q28 58 28 48 T16 44 Z"
      />
      <path class="pic-warm" d="M80 24 H112 V66 H80 V53 Q96 57 96 45 T80 39 Z" />
      <path class="pic-line" d="M80 24 H112 V66 H80 V53 Q96 57 96 45 T80 39 Z" />
    </>
  ),
  doodle: (
    <>
      <rect class="pic-paper" x="16" y="10" width="66" height="60" rx="3" />
      <rect class="pic-line" x="16" y="10" width="66" height="60" rx="3" />
      <path class="pic-warm" d="M39 52 Q45 42 45 34 Q45 22 39 22 Q33 22 33 34 Q33 42 39 52 Z" />
      <path class="pic-fill" d="M59 52 Q65 42 65 34 Q65 22 59 22 Q53 22 53 34 Q53 42 59 52 Z" />
      <path
        class="pic-line"
        d="M23 58 Q45 50 45 34 Q45 22 39 22 Q33 22 33 34 Q35 58 49 56 Q65 48 65 34 Q65 22 59 22 Q53 22 53 34 Q55 60 74 52"
      />
      <path class="pic-warm" d="M74 52 L78 42 L104 14 L112 22 L85 49 Z" />
      <path class="pic-line" d="M74 52 L78 42 L104 14 L112 22 L85 49 Z M78 42 L85 49" />
    </>
  ),
  'one-colour': (
    <>
      <circle class="pic-fill" cx="20" cy="22" r="9" />
      <rect class="pic-fill" x="90" y="54" width="18" height="18" rx="3" />
      <path class="pic-fill" d="M20 72 L30 54 L40 72 Z" />
      <circle class="pic-warm" cx="100" cy="22" r="9" />
      <circle class="pic-paper" cx="58" cy="34" r="23" />
      <circle class="pic-line" cx="58" cy="34" r="23" />
      <path class="pic-warm" d="M58 20 L62 30 L73 31 L65 38 L67 49 L58 43 L49 49 L51 38 L43 31 L54 30 Z" />
      <path class="pic-line" d="M75 50 L88 64" />
    </>
  ),
  'wash-dishes': (
    <>
      <circle class="pic-paper" cx="46" cy="38" r="28" />
      <circle class="pic-line" cx="46" cy="38" r="28" />
      <circle class="pic-fill" cx="46" cy="38" r="17" />
      <circle class="pic-line" cx="46" cy="38" r="17" />
      <rect class="pic-warm" x="68" y="48" width="34" height="20" rx="6" />
      <rect class="pic-line" x="68" y="48" width="34" height="20" rx="6" />
      <circle class="pic-paper" cx="84" cy="38" r="7" />
      <circle class="pic-line" cx="84" cy="38" r="7" />
      <circle class="pic-line" cx="97" cy="28" r="5" />
      <circle class="pic-line" cx="86" cy="20" r="4" />
    </>
  ),
  alphabet: (
    <>
      <rect class="pic-fill" x="12" y="24" width="32" height="32" rx="4" />
      <rect class="pic-line" x="12" y="24" width="32" height="32" rx="4" />
      <path class="pic-line" d="M20 49 L28 31 L36 49 M23 43 H33" />
      <path class="pic-line" d="M51 40 H68 M62 34 L68 40 L62 46" />
      <rect class="pic-warm" x="76" y="24" width="32" height="32" rx="4" />
      <rect class="pic-line" x="76" y="24" width="32" height="32" rx="4" />
      <path class="pic-line" d="M84 32 H100 L84 48 H100" />
    </>
  ),
  'count-back': (
    <>
      <path class="pic-fill" d="M14 54 H106 V62 H14 Z" />
      <path class="pic-line" d="M14 54 H106 M22 54 V62 M42 54 V62 M62 54 V62 M82 54 V62 M102 54 V62" />
      <path class="pic-line" d="M100 48 Q92 16 82 48 Q72 16 62 48 Q52 16 42 48 Q32 16 23 46" />
      <path class="pic-line" d="M21 37 L23 47 L31 41" />
      <circle class="pic-warm" cx="102" cy="48" r="5" />
      <circle class="pic-line" cx="102" cy="48" r="5" />
    </>
  ),
  'read-page': (
    <>
      <path class="pic-paper" d="M60 22 Q40 10 14 16 V62 Q40 56 60 68 Q80 56 106 62 V16 Q80 10 60 22 Z" />
      <path class="pic-fill" d="M60 22 Q80 10 106 16 V62 Q80 56 60 68 Z" />
      <path class="pic-line" d="M60 22 Q40 10 14 16 V62 Q40 56 60 68 Q80 56 106 62 V16 Q80 10 60 22 Z M60 22 V68" />
      <path class="pic-line" d="M24 28 Q38 26 50 32 M24 38 Q38 36 50 42 M24 48 Q38 46 50 52" />
      <path class="pic-warm" d="M84 13 H94 V40 L89 35 L84 40 Z" />
    </>
  ),
  'fold-paper': (
    <>
      <path class="pic-paper" d="M60 10 L36 50 H84 Z" />
      <path class="pic-fill" d="M60 10 L84 50 H60 Z" />
      <path class="pic-line" d="M60 10 L36 50 H84 Z M60 10 V50" />
      <path class="pic-warm" d="M14 44 L36 50 H84 L106 44 L84 68 H36 Z" />
      <path class="pic-line" d="M14 44 L36 50 H84 L106 44 L84 68 H36 Z" />
      <path class="pic-line" d="M36 68 L60 50 L84 68" />
    </>
  ),
  'listen-story': (
    <>
      <path class="pic-line" d="M30 50 V42 Q30 10 60 10 T90 42 V50" />
      <rect class="pic-warm" x="24" y="44" width="15" height="26" rx="7" />
      <rect class="pic-line" x="24" y="44" width="15" height="26" rx="7" />
      <rect class="pic-warm" x="81" y="44" width="15" height="26" rx="7" />
      <rect class="pic-line" x="81" y="44" width="15" height="26" rx="7" />
      <path class="pic-fill" d="M60 40 Q54 36 46 38 V60 Q54 58 60 62 Q66 58 74 60 V38 Q66 36 60 40 Z" />
      <path class="pic-line" d="M60 40 Q54 36 46 38 V60 Q54 58 60 62 Q66 58 74 60 V38 Q66 36 60 40 Z M60 40 V62" />
    </>
  ),
  'simple-game': (
    <>
      <rect class="pic-paper" x="24" y="4" width="72" height="72" rx="6" />
      <path class="pic-line" d="M49 10 V70 M71 10 V70 M30 29 H90 M30 51 H90" />
      <circle class="pic-warm" cx="60" cy="40" r="7" />
      <circle class="pic-line" cx="60" cy="40" r="7" />
      <circle class="pic-line" cx="38" cy="18" r="6" />
      <circle class="pic-line" cx="82" cy="60" r="6" />
      <path class="pic-line" d="M77 13 L87 23 M87 13 L77 23 M33 55 L43 65 M43 55 L33 65" />
    </>
  ),
}

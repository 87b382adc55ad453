/** The pictures of the cards to calm down, by card id, on a field of 120 by 80. */
import type { ComponentChildren } from 'preact'

export const rustigPictures: Readonly<Record<string, ComponentChildren>> = {
  'warm-drink': (
    <>
      <ellipse class="pic-fill" cx="56" cy="71" rx="34" ry="5" />
      <path class="pic-fill" d="M36 32 H76 V52 Q76 68 60 68 H52 Q36 68 36 52 Z" />
      <path class="pic-line" d="M36 32 H76 V52 Q76 68 60 68 H52 Q36 68 36 52 Z" />
      <ellipse class="pic-warm" cx="56" cy="32" rx="20" ry="4" />
      <ellipse class="pic-line" cx="56" cy="32" rx="20" ry="4" />
      <path class="pic-line" d="M76 38 H81 Q90 38 90 47 T81 56 H75" />
      <path class="pic-line" d="M48 23 Q44 18 48 14 T48 5 M64 23 Q60 18 64 14 T64 5" />
    </>
  ),
  'slow-breath': (
    <>
      <path
        class="pic-fill"
        d="M30 74 V60 Q16 52 16 34 Q16 10 40 10 Q60 10 62 30 L68 41 Q68 44 63 44 L64 50 L61 53 V58 Q61 62 55 62 H50 V74 Z"
      />
      <path
        class="pic-line"
        d="M30 74 V60 Q16 52 16 34 Q16 10 40 10 Q60 10 62 30 L68 41 Q68 44 63 44 L64 50 L61 53 V58 Q61 62 55 62 H50 V74"
      />
      <path class="pic-line" d="M48 33 Q52 36 56 33" />
      <ellipse class="pic-warm" cx="48" cy="46" rx="6" ry="4" />
      <path class="pic-line" d="M71 47 Q80 40 89 46 T107 42 M70 53 Q82 50 92 54 T113 52 M69 59 Q78 66 87 61 T102 65" />
    </>
  ),
  'hand-on-belly': (
    <>
      <path class="pic-fill" d="M30 78 V52 Q30 34 48 32 H72 Q90 34 90 52 V78 Z" />
      <path
        class="pic-line"
        d="M30 78 V52 Q30 34 48 32 H72 Q90 34 90 52 V78 M43 54 V58 M77 54 V46 M43 72 V78 M77 60 V78"
      />
      <circle class="pic-paper" cx="60" cy="17" r="12" />
      <circle class="pic-line" cx="60" cy="17" r="12" />
      <path class="pic-warm" d="M32 58 L62 60 Q70 61 69 66 Q68 71 61 70 L34 72 Q28 66 32 58 Z" />
      <path class="pic-line" d="M32 58 L62 60 Q70 61 69 66 Q68 71 61 70 L34 72" />
      <path class="pic-warm" d="M88 48 L60 39 Q53 37 51 42 Q50 47 57 49 L84 60 Q92 57 88 48 Z" />
      <path class="pic-line" d="M88 48 L60 39 Q53 37 51 42 Q50 47 57 49 L84 60" />
    </>
  ),
  blanket: (
    <>
      <path class="pic-fill" d="M60 8 Q42 8 40 28 Q26 40 22 74 H98 Q94 40 80 28 Q78 8 60 8 Z" />
      <path class="pic-line" d="M60 8 Q42 8 40 28 Q26 40 22 74 H98 Q94 40 80 28 Q78 8 60 8 Z" />
      <circle class="pic-paper" cx="60" cy="27" r="12" />
      <circle class="pic-line" cx="60" cy="27" r="12" />
      <path class="pic-line" d="M54 28 Q56 30 58 28 M63 28 Q65 30 67 28" />
      <path class="pic-line" d="M48 34 Q52 46 60 48 Q68 46 72 34 M60 48 Q56 60 57 74" />
      <path class="pic-warm" d="M24 64 Q60 72 96 64 L97 70 Q60 78 23 70 Z" />
    </>
  ),
  'soft-light': (
    <>
      <circle class="pic-fill" cx="60" cy="34" r="32" />
      <path class="pic-warm" d="M42 38 L50 14 H70 L78 38 Z" />
      <path class="pic-line" d="M42 38 L50 14 H70 L78 38 Z" />
      <path class="pic-line" d="M60 38 V60 M50 62 Q60 56 70 62" />
      <path class="pic-line" d="M22 64 H98 M32 64 V76 M88 64 V76" />
    </>
  ),
  'calm-song': (
    <>
      <path class="pic-fill" d="M10 56 Q30 34 58 50 T110 42 V66 Q84 76 58 68 T10 72 Z" />
      <ellipse class="pic-warm" cx="44" cy="58" rx="9" ry="7" />
      <ellipse class="pic-line" cx="44" cy="58" rx="9" ry="7" />
      <ellipse class="pic-warm" cx="76" cy="50" rx="9" ry="7" />
      <ellipse class="pic-line" cx="76" cy="50" rx="9" ry="7" />
      <path class="pic-line" d="M53 57 V20 L85 12 V49 M53 30 L85 22" />
    </>
  ),
  'drop-shoulders': (
    <>
      <path class="pic-fill" d="M26 76 Q28 50 54 46 V38 H66 V46 Q92 50 94 76 Z" />
      <path class="pic-line" d="M26 76 Q28 50 54 46 V38 M66 38 V46 Q92 50 94 76" />
      <circle class="pic-paper" cx="60" cy="25" r="15" />
      <circle class="pic-line" cx="60" cy="25" r="15" />
      <path class="pic-warm" d="M18 24 H26 V40 H32 L22 54 L12 40 H18 Z" />
      <path class="pic-warm" d="M94 24 H102 V40 H108 L98 54 L88 40 H94 Z" />
    </>
  ),
  'quiet-corner': (
    <>
      <path class="pic-paper" d="M8 6 H112 V70 H8 Z" />
      <path class="pic-line" d="M24 4 V56 L8 72 M24 56 H38 M92 56 H112" />
      <rect class="pic-fill" x="44" y="16" width="40" height="38" rx="10" />
      <rect class="pic-line" x="44" y="16" width="40" height="38" rx="10" />
      <rect class="pic-fill" x="36" y="38" width="12" height="28" rx="6" />
      <rect class="pic-line" x="36" y="38" width="12" height="28" rx="6" />
      <rect class="pic-fill" x="80" y="38" width="12" height="28" rx="6" />
      <rect class="pic-line" x="80" y="38" width="12" height="28" rx="6" />
      <rect class="pic-warm" x="48" y="46" width="32" height="14" rx="4" />
      <path class="pic-line" d="M48 60 H80 M42 66 V73 M86 66 V73 M48 46 H80" />
    </>
  ),
  'hum-a-tune': (
    <>
      <path class="pic-fill" d="M18 78 Q20 50 48 50 T78 78 Z" />
      <path class="pic-line" d="M18 78 Q20 50 48 50 T78 78" />
      <circle class="pic-paper" cx="48" cy="28" r="16" />
      <circle class="pic-line" cx="48" cy="28" r="16" />
      <path class="pic-line" d="M40 26 Q43 29 46 26 M53 26 Q56 29 59 26 M44 35 Q48 38 52 35" />
      <path class="pic-line" d="M40 70 Q48 64 56 70 M34 64 Q48 54 62 64" />
      <ellipse class="pic-warm" cx="86" cy="46" rx="7" ry="5" />
      <ellipse class="pic-line" cx="86" cy="46" rx="7" ry="5" />
      <path class="pic-line" d="M93 45 V16 Q96 26 106 28" />
    </>
  ),
  'trace-square': (
    <>
      <rect class="pic-fill" x="40" y="20" width="40" height="40" rx="2" />
      <rect class="pic-line" x="40" y="20" width="40" height="40" rx="2" />
      <rect class="pic-paper" x="48" y="28" width="24" height="24" rx="1" />
      <path class="pic-warm" d="M48 52 L57 40 L63 46 L67 42 L72 48 V52 Z" />
      <rect class="pic-line" x="48" y="28" width="24" height="24" rx="1" />
      <path class="pic-line" d="M44 10 H76 M71 5 L76 10 L71 15 M90 24 V56 M85 51 L90 56 L95 51" />
      <path class="pic-line" d="M76 70 H44 M49 65 L44 70 L49 75 M30 56 V24 M25 29 L30 24 L35 29" />
    </>
  ),
  'rain-sounds': (
    <>
      <path class="pic-paper" d="M28 42 Q14 42 14 31 Q14 21 25 20 Q29 8 42 8 Q54 8 58 19 Q72 18 72 31 Q72 42 60 42 Z" />
      <path class="pic-line" d="M28 42 Q14 42 14 31 Q14 21 25 20 Q29 8 42 8 Q54 8 58 19 Q72 18 72 31 Q72 42 60 42 Z" />
      <path class="pic-line" d="M28 50 L24 58 M42 50 L38 58 M56 50 L52 58 M34 62 L30 70 M48 62 L44 70" />
      <path class="pic-fill" d="M92 20 L106 44 H99 L110 62 H74 L85 44 H78 Z" />
      <path class="pic-line" d="M92 20 L106 44 H99 L110 62 H74 L85 44 H78 Z M92 62 V74" />
      <path class="pic-line" d="M66 74 H114" />
    </>
  ),
}

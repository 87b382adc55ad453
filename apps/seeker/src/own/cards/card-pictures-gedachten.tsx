/** The pictures of the cards about thoughts, by card id, on a field of 120 by 80. */
import type { ComponentChildren } from 'preact'

export const gedachtenPictures: Readonly<Record<string, ComponentChildren>> = {
  'name-thought': (
    <>
      <circle class="pic-paper" cx="26" cy="54" r="12" />
      <path class="pic-fill" d="M8 78 Q10 68 26 68 T44 78 Z" />
      <circle class="pic-line" cx="26" cy="54" r="12" />
      <path class="pic-line" d="M8 78 Q10 68 26 68 T44 78" />
      <path class="pic-line" d="M41 44 a3 3 0 1 0 6 0 a3 3 0 1 0 -6 0 M47 36 a4 4 0 1 0 8 0 a4 4 0 1 0 -8 0" />
      <path
        class="pic-paper"
        d="M66 46 Q52 44 54 30 Q55 18 66 17 Q72 4 84 6 Q94 4 98 14 Q112 14 113 30 Q112 44 100 46 Z"
      />
      <path
        class="pic-line"
        d="M66 46 Q52 44 54 30 Q55 18 66 17 Q72 4 84 6 Q94 4 98 14 Q112 14 113 30 Q112 44 100 46 Z"
      />
      <path class="pic-warm" d="M64 29 L72 20 H102 V38 H72 Z" />
      <path class="pic-line" d="M64 29 L72 20 H102 V38 H72 Z M80 26 H95 M80 32 H90" />
      <circle class="pic-line" cx="73" cy="29" r="1.5" />
    </>
  ),
  'like-clouds': (
    <>
      <circle class="pic-warm" cx="92" cy="20" r="11" />
      <path class="pic-fill" d="M20 40 Q8 40 8 31 Q8 22 18 21 Q22 10 34 11 Q44 12 47 21 Q58 21 58 31 Q58 40 48 40 Z" />
      <path class="pic-line" d="M20 40 Q8 40 8 31 Q8 22 18 21 Q22 10 34 11 Q44 12 47 21 Q58 21 58 31 Q58 40 48 40 Z" />
      <path
        class="pic-paper"
        d="M76 52 Q67 52 67 45 Q67 38 75 37 Q78 29 87 29 Q95 30 97 37 Q106 37 106 45 Q106 52 98 52 Z"
      />
      <path
        class="pic-line"
        d="M76 52 Q67 52 67 45 Q67 38 75 37 Q78 29 87 29 Q95 30 97 37 Q106 37 106 45 Q106 52 98 52 Z"
      />
      <path class="pic-line" d="M20 50 H40 M28 57 H54 M70 60 H84" />
      <path class="pic-fill" d="M4 76 Q34 60 64 70 T116 68 V78 H4 Z" />
      <path class="pic-line" d="M4 76 Q34 60 64 70 T116 68" />
    </>
  ),
  'write-it-down': (
    <>
      <rect class="pic-paper" x="30" y="8" width="52" height="64" rx="4" />
      <rect class="pic-line" x="30" y="8" width="52" height="64" rx="4" />
      <path class="pic-fill" d="M30 12 Q30 8 34 8 H40 V72 H34 Q30 72 30 68 Z" />
      <path class="pic-line" d="M40 8 V72 M25 20 H34 M25 33 H34 M25 46 H34 M25 59 H34" />
      <path class="pic-line" d="M48 22 H74 M48 32 H74 M48 42 H70 M48 52 H60" />
      <path class="pic-warm" d="M64 58 L68 47 L94 18 L103 26 L76 54 Z" />
      <path class="pic-line" d="M64 58 L68 47 L94 18 L103 26 L76 54 Z M68 47 L76 54" />
    </>
  ),
  'worry-later': (
    <>
      <circle class="pic-warm" cx="100" cy="20" r="11" />
      <path class="pic-line" d="M100 2 V4 M114 6 L112 8 M118 20 H116 M114 34 L112 32 M86 6 L88 8" />
      <circle class="pic-paper" cx="46" cy="44" r="28" />
      <circle class="pic-line" cx="46" cy="44" r="28" />
      <path class="pic-line" d="M46 26 V44 L58 52" />
      <path class="pic-line" d="M46 20 V22 M70 44 H68 M46 68 V66 M22 44 H24" />
      <path class="pic-fill" d="M18 24 Q16 12 28 12 Q32 13 34 16 Z M74 24 Q76 12 64 12 Q60 13 58 16 Z" />
      <path
        class="pic-line"
        d="M18 24 Q16 12 28 12 Q32 13 34 16 Z M74 24 Q76 12 64 12 Q60 13 58 16 Z M28 66 L22 75 M64 66 L70 74"
      />
    </>
  ),
  'friend-words': (
    <>
      <path class="pic-fill" d="M20 28 L60 4 L100 28 V72 H20 Z" />
      <path class="pic-paper" d="M32 16 H88 V50 H32 Z" />
      <path class="pic-line" d="M32 34 V16 H88 V34" />
      <path
        class="pic-warm"
        d="M60 40 Q46 32 46 25 Q47 19 53 20 Q58 21 60 26 Q62 21 67 20 Q73 19 74 25 Q74 32 60 40 Z"
      />
      <path
        class="pic-line"
        d="M60 40 Q46 32 46 25 Q47 19 53 20 Q58 21 60 26 Q62 21 67 20 Q73 19 74 25 Q74 32 60 40 Z"
      />
      <path class="pic-fill" d="M20 28 L60 54 L100 28 V72 H20 Z" />
      <path
        class="pic-line"
        d="M20 28 L60 54 L100 28 V72 H20 Z M20 72 L48 46 M100 72 L72 46 M20 28 L32 20 M100 28 L88 20"
      />
    </>
  ),
  'next-ten-minutes': (
    <>
      <rect class="pic-fill" x="53" y="4" width="14" height="8" rx="2" />
      <path class="pic-line" d="M60 12 V16 M53 4 H67 V12 H53 Z M84 20 L88 16" />
      <circle class="pic-paper" cx="60" cy="46" r="29" />
      <path class="pic-warm" d="M60 46 V17 A29 29 0 0 1 85.1 31.5 Z" />
      <circle class="pic-line" cx="60" cy="46" r="29" />
      <path class="pic-line" d="M60 46 V17 M60 46 L85 31.5" />
      <path class="pic-line" d="M60 70 V68 M36 46 H38 M84 46 H82" />
    </>
  ),
  'decide-later': (
    <>
      <path class="pic-line" d="M52 8 V74 M24 74 H80" />
      <path class="pic-fill" d="M52 14 H88 L98 22 L88 30 H52 Z" />
      <path class="pic-line" d="M52 14 H88 L98 22 L88 30 H52 Z" />
      <path class="pic-fill" d="M52 36 H20 L10 44 L20 52 H52 Z" />
      <path class="pic-line" d="M52 36 H20 L10 44 L20 52 H52 Z" />
      <circle class="pic-warm" cx="90" cy="56" r="15" />
      <circle class="pic-line" cx="90" cy="56" r="15" />
      <path class="pic-line" d="M86 50 V62 M94 50 V62" />
    </>
  ),
  'like-a-wave': (
    <>
      <circle class="pic-warm" cx="92" cy="20" r="11" />
      <path
        class="pic-fill"
        d="M6 62 Q22 58 30 40 Q40 16 62 18 Q80 22 76 36 Q68 30 62 38 Q58 54 78 60 Q96 64 114 58 V76 H6 Z"
      />
      <path class="pic-line" d="M6 62 Q22 58 30 40 Q40 16 62 18 Q80 22 76 36 Q68 30 62 38 Q58 54 78 60 Q96 64 114 58" />
      <path class="pic-line" d="M14 70 Q24 65 34 70 T54 70 T74 70 T94 70 T112 68" />
      <path class="pic-line" d="M42 50 Q46 32 60 28" />
    </>
  ),
  'small-good-thing': (
    <>
      <path class="pic-line" d="M60 50 Q60 34 58 24" />
      <path class="pic-fill" d="M58 32 Q36 34 34 14 Q56 12 58 32 Z" />
      <path class="pic-line" d="M58 32 Q36 34 34 14 Q56 12 58 32 Z" />
      <path class="pic-fill" d="M59 38 Q62 20 84 22 Q82 42 59 38 Z" />
      <path class="pic-line" d="M59 38 Q62 20 84 22 Q82 42 59 38 Z" />
      <path class="pic-warm" d="M40 50 H80 L75 74 H45 Z" />
      <path class="pic-line" d="M40 50 H80 L75 74 H45 Z" />
      <path class="pic-line" d="M26 74 H94" />
    </>
  ),
  'safe-place': (
    <>
      <path class="pic-fill" d="M4 66 Q30 54 60 60 T116 58 V78 H4 Z" />
      <path class="pic-line" d="M4 66 Q30 54 60 60 T116 58" />
      <path class="pic-paper" d="M26 36 H68 V66 H26 Z" />
      <path class="pic-line" d="M26 36 V66 H68 V36" />
      <path class="pic-warm" d="M18 38 L47 12 L76 38 Z" />
      <path class="pic-line" d="M18 38 L47 12 L76 38 Z" />
      <rect class="pic-warm" x="32" y="44" width="12" height="10" rx="1" />
      <path class="pic-line" d="M50 66 V48 H61 V66 M32 44 H44 V54 H32 Z" />
      <circle class="pic-fill" cx="98" cy="34" r="13" />
      <path class="pic-line" d="M98 36 V61 M85 34 a13 13 0 1 0 26 0 a13 13 0 1 0 -26 0" />
    </>
  ),
}

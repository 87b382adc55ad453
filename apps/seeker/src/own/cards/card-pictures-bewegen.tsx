/** The pictures of the cards to move, by card id, on a field of 120 by 80. */
import type { ComponentChildren } from 'preact'

export const bewegenPictures: Readonly<Record<string, ComponentChildren>> = {
  'short-walk': (
    <>
      <circle class="pic-fill" cx="92" cy="26" r="17" />
      <path class="pic-line" d="M75 26 a17 17 0 1 0 34 0 a17 17 0 1 0 -34 0 M92 26 V66 M92 44 L100 36" />
      <circle class="pic-paper" cx="42" cy="14" r="8" />
      <circle class="pic-line" cx="42" cy="14" r="8" />
      <path class="pic-warm" d="M36 26 Q42 22 48 26 L49 46 H37 Z" />
      <path class="pic-line" d="M36 26 Q42 22 48 26 L49 46 H37 Z" />
      <path
        class="pic-line"
        d="M47 28 L54 38 L64 36 M37 28 L28 38 L30 46 M40 46 L34 58 L22 66 M46 46 L56 54 L58 67 H64"
      />
      <path class="pic-line" d="M12 68 H108" />
    </>
  ),
  'reach-up': (
    <>
      <circle class="pic-paper" cx="60" cy="30" r="9" />
      <circle class="pic-line" cx="60" cy="30" r="9" />
      <path class="pic-warm" d="M51 43 H69 V62 H51 Z" />
      <path class="pic-line" d="M51 62 V43 L38 10 M69 62 V43 L82 10 M51 43 H69" />
      <path class="pic-line" d="M51 62 H69 M55 62 V76 M65 62 V76" />
      <path class="pic-fill" d="M18 36 L26 22 L34 36 H29 V54 H23 V36 Z" />
      <path class="pic-fill" d="M86 36 L94 22 L102 36 H97 V54 H91 V36 Z" />
    </>
  ),
  'shake-out': (
    <>
      <path
        class="pic-fill"
        d="M31 6 V22 Q24 28 26 40 L20 48 Q19 53 23 53 L31 46 V64 Q33 68 36 64 V50 V68 Q38 72 41 68 V50 V66 Q43 70 46 66 V48 V58 Q48 62 51 58 V34 Q51 26 47 22 V6 Z"
      />
      <path
        class="pic-line"
        d="M31 6 V22 Q24 28 26 40 L20 48 Q19 53 23 53 L31 46 V64 Q33 68 36 64 V50 V68 Q38 72 41 68 V50 V66 Q43 70 46 66 V48 V58 Q48 62 51 58 V34 Q51 26 47 22 V6"
      />
      <path
        class="pic-fill"
        d="M89 6 V22 Q96 28 94 40 L100 48 Q101 53 97 53 L89 46 V64 Q87 68 84 64 V50 V68 Q82 72 79 68 V50 V66 Q77 70 74 66 V48 V58 Q72 62 69 58 V34 Q69 26 73 22 V6 Z"
      />
      <path
        class="pic-line"
        d="M89 6 V22 Q96 28 94 40 L100 48 Q101 53 97 53 L89 46 V64 Q87 68 84 64 V50 V68 Q82 72 79 68 V50 V66 Q77 70 74 66 V48 V58 Q72 62 69 58 V34 Q69 26 73 22 V6"
      />
      <path class="pic-line" d="M14 26 Q9 36 14 46 M106 26 Q111 36 106 46 M18 62 Q20 70 28 73 M102 62 Q100 70 92 73" />
    </>
  ),
  'move-to-music': (
    <>
      <circle class="pic-paper" cx="52" cy="14" r="8" />
      <circle class="pic-line" cx="52" cy="14" r="8" />
      <path class="pic-warm" d="M46 26 L58 25 L62 46 H48 Z" />
      <path class="pic-line" d="M46 26 L58 25 L62 46 H48 Z" />
      <path class="pic-line" d="M46 27 L32 34 L26 22 M58 26 L72 32 L80 20 M51 46 L42 58 L46 72 M60 46 L74 54 L72 68" />
      <ellipse class="pic-fill" cx="92" cy="52" rx="6" ry="5" />
      <path class="pic-line" d="M98 51 V30 L110 27 V46 M98 36 L110 33" />
      <ellipse class="pic-fill" cx="104" cy="47" rx="6" ry="5" />
      <path class="pic-line" d="M30 74 H88" />
    </>
  ),
  'room-laps': (
    <>
      <rect class="pic-paper" x="14" y="6" width="92" height="68" rx="4" />
      <rect class="pic-line" x="14" y="6" width="92" height="68" rx="4" />
      <ellipse class="pic-fill" cx="60" cy="40" rx="18" ry="11" />
      <ellipse class="pic-line" cx="60" cy="40" rx="18" ry="11" />
      <path class="pic-line" d="M80 22 Q70 16 58 16 Q26 18 26 40 Q26 62 60 64 Q88 63 93 47" />
      <path class="pic-line" d="M86 51 L94 45 L98 54" />
      <circle class="pic-warm" cx="88" cy="28" r="7" />
      <circle class="pic-line" cx="88" cy="28" r="7" />
    </>
  ),
  'push-wall': (
    <>
      <path class="pic-fill" d="M82 6 H110 V72 H82 Z" />
      <path
        class="pic-line"
        d="M82 6 V72 M82 20 H110 M82 36 H110 M82 52 H110 M98 6 V20 M92 20 V36 M102 36 V52 M92 52 V72"
      />
      <circle class="pic-paper" cx="46" cy="16" r="8" />
      <circle class="pic-line" cx="46" cy="16" r="8" />
      <path class="pic-warm" d="M40 28 L50 24 L56 32 L42 52 L33 48 Z" />
      <path class="pic-line" d="M40 28 L50 24 L56 32 L42 52 L33 48 Z" />
      <path class="pic-line" d="M52 28 L68 30 L82 24 M52 34 L68 37 L82 34" />
      <path class="pic-line" d="M34 49 L22 60 L14 72 M42 52 L40 62 L34 72 M8 72 H112" />
    </>
  ),
  'make-bed': (
    <>
      <path class="pic-line" d="M14 18 V72 M106 42 V72" />
      <rect class="pic-paper" x="14" y="46" width="92" height="16" rx="3" />
      <rect class="pic-line" x="14" y="46" width="92" height="16" rx="3" />
      <rect class="pic-warm" x="19" y="34" width="28" height="14" rx="6" />
      <rect class="pic-line" x="19" y="34" width="28" height="14" rx="6" />
      <path class="pic-fill" d="M50 40 Q78 34 106 42 V62 H56 Q50 52 50 40 Z" />
      <path class="pic-line" d="M50 40 Q78 34 106 42 V62 H56 Q50 52 50 40 Z" />
      <path class="pic-line" d="M62 39 Q62 52 68 62" />
    </>
  ),
  'sweep-floor': (
    <>
      <path class="pic-line" d="M92 6 L56 46" />
      <path class="pic-warm" d="M48 40 L62 53 L52 72 H22 Q38 62 48 40 Z" />
      <path class="pic-line" d="M48 40 L62 53 L52 72 H22 Q38 62 48 40 Z" />
      <path class="pic-line" d="M42 52 L30 72 M52 56 L42 72" />
      <path class="pic-line" d="M10 74 H112" />
      <circle class="pic-fill" cx="76" cy="66" r="5" />
      <circle class="pic-fill" cx="88" cy="68" r="4" />
      <circle class="pic-fill" cx="99" cy="64" r="3" />
    </>
  ),
  'foot-circles': (
    <>
      <path class="pic-fill" d="M38 4 V36 Q32 48 38 58 Q40 62 46 62 H84 Q92 62 92 55 Q92 47 80 45 Q64 42 60 30 V4 Z" />
      <path class="pic-line" d="M38 4 V36 Q32 48 38 58 Q40 62 46 62 H84 Q92 62 92 55 Q92 47 80 45 Q64 42 60 30 V4" />
      <path class="pic-line" d="M82 62 Q80 58 84 55" />
      <path class="pic-line" d="M72 28 Q84 14 98 24 Q112 36 108 54 Q104 68 96 72" />
      <path class="pic-line" d="M104 73 L95 73 L97 64" />
      <path class="pic-warm" d="M36 4 H62 V18 H36 Z" />
      <path class="pic-line" d="M36 18 H62" />
    </>
  ),
  'soft-ball': (
    <>
      <path class="pic-fill" d="M4 56 Q14 52 22 56 Q32 60 42 52 Q49 48 51 53 Q50 64 34 70 Q18 74 4 70 Z" />
      <path class="pic-line" d="M4 56 Q14 52 22 56 Q32 60 42 52 Q49 48 51 53 Q50 64 34 70 Q18 74 4 70" />
      <path class="pic-fill" d="M116 56 Q106 52 98 56 Q88 60 78 52 Q71 48 69 53 Q70 64 86 70 Q102 74 116 70 Z" />
      <path class="pic-line" d="M116 56 Q106 52 98 56 Q88 60 78 52 Q71 48 69 53 Q70 64 86 70 Q102 74 116 70" />
      <path class="pic-line" d="M28 46 Q32 28 44 22 M76 22 Q88 28 92 44 M86 39 L92 46 L97 38" />
      <circle class="pic-warm" cx="60" cy="18" r="12" />
      <circle class="pic-line" cx="60" cy="18" r="12" />
      <path class="pic-line" d="M50 14 Q60 20 70 13 M52 26 Q60 20 69 25" />
    </>
  ),
}

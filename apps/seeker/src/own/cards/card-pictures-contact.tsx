/** The pictures of the cards about people, by card id, on a field of 120 by 80. */
import type { ComponentChildren } from 'preact'

export const contactPictures: Readonly<Record<string, ComponentChildren>> = {
  'send-hello': (
    <>
      <rect class="pic-paper" x="24" y="8" width="36" height="64" rx="6" />
      <rect class="pic-line" x="24" y="8" width="36" height="64" rx="6" />
      <path class="pic-line" d="M38 65 H46" />
      <path
        class="pic-fill"
        d="M48 18 H98 Q104 18 104 24 V42 Q104 48 98 48 H62 L52 58 V48 H48 Q42 48 42 42 V24 Q42 18 48 18 Z"
      />
      <path
        class="pic-line"
        d="M48 18 H98 Q104 18 104 24 V42 Q104 48 98 48 H62 L52 58 V48 H48 Q42 48 42 42 V24 Q42 18 48 18 Z"
      />
      <circle class="pic-warm" cx="58" cy="33" r="4" />
      <circle class="pic-warm" cx="73" cy="33" r="4" />
      <circle class="pic-warm" cx="88" cy="33" r="4" />
    </>
  ),
  'call-someone': (
    <>
      <path class="pic-fill" d="M36 12 Q24 16 26 30 Q32 62 64 70 Q78 72 82 60 L68 48 L59 54 Q46 48 43 36 L50 28 Z" />
      <path class="pic-line" d="M36 12 Q24 16 26 30 Q32 62 64 70 Q78 72 82 60 L68 48 L59 54 Q46 48 43 36 L50 28 Z" />
      <path class="pic-line" d="M62 26 Q73 29 73 40 M64 14 Q86 18 86 40" />
    </>
  ),
  'call-1813': (
    <>
      <path class="pic-fill" d="M28 76 Q30 56 60 56 T92 76 Z" />
      <path class="pic-line" d="M28 76 Q30 56 60 56 T92 76" />
      <circle class="pic-paper" cx="60" cy="34" r="19" />
      <circle class="pic-line" cx="60" cy="34" r="19" />
      <path class="pic-line" d="M39 34 Q38 10 60 10 T81 34" />
      <rect class="pic-warm" x="34" y="30" width="9" height="16" rx="4" />
      <rect class="pic-line" x="34" y="30" width="9" height="16" rx="4" />
      <rect class="pic-warm" x="77" y="30" width="9" height="16" rx="4" />
      <rect class="pic-line" x="77" y="30" width="9" height="16" rx="4" />
      <path class="pic-line" d="M81 46 Q80 56 66 56 H62" />
    </>
  ),
  'say-it-plainly': (
    <>
      <circle class="pic-paper" cx="28" cy="44" r="10" />
      <circle class="pic-line" cx="28" cy="44" r="10" />
      <path class="pic-fill" d="M10 76 Q10 58 28 58 T46 76 Z" />
      <path class="pic-line" d="M10 76 Q10 58 28 58 T46 76" />
      <circle class="pic-paper" cx="94" cy="44" r="10" />
      <circle class="pic-line" cx="94" cy="44" r="10" />
      <path class="pic-fill" d="M76 76 Q76 58 94 58 T112 76 Z" />
      <path class="pic-line" d="M76 76 Q76 58 94 58 T112 76" />
      <path
        class="pic-warm"
        d="M38 6 H80 Q86 6 86 12 V24 Q86 30 80 30 H54 L44 38 V30 H38 Q32 30 32 24 V12 Q32 6 38 6 Z"
      />
      <path
        class="pic-line"
        d="M38 6 H80 Q86 6 86 12 V24 Q86 30 80 30 H54 L44 38 V30 H38 Q32 30 32 24 V12 Q32 6 38 6 Z M42 14 H76 M42 22 H66"
      />
    </>
  ),
  'sit-nearby': (
    <>
      <circle class="pic-paper" cx="44" cy="22" r="10" />
      <circle class="pic-line" cx="44" cy="22" r="10" />
      <circle class="pic-paper" cx="76" cy="22" r="10" />
      <circle class="pic-line" cx="76" cy="22" r="10" />
      <path class="pic-warm" d="M28 50 Q28 34 44 34 Q56 34 60 42 Q64 34 76 34 Q92 34 92 50 Z" />
      <path class="pic-line" d="M28 50 Q28 34 44 34 Q56 34 60 42 Q64 34 76 34 Q92 34 92 50" />
      <path class="pic-fill" d="M20 44 H100 Q106 44 106 50 V68 H14 V50 Q14 44 20 44 Z" />
      <path
        class="pic-line"
        d="M20 44 H100 Q106 44 106 50 V68 H14 V50 Q14 44 20 44 Z M22 68 V75 M98 68 V75 M60 44 V68"
      />
    </>
  ),
  'among-people': (
    <>
      <path
        class="pic-fill"
        d="M8 76 V52 Q8 40 22 40 T36 52 V76 Z M46 76 V52 Q46 40 60 40 T74 52 V76 Z M84 76 V52 Q84 40 98 40 T112 52 V76 Z"
      />
      <path
        class="pic-line"
        d="M8 76 V52 Q8 40 22 40 T36 50 M46 50 Q46 40 60 40 T74 50 M84 50 Q84 40 98 40 T112 52 V76"
      />
      <path
        class="pic-line"
        d="M13 27 a9 9 0 1 0 18 0 a9 9 0 1 0 -18 0 M51 27 a9 9 0 1 0 18 0 a9 9 0 1 0 -18 0 M89 27 a9 9 0 1 0 18 0 a9 9 0 1 0 -18 0"
      />
      <path class="pic-warm" d="M24 76 Q24 60 41 60 T58 76 Z M62 76 Q62 60 79 60 T96 76 Z" />
      <path class="pic-line" d="M24 76 Q24 60 41 60 T58 76 M62 76 Q62 60 79 60 T96 76" />
      <path class="pic-paper" d="M32 48 a9 9 0 1 0 18 0 a9 9 0 1 0 -18 0 M70 48 a9 9 0 1 0 18 0 a9 9 0 1 0 -18 0" />
      <path class="pic-line" d="M32 48 a9 9 0 1 0 18 0 a9 9 0 1 0 -18 0 M70 48 a9 9 0 1 0 18 0 a9 9 0 1 0 -18 0" />
    </>
  ),
  'do-together': (
    <>
      <path class="pic-fill" d="M40 30 H80 V50 Q80 60 70 60 H50 Q40 60 40 50 Z" />
      <path class="pic-line" d="M40 30 H80 V50 Q80 60 70 60 H50 Q40 60 40 50 Z M34 38 H40 M80 38 H86 M38 30 H82" />
      <path class="pic-line" d="M52 22 Q48 17 52 13 T52 5 M68 22 Q64 17 68 13 T68 5" />
      <path class="pic-warm" d="M6 54 H34 Q34 70 20 70 T6 54 Z" />
      <path class="pic-line" d="M6 54 H34 Q34 70 20 70 T6 54 Z" />
      <path class="pic-warm" d="M86 54 H114 Q114 70 100 70 T86 54 Z" />
      <path class="pic-line" d="M86 54 H114 Q114 70 100 70 T86 54 Z" />
      <path class="pic-line" d="M4 72 H116" />
    </>
  ),
  'greet-someone': (
    <>
      <circle class="pic-paper" cx="52" cy="26" r="13" />
      <circle class="pic-line" cx="52" cy="26" r="13" />
      <path class="pic-fill" d="M26 76 Q26 46 52 46 Q66 46 72 54 L84 40 L92 46 L78 70 V76 Z" />
      <path class="pic-line" d="M26 76 Q26 46 52 46 Q66 46 72 54 L84 40 L92 46 L78 70 V76" />
      <path
        class="pic-warm"
        d="M82 40 Q76 30 80 28 L85 33 L84 18 Q87 15 89 19 L91 30 L96 18 Q100 17 99 22 L97 32 L103 25 Q106 26 104 31 L94 47 Z"
      />
      <path
        class="pic-line"
        d="M82 40 Q76 30 80 28 L85 33 L84 18 Q87 15 89 19 L91 30 L96 18 Q100 17 99 22 L97 32 L103 25 Q106 26 104 31 L94 47"
      />
      <path class="pic-line" d="M73 14 Q75 9 80 7 M110 16 Q113 20 112 26" />
    </>
  ),
  'near-an-animal': (
    <>
      <path class="pic-fill" d="M40 72 Q34 46 52 38 H66 Q84 46 78 72 Z" />
      <path class="pic-line" d="M40 72 Q34 46 52 38 M66 38 Q84 46 78 72" />
      <path class="pic-line" d="M78 68 Q98 70 98 54 Q98 46 92 46" />
      <path class="pic-warm" d="M42 10 L51 17 H67 L76 10 V28 Q76 42 59 42 T42 28 Z" />
      <path class="pic-line" d="M42 10 L51 17 H67 L76 10 V28 Q76 42 59 42 T42 28 Z" />
      <path
        class="pic-line"
        d="M51 26 V29 M67 26 V29 M57 33 H61 L59 35 Z M38 30 L30 28 M38 34 L30 36 M80 30 L88 28 M80 34 L88 36"
      />
      <path class="pic-line" d="M54 72 V58 M64 72 V58 M26 74 H104" />
    </>
  ),
  'listening-line': (
    <>
      <path
        class="pic-fill"
        d="M52 36 Q50 8 74 8 Q96 8 96 30 Q96 42 86 49 Q80 54 79 62 Q77 74 66 74 Q56 74 54 64 Q52 50 52 36 Z"
      />
      <path
        class="pic-line"
        d="M52 36 Q50 8 74 8 Q96 8 96 30 Q96 42 86 49 Q80 54 79 62 Q77 74 66 74 Q56 74 54 64 Q52 50 52 36 Z"
      />
      <path class="pic-line" d="M62 34 Q60 19 73 19 Q85 19 85 30 Q85 38 77 41 Q68 45 70 53 Q70 60 64 60" />
      <path class="pic-line" d="M42 28 Q37 38 42 48 M33 22 Q25 38 33 54 M24 16 Q13 38 24 60" />
    </>
  ),
  'plan-meeting': (
    <>
      <rect class="pic-paper" x="24" y="14" width="72" height="58" rx="5" />
      <rect class="pic-line" x="24" y="14" width="72" height="58" rx="5" />
      <path class="pic-fill" d="M29 14 H91 Q96 14 96 19 V30 H24 V19 Q24 14 29 14 Z" />
      <path class="pic-line" d="M24 30 H96 M42 8 V20 M78 8 V20" />
      <path
        class="pic-line"
        d="M36 40 H42 M52 40 H58 M68 40 H74 M84 40 H88 M36 50 H42 M52 50 H58 M36 61 H42 M52 61 H58 M84 61 H88"
      />
      <circle class="pic-warm" cx="74" cy="54" r="9" />
      <circle class="pic-line" cx="74" cy="54" r="9" />
      <path class="pic-line" d="M70 54 L73 57 L79 50" />
    </>
  ),
}

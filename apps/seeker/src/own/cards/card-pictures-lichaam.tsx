/** The pictures of the cards about the body and the senses, by card id, on a field of 120 by 80. */
import type { ComponentChildren } from 'preact'

export const lichaamPictures: Readonly<Record<string, ComponentChildren>> = {
  'five-senses': (
    <>
      <path class="pic-paper" d="M6 30 Q24 8 42 30 Q24 52 6 30 Z" />
      <path class="pic-line" d="M6 30 Q24 8 42 30 Q24 52 6 30 Z" />
      <circle class="pic-warm" cx="24" cy="30" r="7" />
      <circle class="pic-line" cx="24" cy="30" r="7" />
      <path
        class="pic-fill"
        d="M51 74 V64 L44 55 Q43 50 48 51 L53 57 V36 Q55 32 58 36 V50 V31 Q60 28 63 31 V50 V34 Q65 31 68 34 V52 V40 Q70 37 73 40 V60 Q73 66 69 68 V74 Z"
      />
      <path
        class="pic-line"
        d="M51 74 V64 L44 55 Q43 50 48 51 L53 57 V36 Q55 32 58 36 V50 V31 Q60 28 63 31 V50 V34 Q65 31 68 34 V52 V40 Q70 37 73 40 V60 Q73 66 69 68 V74"
      />
      <path
        class="pic-paper"
        d="M84 26 Q83 10 97 10 Q111 10 111 23 Q111 30 105 34 Q101 38 100 43 Q98 50 92 50 Q86 50 85 43 Z"
      />
      <path
        class="pic-line"
        d="M84 26 Q83 10 97 10 Q111 10 111 23 Q111 30 105 34 Q101 38 100 43 Q98 50 92 50 Q86 50 85 43"
      />
      <path class="pic-line" d="M91 25 Q91 17 97 17 Q104 17 104 23 Q104 28 98 29 Q94 32 95 37" />
    </>
  ),
  'feet-on-floor': (
    <>
      <path
        class="pic-fill"
        d="M36 36 Q22 36 24 52 Q26 58 28 64 Q30 74 38 74 Q46 74 46 64 Q46 58 50 50 Q54 34 42 35 Z"
      />
      <path
        class="pic-line"
        d="M36 36 Q22 36 24 52 Q26 58 28 64 Q30 74 38 74 Q46 74 46 64 Q46 58 50 50 Q54 34 42 35 Z"
      />
      <path
        class="pic-fill"
        d="M84 36 Q98 36 96 52 Q94 58 92 64 Q90 74 82 74 Q74 74 74 64 Q74 58 70 50 Q66 34 78 35 Z"
      />
      <path
        class="pic-line"
        d="M84 36 Q98 36 96 52 Q94 58 92 64 Q90 74 82 74 Q74 74 74 64 Q74 58 70 50 Q66 34 78 35 Z"
      />
      <path
        class="pic-warm"
        d="M42 24 a6 6 0 1 0 12 0 a6 6 0 1 0 -12 0 M33 21 a4 4 0 1 0 8 0 a4 4 0 1 0 -8 0 M24.5 24 a3.5 3.5 0 1 0 7 0 a3.5 3.5 0 1 0 -7 0 M18 30 a3 3 0 1 0 6 0 a3 3 0 1 0 -6 0 M13.5 37 a2.5 2.5 0 1 0 5 0 a2.5 2.5 0 1 0 -5 0 M66 24 a6 6 0 1 0 12 0 a6 6 0 1 0 -12 0 M79 21 a4 4 0 1 0 8 0 a4 4 0 1 0 -8 0 M88.5 24 a3.5 3.5 0 1 0 7 0 a3.5 3.5 0 1 0 -7 0 M96 30 a3 3 0 1 0 6 0 a3 3 0 1 0 -6 0 M101.5 37 a2.5 2.5 0 1 0 5 0 a2.5 2.5 0 1 0 -5 0"
      />
      <path
        class="pic-line"
        d="M42 24 a6 6 0 1 0 12 0 a6 6 0 1 0 -12 0 M33 21 a4 4 0 1 0 8 0 a4 4 0 1 0 -8 0 M24.5 24 a3.5 3.5 0 1 0 7 0 a3.5 3.5 0 1 0 -7 0 M18 30 a3 3 0 1 0 6 0 a3 3 0 1 0 -6 0 M13.5 37 a2.5 2.5 0 1 0 5 0 a2.5 2.5 0 1 0 -5 0 M66 24 a6 6 0 1 0 12 0 a6 6 0 1 0 -12 0 M79 21 a4 4 0 1 0 8 0 a4 4 0 1 0 -8 0 M88.5 24 a3.5 3.5 0 1 0 7 0 a3.5 3.5 0 1 0 -7 0 M96 30 a3 3 0 1 0 6 0 a3 3 0 1 0 -6 0 M101.5 37 a2.5 2.5 0 1 0 5 0 a2.5 2.5 0 1 0 -5 0"
      />
    </>
  ),
  'warm-hands': (
    <>
      <path class="pic-fill" d="M22 10 H60 Q74 10 74 24 V28 H60 V24 H22 Z" />
      <path class="pic-line" d="M22 24 H60 V28 H74 V24 Q74 10 60 10 H22 V24 M42 10 V4 M32 4 H52" />
      <path class="pic-line" d="M63 34 V44 M67 33 V50 M71 34 V44" />
      <path
        class="pic-warm"
        d="M8 54 Q24 48 38 56 Q60 64 82 54 Q96 46 104 52 Q108 58 98 65 Q80 77 56 76 Q30 76 8 74 Z"
      />
      <path class="pic-line" d="M8 54 Q24 48 38 56 Q60 64 82 54 Q96 46 104 52 Q108 58 98 65 Q80 77 56 76 Q30 76 8 74" />
      <path class="pic-line" d="M62 69 Q78 67 88 58" />
      <path
        class="pic-line"
        d="M86 36 a6 6 0 1 0 12 0 a6 6 0 1 0 -12 0 M98 24 a4 4 0 1 0 8 0 a4 4 0 1 0 -8 0 M83 24 a3 3 0 1 0 6 0 a3 3 0 1 0 -6 0 M39 42 a5 5 0 1 0 10 0 a5 5 0 1 0 -10 0 M31 36 a3 3 0 1 0 6 0 a3 3 0 1 0 -6 0"
      />
    </>
  ),
  'smell-something': (
    <>
      <path class="pic-fill" d="M8 6 H30 Q34 24 48 40 Q52 48 42 50 Q36 52 38 58 Q40 64 34 66 Q30 68 32 76 H8 Z" />
      <path class="pic-line" d="M30 6 Q34 24 48 40 Q52 48 42 50 Q36 52 38 58 Q40 64 34 66 Q30 68 32 76" />
      <path class="pic-line" d="M26 24 Q30 27 33 24 M40 44 Q36 42 36 47" />
      <path class="pic-line" d="M54 40 Q60 34 66 40 T76 40 M54 50 Q60 44 66 50 T76 50" />
      <path class="pic-line" d="M95 44 V77 M95 70 Q106 68 108 58" />
      <path
        class="pic-warm"
        d="M88 24 a7 7 0 1 0 14 0 a7 7 0 1 0 -14 0 M99 32 a7 7 0 1 0 14 0 a7 7 0 1 0 -14 0 M95 45 a7 7 0 1 0 14 0 a7 7 0 1 0 -14 0 M81 45 a7 7 0 1 0 14 0 a7 7 0 1 0 -14 0 M77 32 a7 7 0 1 0 14 0 a7 7 0 1 0 -14 0"
      />
      <path
        class="pic-line"
        d="M88 24 a7 7 0 1 0 14 0 a7 7 0 1 0 -14 0 M99 32 a7 7 0 1 0 14 0 a7 7 0 1 0 -14 0 M95 45 a7 7 0 1 0 14 0 a7 7 0 1 0 -14 0 M81 45 a7 7 0 1 0 14 0 a7 7 0 1 0 -14 0 M77 32 a7 7 0 1 0 14 0 a7 7 0 1 0 -14 0"
      />
      <circle class="pic-paper" cx="95" cy="36" r="7" />
      <circle class="pic-line" cx="95" cy="36" r="7" />
    </>
  ),
  'hold-object': (
    <>
      <path
        class="pic-fill"
        d="M8 52 Q24 46 38 54 Q60 64 82 50 Q96 42 104 48 Q108 54 98 62 Q80 76 56 74 Q30 74 8 72 Z"
      />
      <path class="pic-line" d="M8 52 Q24 46 38 54 Q60 64 82 50 Q96 42 104 48 Q108 54 98 62 Q80 76 56 74 Q30 74 8 72" />
      <path class="pic-warm" d="M40 44 Q38 24 58 20 Q82 18 84 40 Q82 48 74 52 Q60 58 46 54 Q41 50 40 44 Z" />
      <path class="pic-line" d="M40 44 Q38 24 58 20 Q82 18 84 40 Q82 48 74 52 Q60 58 46 54 Q41 50 40 44 Z" />
      <path class="pic-line" d="M50 36 Q52 29 60 28" />
      <path class="pic-line" d="M62 66 Q78 64 88 54" />
    </>
  ),
  'sip-water': (
    <>
      <path class="pic-paper" d="M38 8 H82 L76 72 H44 Z" />
      <path class="pic-fill" d="M40 30 Q50 25 60 30 T80 30 L76 72 H44 Z" />
      <path class="pic-line" d="M40 30 Q50 25 60 30 T80 30" />
      <path class="pic-line" d="M38 8 H82 L76 72 H44 Z" />
      <path class="pic-line" d="M50 40 L52 60" />
    </>
  ),
  'taste-slowly': (
    <>
      <path
        class="pic-warm"
        d="M60 28 Q44 18 34 30 Q26 42 36 58 Q46 74 60 68 Q74 74 84 58 Q94 42 86 30 Q76 18 60 28 Z"
      />
      <path
        class="pic-line"
        d="M60 28 Q44 18 34 30 Q26 42 36 58 Q46 74 60 68 Q74 74 84 58 Q94 42 86 30 Q76 18 60 28 Z"
      />
      <path class="pic-line" d="M60 28 Q58 18 62 10" />
      <path class="pic-fill" d="M63 18 Q68 6 84 8 Q80 20 63 18 Z" />
      <path class="pic-line" d="M63 18 Q68 6 84 8 Q80 20 63 18 Z" />
      <path class="pic-line" d="M40 40 Q40 34 46 32" />
    </>
  ),
  'hand-massage': (
    <>
      <path
        class="pic-fill"
        d="M44 76 V62 L31 45 Q29 37 37 38 L47 48 V18 Q51 12 55 18 V38 V12 Q59 6 63 12 V38 V15 Q67 9 71 15 V40 V24 Q75 18 79 24 V54 Q79 64 73 68 V76 Z"
      />
      <path
        class="pic-line"
        d="M44 76 V62 L31 45 Q29 37 37 38 L47 48 V18 Q51 12 55 18 V38 V12 Q59 6 63 12 V38 V15 Q67 9 71 15 V40 V24 Q75 18 79 24 V54 Q79 64 73 68 V76"
      />
      <circle class="pic-warm" cx="62" cy="53" r="10" />
      <path class="pic-line" d="M62 53 Q66 50 66 55 Q64 60 58 57 Q54 51 60 47 Q69 44 72 53 Q71 60 66 63" />
      <path class="pic-line" d="M90 40 Q98 48 92 60 M101 36 Q111 50 102 66" />
    </>
  ),
  'tense-release': (
    <>
      <path
        class="pic-fill"
        d="M16 40 Q14 28 22 28 Q26 22 31 27 Q36 22 40 28 Q48 26 48 36 V50 Q48 58 42 60 V74 H22 V60 Q16 54 16 40 Z"
      />
      <path
        class="pic-line"
        d="M22 74 V60 Q16 54 16 40 Q14 28 22 28 Q26 22 31 27 Q36 22 40 28 Q48 26 48 36 V50 Q48 58 42 60 V74"
      />
      <path class="pic-line" d="M23 28 V40 M31 28 V40 M40 29 V40 M16 42 H36 Q42 43 40 48 Q38 51 30 50" />
      <path class="pic-warm" d="M53 46 H62 V41 L70 48 L62 55 V50 H53 Z" />
      <path
        class="pic-fill"
        d="M82 74 V62 L74 52 Q73 46 79 48 L84 54 V28 Q86 23 90 28 V46 V22 Q93 17 96 22 V46 V26 Q99 21 102 26 V48 V34 Q105 29 108 34 V58 Q108 63 103 66 V74 Z"
      />
      <path
        class="pic-line"
        d="M82 74 V62 L74 52 Q73 46 79 48 L84 54 V28 Q86 23 90 28 V46 V22 Q93 17 96 22 V46 V26 Q99 21 102 26 V48 V34 Q105 29 108 34 V58 Q108 63 103 66 V74"
      />
    </>
  ),
  'fresh-air': (
    <>
      <path class="pic-line" d="M10 30 H62 Q74 30 74 20 T64 11 Q56 12 56 20" />
      <path class="pic-line" d="M10 42 H88 Q102 42 102 31 T91 21 Q83 22 83 29" />
      <path class="pic-line" d="M10 54 H54 Q66 54 66 63 T57 72 Q50 71 50 65" />
      <path class="pic-warm" d="M78 68 Q80 50 104 52 Q104 70 78 68 Z" />
      <path class="pic-line" d="M78 68 Q80 50 104 52 Q104 70 78 68 Z M72 73 Q84 64 96 58" />
      <path class="pic-fill" d="M20 22 Q20 10 36 8 Q38 22 20 22 Z" />
      <path class="pic-line" d="M20 22 Q20 10 36 8 Q38 22 20 22 Z" />
    </>
  ),
  'warm-shower': (
    <>
      <path class="pic-line" d="M20 76 V18 Q20 6 34 6 H42 Q54 6 54 16 V20" />
      <path class="pic-fill" d="M36 32 Q36 20 54 20 T72 32 Z" />
      <path class="pic-line" d="M36 32 Q36 20 54 20 T72 32 Z" />
      <path
        class="pic-line"
        d="M42 40 L39 50 M54 40 V50 M66 40 L69 50 M37 58 L34 68 M48 56 L47 66 M60 56 L61 66 M71 58 L74 68"
      />
      <path class="pic-line" d="M84 18 H114" />
      <rect class="pic-warm" x="89" y="18" width="20" height="42" rx="2" />
      <path class="pic-line" d="M89 18 V58 Q89 60 91 60 H107 Q109 60 109 58 V18 M89 52 H109" />
      <path class="pic-line" d="M30 75 H80" />
    </>
  ),
}

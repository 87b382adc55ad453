/** The seventeen lines of the joint chat software. Those for everyone first, then by who they are for. */
import { line1712 } from './lines/1712.ts'
import { aBuddy } from './lines/a-buddy.ts'
import { adoptiehuis } from './lines/adoptiehuis.ts'
import { autismechat } from './lines/autismechat.ts'
import { awel } from './lines/awel.ts'
import { caw } from './lines/caw.ts'
import { clbchat } from './lines/clbchat.ts'
import { druglijn } from './lines/druglijn.ts'
import { fara } from './lines/fara.ts'
import { jac } from './lines/jac.ts'
import { lumi } from './lines/lumi.ts'
import { nupraatikerover } from './lines/nupraatikerover.ts'
import { stopItNow } from './lines/stop-it-now.ts'
import { teleOnthaal } from './lines/tele-onthaal.ts'
import { teleblok } from './lines/teleblok.ts'
import { zelfmoord1813 } from './lines/zelfmoord1813.ts'
import { zsg } from './lines/zsg.ts'
import type { Service } from './service.ts'

export const lines: readonly Service[] = [
  zelfmoord1813,
  teleOnthaal,
  awel,
  jac,
  caw,
  line1712,
  nupraatikerover,
  zsg,
  druglijn,
  clbchat,
  lumi,
  autismechat,
  fara,
  adoptiehuis,
  aBuddy,
  teleblok,
  stopItNow,
]

/** Other help that people are sent to: emergency numbers, and doors that are no helpline. */
import type { Service } from './service.ts'
import { police101 } from './services/101.ts'
import { emergency112 } from './services/112.ts'
import { gpOnCall } from './services/1733.ts'
import { antigifcentrum } from './services/antigifcentrum.ts'
import { childFocus } from './services/child-focus.ts'
import { communityHelpService } from './services/community-help-service.ts'
import { crisismeldpunten } from './services/crisismeldpunten.ts'
import { huisarts } from './services/huisarts.ts'
import { preventionSuicide } from './services/prevention-suicide.ts'
import { tejo } from './services/tejo.ts'
import { teleAccueil } from './services/tele-accueil.ts'

export const otherServices: readonly Service[] = [
  emergency112,
  police101,
  gpOnCall,
  antigifcentrum,
  childFocus,
  huisarts,
  tejo,
  crisismeldpunten,
  teleAccueil,
  preventionSuicide,
  communityHelpService,
]

import { testEngines } from '../test-engines.ts'
import { followUpsContract } from './follow-ups.contract.ts'

for (const engine of testEngines()) followUpsContract(engine)

import { testEngines } from '../test-engines.ts'
import { livePlansContract } from './live-plans.contract.ts'

for (const engine of testEngines()) livePlansContract(engine)

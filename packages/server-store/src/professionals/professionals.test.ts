import { testEngines } from '../test-engines.ts'
import { professionalsContract } from './professionals.contract.ts'

for (const engine of testEngines()) professionalsContract(engine)

import { testEngines } from '../test-engines.ts'
import { depositsContract } from './deposits.contract.ts'

for (const engine of testEngines()) depositsContract(engine)

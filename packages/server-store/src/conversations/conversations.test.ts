import { testEngines } from '../test-engines.ts'
import { conversationsContract } from './conversations.contract.ts'

for (const engine of testEngines()) conversationsContract(engine)

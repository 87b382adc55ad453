/** One sentence for whoever started it: what is in the way and what to do. Never a stack trace. */
import { FolderInUseError } from '@houvast/server-store/embedded/folder-lock'
import { BusUnreachableError } from './bus/bus.ts'
import type { Config } from './config.ts'

export function whyNotStarted(error: unknown, config: Config): string {
  if (error instanceof FolderInUseError)
    return `The data folder ${config.dataDir} is in use by another Houvast (process ${error.pid}). Stop that one, or name another folder with DATA_DIR.`
  if (error instanceof BusUnreachableError)
    return 'The server of NATS_URL does not answer, or refuses us. Is it running, and is the address right?'
  const { code, path, message, hostname } = error as NodeJS.ErrnoException & { hostname?: string }
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${config.port} is taken by another program. Stop that one, or name another port with PORT, like PORT=8081 npm start.`
    case 'EACCES':
    case 'EPERM':
      return path
        ? `Houvast may not write to ${path}. Name a folder of your own with DATA_DIR.`
        : `Houvast may not listen on port ${config.port}. Name a port above 1023 with PORT.`
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return hostname === undefined || hostname === config.host
        ? noSuchAddress(config)
        : `There is no «${hostname}» on this network. Is the address in DATABASE_URL right?`
    case 'EADDRNOTAVAIL':
      return noSuchAddress(config)
    case 'ENOTDIR':
    case 'EEXIST':
    case 'EROFS':
    case 'ENOSPC':
      return `The data folder ${config.dataDir} cannot be used (${code}). Name another with DATA_DIR.`
    case 'ECONNREFUSED':
    case 'ECONNRESET':
    case 'EHOSTUNREACH':
    case 'ETIMEDOUT':
      return 'The database of DATABASE_URL does not answer. Is it running, and is the address right?'
    case '28P01':
    case '28000':
      return 'PostgreSQL refuses the name or password in DATABASE_URL.'
    case '3D000':
      return 'The database named in DATABASE_URL does not exist. Make it first with createdb.'
    default:
      return `Houvast could not start: ${message}. Set DEBUG=1 to see more.`
  }
}

const noSuchAddress = ({ host }: Config) =>
  `This machine does not have the address ${host}. Name one it has with HOST, like HOST=127.0.0.1.`

import { FolderInUseError } from '@houvast/server-store/embedded/folder-lock'
import { describe, expect, test } from 'vitest'
import { BusUnreachableError } from './bus/bus.ts'
import { readConfig } from './config.ts'
import { whyNotStarted } from './why-not-started.ts'

const read = readConfig({ PORT: '8123', HOST: '10.9.8.7', DATA_DIR: '/srv/houvast', DATABASE_URL: 'postgres://db/x' })
if (!read.ok) throw new Error('The configuration of this test is wrong.')
const config = read.value

const failure = (code: string, more: object = {}) => Object.assign(new Error(`${code}: something`), { code, ...more })

describe('why it did not start', () => {
  test.each<[string, unknown, string]>([
    ['the port is taken', failure('EADDRINUSE'), 'PORT'],
    ['the port is not for us', failure('EACCES'), 'PORT'],
    ['the folder is not ours', failure('EACCES', { path: '/srv/houvast/pg' }), 'DATA_DIR'],
    ['the folder is in use', new FolderInUseError('/srv/houvast', 4242), '4242'],
    ['the folder is a file', failure('ENOTDIR', { path: '/srv/houvast' }), 'DATA_DIR'],
    ['the disk is full', failure('ENOSPC'), 'DATA_DIR'],
    ['this machine has no such address', failure('EADDRNOTAVAIL', { syscall: 'listen' }), 'HOST'],
    ['HOST is no name', failure('ENOTFOUND', { syscall: 'getaddrinfo', hostname: '10.9.8.7' }), 'HOST'],
    [
      'the database’s name is nowhere',
      failure('ENOTFOUND', { syscall: 'getaddrinfo', hostname: 'db' }),
      'DATABASE_URL',
    ],
    ['names cannot be looked up', failure('EAI_AGAIN', { syscall: 'getaddrinfo', hostname: 'db' }), 'DATABASE_URL'],
    ['the database does not answer', failure('ECONNREFUSED', { syscall: 'connect' }), 'DATABASE_URL'],
    ['the database is too far', failure('ETIMEDOUT', { syscall: 'connect' }), 'DATABASE_URL'],
    ['the bus does not answer', new BusUnreachableError('x'), 'NATS_URL'],
    ['the password is wrong', failure('28P01'), 'DATABASE_URL'],
    ['the database is not there', failure('3D000'), 'createdb'],
    ['something nobody thought of', new Error('a thing'), 'DEBUG=1'],
  ])('%s: one sentence that names what to change', (_, error, names) => {
    const sentence = whyNotStarted(error, config)

    expect(sentence).toContain(names)
    expect(sentence).not.toContain('\n')
    expect(sentence).not.toMatch(/\bat .*:\d+/)
  })
})

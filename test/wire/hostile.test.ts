import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { serialize } from 'pg-protocol';
import { afterEach, expect, test } from 'vitest';
import { testSandbox } from '../support/testSandbox';

const sandbox = testSandbox();

afterEach(async () => {
  expect((await sandbox.query('SELECT 1')).rows).toEqual([['1']]);
});

/** Sends bytes, and answers what came back up to the end of the connection. */
async function answerTo(...chunks: readonly Buffer[]): Promise<string> {
  const socket = connect(sandbox.running.ready.pg.port, '127.0.0.1');
  const received: Buffer[] = [];
  socket.on('data', (data: Buffer) => received.push(data));
  socket.on('error', () => undefined);
  for (const chunk of chunks) socket.write(chunk);
  await once(socket, 'close');
  return Buffer.concat(received).toString('latin1');
}

function startup(): Buffer {
  const { user, dbname } = sandbox.running.ready.pg;
  return serialize.startup({ user, database: dbname });
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

function frame(code: string, payload: Buffer, length = payload.length + 4): Buffer {
  return Buffer.concat([Buffer.from(code), int32(length), payload]);
}

test.each([
  ['a length of nothing', Buffer.concat([int32(0), int32(196608)])],
  ['a negative length', Buffer.concat([int32(-5), int32(196608)])],
  ['a huge length', Buffer.concat([int32(0x7fffffff), int32(196608)])],
  ['text without an end', Buffer.concat([int32(12), int32(196608), Buffer.from('user')])],
  ['another protocol', Buffer.concat([int32(8), int32(2 << 16)])],
  ['a request of another kind', Buffer.from('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')],
])('a first message with %s is refused', async (_, bytes) => {
  expect(await answerTo(bytes)).toContain('C08P01');
});

test('no statement runs before the password', async () => {
  expect(await answerTo(startup(), serialize.query('SELECT 1'))).toContain('C28000');
});

test('a login message may not be long', async () => {
  expect(await answerTo(startup(), serialize.password('x'.repeat(20_000)))).toContain('C08P01');
});

test.each([
  ['an unknown letter', frame('?', Buffer.alloc(0))],
  ['a length that is too small', frame('Q', Buffer.alloc(0), 3)],
  ['a length that is too large', frame('Q', Buffer.from('SELECT 1\0'), 0x7ffffff0)],
  ['text without an end', frame('Q', Buffer.from('SELECT 1'))],
  ['more parameters than bytes', frame('B', Buffer.from([0, 0, 0, 0, 0xff, 0xff]))],
  [
    'a parameter longer than the message',
    frame('B', Buffer.from([0, 0, 0, 0, 0, 1, 0x7f, 0xff, 0xff, 0xff])),
  ],
  ['a target that is none', frame('D', Buffer.from('X\0'))],
])('after login, a message with %s ends the session only', async (_, bytes) => {
  const { password } = sandbox.running.ready.pg;
  expect(await answerTo(startup(), serialize.password(password), bytes)).toContain('C08P01');
});

test('random bytes do no harm', async () => {
  for (let round = 0; round < 20; round++) {
    const socket = connect(sandbox.running.ready.pg.port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.end(randomBytes(2_000));
    socket.resume();
    await once(socket, 'close');
  }
});

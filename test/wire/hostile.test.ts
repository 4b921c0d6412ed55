import { once } from 'node:events';
import { connect } from 'node:net';
import { serialize } from 'pg-protocol';
import { afterEach, expect, test } from 'vitest';
import { testSandbox } from '../support/testSandbox';
import { WireClient } from '../support/wireClient';

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

/** Numbers that follow from a seed, so that what fails can be run again. */
function randomSource(seed: number): (end: number) => number {
  let state = seed;
  return (end) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * end);
  };
}

function randomBytes(below: (end: number) => number, size: number): Buffer {
  return Buffer.from(Array.from({ length: size }, () => below(256)));
}

test('random bytes do no harm', async () => {
  const below = randomSource(1);
  for (let round = 0; round < 20; round++) {
    const socket = connect(sandbox.running.ready.pg.port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.end(randomBytes(below, 2_000));
    socket.resume();
    await once(socket, 'close');
  }
});

test('random messages after login do no harm, and others are not disturbed', async () => {
  const below = randomSource(2);
  const other = await sandbox.connect();
  const sound = [
    serialize.parse({ text: 'SELECT id FROM range(5) WHERE id > $1' }),
    serialize.bind({ values: ['1'] }),
    serialize.describe({ type: 'P' }),
    serialize.execute({ rows: 2 }),
    serialize.close({ type: 'S' }),
    serialize.query('SELECT 1; SELECT 2'),
    serialize.flush(),
    serialize.sync(),
  ];
  for (let round = 0; round < 40; round++) {
    const messages = Array.from({ length: 12 }, () => {
      const message = Buffer.from(sound[below(sound.length)] as Buffer);
      const kind = below(4);
      if (kind === 0) return frame(String.fromCharCode(below(128)), randomBytes(below, below(40)));
      if (kind === 1) message[below(message.length)] = below(256);
      return message;
    });
    const client = await WireClient.login(sandbox.running.ready);
    client.send(...messages, serialize.query('SELECT 1'));
    // Either there is an answer at once, or the server waits for the rest of a message, as it should.
    const isAnswered = client.next();
    expect((await other.query(`SELECT ${round} AS n`)).rows).toEqual([{ n: String(round) }]);
    client.end();
    await isAnswered;
  }
  await other.end();
});

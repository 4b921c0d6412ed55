import { describe, expect, test } from 'vitest';
import type { ConnectionProfile } from '../../server/protocol/connection';
import { testEngine, type TestEngine } from '../support/testEngine';
import { testSandbox } from '../support/testSandbox';

function run(tools: TestEngine, tls: ConnectionProfile['tls'], sql: string) {
  const { profile, secrets } = tools.connection;
  const connection = { profile: { ...profile, name: tls, tls }, secrets };
  return tools.engine.run({ runId: tls, connection, sql, previewRows: 10 });
}

describe('a server with a certificate of its own', () => {
  const tools = testEngine(testSandbox({ events: 500 }));

  test.each(['disable', 'allow', 'require'] as const)('%s connects', async (tls) => {
    expect(await run(tools, tls, 'SELECT 1 AS one')).toMatchObject({ status: 'done', fetched: 1 });
  });

  test('verify-full says that the certificate could not be checked', async () => {
    expect(await run(tools, 'verify-full', 'SELECT 1 AS one')).toMatchObject({
      status: 'failed',
      problem: {
        sqlState: '08001',
        message: expect.stringContaining('the certificate of the server could not be checked') as string,
      },
    });
  });

  test('a query on an encrypted session is cancelled', async () => {
    const running = run(
      tools,
      'require',
      'SELECT a._id FROM ecommerce_events a, ecommerce_events b, ecommerce_events c ORDER BY 1',
    );
    await expect
      .poll(() => tools.states.some((each) => each.runId === 'require' && each.status === 'running'))
      .toBe(true);
    await tools.engine.cancel('require');
    expect(await running).toMatchObject({ status: 'cancelled', confirmed: true });
  });
});

describe('a server without TLS', () => {
  const tools = testEngine(testSandbox({ events: 500, tls: false }));

  test('allow does without, require says that the server knows none', async () => {
    expect(await run(tools, 'allow', 'SELECT 1 AS one')).toMatchObject({ status: 'done' });
    expect(await run(tools, 'require', 'SELECT 1 AS one')).toMatchObject({
      status: 'failed',
      problem: { message: expect.stringContaining('the server knows no TLS') as string },
    });
  });
});

import { fstatSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { defaultFolder } from './folder';
import { defaultEvents, defaultSeed, startSandbox, type SandboxOptions } from './startSandbox';
import type { Scenario } from './synthetic/scenario';
import { scenarios, usualScenario } from './synthetic/scenarios';
import type { TypeAnalysis } from './translate/typeAnalysis';

const scenarioList = scenarios.map(({ name }) => name).join(', ');

/** The process that the sandbox runs in. */
export interface SandboxHost {
  readonly analyzeTypes: TypeAnalysis;
  readonly arguments: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;
  /** Aborted when the sandbox is to end. */
  readonly ending: AbortSignal;
}

export const sandboxUsage = `Usage: feature-sql sandbox [options]

Runs a local sandbox until it is ended, and prints one JSON line when it is ready.

  --data DIR      folder that holds the data (default: ~/.feature-sql/sandbox)
  --pg-port N     port of the PostgreSQL side (default: a free one)
  --http-port N   port of the REST side (default: a free one)
  --scenario LIST what to generate where the folder does not have it: ${scenarioList} (default: ${usualScenario})
  --events N      events to generate for each scenario (default: ${defaultEvents})
  --seed N        seed of the generated data (default: ${defaultSeed})
  --landing-zone CONNECTION
                  connection string of the Azure storage account whose containers are the landing zone, such as
                  UseDevelopmentStorage=true for Azurite (default: FEATURE_SQL_LANDING_ZONE of the environment, or
                  else folders of the data folder)
  --auth METHOD   password of the PostgreSQL side: cleartext, as on the Platform, or scram-sha-256, which takes no
                  access tokens (default: cleartext)
`;

/** Runs a sandbox until `host.ending`; answers the exit code: 0, 1 when it cannot start, 2 for wrong usage. */
export async function runSandbox(host: SandboxHost): Promise<number> {
  const options = readArguments(host);
  if (typeof options === 'string') {
    host.stderr.write(`${options}\n\n${sandboxUsage}`);
    return 2;
  }
  const started = await startSandbox({
    ...options,
    analyzeTypes: host.analyzeTypes,
    signal: host.ending,
    onProgress: (events) => host.stderr.write(`Generated ${events} of ${options.events} events\n`),
    onInternalError: (error) =>
      host.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`),
  }).catch((error: unknown) => {
    if (!host.ending.aborted)
      host.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return undefined;
  });
  if (!started) return host.ending.aborted ? 0 : 1;
  host.stdout.write(`${JSON.stringify(started.ready)}\n`);
  await aborted(host.ending);
  await started.close();
  return 0;
}

/** Aborted when the process is asked to end, or when whoever started it and holds its standard input is gone. */
export function endOfProcess(): AbortSignal {
  const ending = new AbortController();
  const end = (): void => ending.abort();
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
  if (isPipe(process.stdin.fd)) {
    process.stdin.on('end', end).on('error', end).resume();
  }
  return ending.signal;
}

/** A terminal, a file or `/dev/null` as standard input says nothing about whoever started the process. */
function isPipe(fd: number): boolean {
  try {
    const stat = fstatSync(fd);
    return stat.isFIFO() || stat.isSocket();
  } catch {
    return false;
  }
}

async function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
}

type Options = Pick<SandboxOptions, 'azureStorage'> &
  Required<
    Pick<
      SandboxOptions,
      'folder' | 'pgPort' | 'httpPort' | 'scenarios' | 'events' | 'seed' | 'passwordMethod'
    >
  >;

/** The options, or what is wrong with them. */
function readArguments(host: SandboxHost): Options | string {
  try {
    const { values } = parseArgs({
      args: [...host.arguments],
      options: {
        data: { type: 'string' },
        'pg-port': { type: 'string', default: '0' },
        'http-port': { type: 'string', default: '0' },
        scenario: { type: 'string', default: usualScenario },
        events: { type: 'string', default: String(defaultEvents) },
        seed: { type: 'string', default: String(defaultSeed) },
        'landing-zone': { type: 'string' },
        auth: { type: 'string', default: 'cleartext' },
      },
    });
    const azureStorage = values['landing-zone'] ?? host.environment['FEATURE_SQL_LANDING_ZONE'];
    return {
      ...(azureStorage ? { azureStorage } : {}),
      folder: values.data ?? defaultFolder(host.environment),
      pgPort: wholeNumber('--pg-port', values['pg-port'], 0xffff),
      httpPort: wholeNumber('--http-port', values['http-port'], 0xffff),
      scenarios: values.scenario.split(',').map(scenarioNamed),
      events: wholeNumber('--events', values.events, 1_000_000_000),
      seed: wholeNumber('--seed', values.seed, Number.MAX_SAFE_INTEGER),
      passwordMethod: passwordMethod(values.auth),
    };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function wholeNumber(option: string, text: string, most: number): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (value >= 0 && value <= most) return value;
  throw new Error(`${option} takes a whole number from 0 to ${most}, not "${text}"`);
}

function scenarioNamed(name: string): Scenario {
  const found = scenarios.find((each) => each.name === name.trim());
  if (found) return found;
  throw new Error(`--scenario takes names out of ${scenarioList} with commas between them, not "${name}"`);
}

function passwordMethod(text: string): NonNullable<SandboxOptions['passwordMethod']> {
  if (text === 'cleartext' || text === 'scram-sha-256') return text;
  throw new Error(`--auth takes cleartext or scram-sha-256, not "${text}"`);
}

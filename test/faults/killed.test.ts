import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { freePort } from '../../local/http/listen.ts';
import { eventually, inbox, submitTo, workshopForm } from '../journeys/puente.ts';
import { temporaryDirectory } from '../local/support.ts';

/** Puente in a process of its own, which can be killed as a power cut would. */
async function start(dataDir: string, ports: readonly [number, number]) {
  const addresses = {
    baseUrl: `http://localhost:${ports[0]}`,
    mailUrl: `http://localhost:${ports[1]}`,
  };
  const settings = {
    PORT: String(ports[0]),
    MAIL_PORT: String(ports[1]),
    PUENTE_DATA: dataDir,
    PUENTE_REQUEUE_SECONDS: '3',
    PUENTE_SWEEP_SECONDS: '0.5',
  };
  const module = fileURLToPath(new URL('../../local/start.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', module], {
    env: { ...process.env, ...settings },
    stdio: 'ignore',
  });
  running.add(child);
  await eventually('GET /health', async () => {
    const reply = await fetch(`${addresses.baseUrl}/health`).catch(() => undefined);
    return reply?.ok === true ? true : undefined;
  });
  return { child, addresses };
}

const running = new Set<ChildProcess>();

async function end(child: ChildProcess, signal: 'SIGKILL' | 'SIGINT'): Promise<void> {
  running.delete(child);
  child.kill(signal);
  await once(child, 'exit');
}

afterAll(async () => {
  for (const child of running) await end(child, 'SIGKILL');
});

/** How long after the last acknowledgement the process is killed: dispatching, sending and noting all lie in there. */
const killedAfterMs = [0, 60, 140, 250];

it('every acknowledged form gets its confirmation mail, once, however the process ends', async () => {
  const dataDir = temporaryDirectory();
  const ports = [await freePort(), await freePort()] as const;
  const acknowledged: string[] = [];
  for (const delayMs of killedAfterMs) {
    const { child, addresses } = await start(dataDir, ports);
    const forms = Array.from({ length: 6 }, async (_, index) => {
      const email = `compras-${delayMs}-${index}@misti.example`;
      const { answer } = await submitTo(
        addresses,
        workshopForm({ contact: { name: 'Lucía Quispe', email } }),
      );
      if (answer.status === 202) acknowledged.push(email);
    });
    await Promise.all(forms);
    await pause(delayMs);
    await end(child, 'SIGKILL');
  }
  expect(acknowledged).toHaveLength(6 * killedAfterMs.length);

  const { child, addresses } = await start(dataDir, ports);
  const addressees = async () =>
    (await inbox(addresses).all()).flatMap(({ to }) => to?.map(({ address }) => address));
  await eventually('a mail for each form', async () => {
    const found = new Set(await addressees());
    return acknowledged.every((email) => found.has(email)) ? true : undefined;
  });
  // Stranded work is asked for again after three seconds: nothing of it may be sent a second time.
  await pause(5_000);
  expect((await addressees()).sort()).toEqual(acknowledged.toSorted());
  await end(child, 'SIGINT');
}, 120_000);

import type { SimulatedPuente } from './puente.ts';

const hourMs = 3_600_000;
/** More than enough: what comes back as often has another reason than a passing one. */
const maxRedrives = 4;

/** The person that alarms reach: lets mail go again an hour after it was paused. */
export function standBy(puente: SimulatedPuente): void {
  puente.onWritten.push(({ after }) => {
    if (after.kind !== 'BREAKER' || after['state'] !== 'open') return;
    puente.count('operator let mail go again');
    puente.timeline.after(hourMs, () => {
      const at = new Date(puente.timeline.nowMs).toISOString();
      const record = { state: 'closed', because: 'looked into', at } as const;
      void puente.table.commit([{ mark: 'BREAKER', record }]);
    });
  });
}

/** Lets everything come to its end, and what was set aside too: each dead letter is redriven, for as long as that helps. */
export async function drain(puente: SimulatedPuente): Promise<void> {
  await puente.run();
  const { queues } = puente;
  for (let redrives = 0; redrives < maxRedrives; redrives += 1) {
    if (queues.every(({ deadLetters }) => deadLetters.length === 0)) return;
    for (const queue of queues) queue.redrive();
    await puente.run();
  }
}

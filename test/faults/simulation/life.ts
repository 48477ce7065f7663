import type { InterestForm } from '../../../shared/domain/interest.ts';
import { interestForm } from '../../builders/interest.ts';
import { breachesAtRest } from './at-rest.ts';
import type { FaultPlan } from './faults.ts';
import { drain, standBy } from './operator.ts';
import { People, willing } from './people.ts';
import { SimulatedPuente } from './puente.ts';

/** What became of one form whose people all did what leads to a connection. */
export interface Life {
  readonly breaches: readonly string[];
  /** Every call of AWS in order, as `function port.method`. */
  readonly calls: readonly string[];
  readonly struck: ReadonlyMap<string, number>;
  readonly steps: ReadonlyMap<string, number>;
  /** `KIND status` of every interest, lead and outbox entry, in order. */
  readonly ends: readonly string[];
}

/** One form's whole life: submitted, confirmed, matched, approved, introduced, accepted, connected, closed. */
export async function liveOneLife(
  seed: number,
  plan: FaultPlan,
  form: InterestForm = interestForm(),
): Promise<Life> {
  const puente = new SimulatedPuente({ seed });
  const people = new People(puente, willing);
  standBy(puente);
  puente.plan = plan;
  people.submit(form, 0);
  await drain(puente);
  return {
    breaches: breachesAtRest(puente, people),
    calls: puente.cloud.calls,
    struck: puente.cloud.struck,
    steps: puente.steps,
    ends: endsOf(puente),
  };
}

/** `KIND status` of every interest, lead and outbox entry, of an entry with its step. */
export function endsOf({ table: { store } }: SimulatedPuente): string[] {
  return [
    ...store.all('INTEREST').map(({ status }) => `interest ${status}`),
    ...store.all('LEAD').map(({ status }) => `lead ${status}`),
    ...store.all('OUTBOX').map(({ id, status }) => `${id.split('#').slice(1).join(' ')} ${status}`),
  ].sort();
}

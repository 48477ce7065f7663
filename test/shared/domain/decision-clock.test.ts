import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workCalendars } from '../../../shared/adapters/holidays/holidays.ts';
import { defaultClocks } from '../../../shared/domain/clocks.ts';
import { decisionClock } from '../../../shared/domain/decision-clock.ts';
import { countries } from '../../../shared/domain/region.ts';

const friday = '2026-11-27T15:00:00.000Z';

describe('the clock of a decision', () => {
  it('warns after one working day and escalates after two', () => {
    expect(decisionClock(friday, defaultClocks, workCalendars.PL)).toEqual({
      decideBy: '2026-12-01T15:00:00.000Z',
      alerts: [
        { step: 'warning', at: '2026-11-30T15:00:00.000Z' },
        { step: 'escalation', at: '2026-12-01T15:00:00.000Z' },
      ],
    });
  });

  it('knows the holidays of the cluster’s country, and only those', () => {
    const before = '2026-12-07T15:00:00.000Z';
    const decideBy = countries.map((country) => {
      return decisionClock(before, defaultClocks, workCalendars[country]).decideBy;
    });
    expect(decideBy).toEqual(['2026-12-11T15:00:00.000Z', '2026-12-09T15:00:00.000Z']);
  });

  it('warns nobody of what is late in the same moment', () => {
    const { alerts } = decisionClock(friday, { decide: 3600, decideWarn: 3600 }, workCalendars.PL);
    expect(alerts.map(({ step }) => step)).toEqual(['escalation']);
  });

  it('keeps its words in order, the last one when the time is over', () => {
    const durations = fc.integer({ min: 1, max: 864_000 });
    fc.assert(
      fc.property(durations, durations, fc.constantFrom(...countries), (decide, decideWarn, country) => {
        const { decideBy, alerts } = decisionClock(friday, { decide, decideWarn }, workCalendars[country]);
        expect(alerts.map(({ at }) => at)).toEqual(alerts.map(({ at }) => at).sort());
        expect(alerts.at(-1)).toEqual({ step: 'escalation', at: decideBy });
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import {
  type ProblemCode,
  problemDetails,
  problemStatuses,
  problemTitle,
} from '../../../../shared/contracts/http/problem.ts';
import { languages } from '../../../../shared/domain/language.ts';

describe('problems', () => {
  const codes = Object.keys(problemStatuses) as ProblemCode[];

  it.each(codes)('%s has a status, a type of its own and a title in each language', (code) => {
    const titles = languages.map((language) => problemTitle(code, language));
    expect(new Set(titles).size).toBe(languages.length);
    for (const title of titles) expect(title.length).toBeGreaterThan(10);
    expect(problemDetails(code, 'pl')).toEqual({
      type: `urn:puente:problem:${code}`,
      title: problemTitle(code, 'pl'),
      status: problemStatuses[code],
    });
  });

  it('carry the faults of a form and the state of a conflict', () => {
    const errors = [{ path: 'a', code: 'required' as const, message: 'm' }];
    expect(problemDetails('invalid', 'en', { errors })).toMatchObject({ status: 422, errors });
    expect(problemDetails('conflict', 'en', { state: 'approved' })).toMatchObject({
      status: 409,
      state: 'approved',
    });
  });
});

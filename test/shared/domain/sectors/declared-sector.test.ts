import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { declaredSectorSchema } from '../../../../shared/domain/sectors/declared-sector.ts';

describe('declaredSectorSchema', () => {
  it('writes a code in the spelling of its scheme', () => {
    expect(declaredSectorSchema.parse({ scheme: 'pkd2025', code: ' c2830z ' })).toEqual({
      scheme: 'pkd2025',
      code: '28.30.Z',
    });
  });

  it('leaves what it has written as it is, also when it is encoded', () => {
    const sector = { scheme: 'ciiu4', code: '2822' } as const;
    expect(declaredSectorSchema.parse(sector)).toEqual(sector);
    expect(z.encode(declaredSectorSchema, sector)).toEqual(sector);
  });

  it.each([
    [{ scheme: 'ciiu4', code: '9999' }, 'code', 'unknownSector'],
    [{ scheme: 'pkd2025', code: '46.85' }, 'code', 'unknownSector'],
    [{ scheme: 'nace21', code: '' }, 'code', 'unknownSector'],
  ])('refuses %j at %s with %s', (sector, path, fault) => {
    const issues = declaredSectorSchema.safeParse(sector).error?.issues;
    expect(issues?.map((issue) => [issue.path.join('.'), issue.message])).toEqual([[path, fault]]);
  });

  it('refuses another scheme and a text that can be no code', () => {
    expect(declaredSectorSchema.safeParse({ scheme: 'naics', code: '2822' }).success).toBe(false);
    expect(declaredSectorSchema.safeParse({ scheme: 'ciiu4', code: `2822${' '.repeat(50)}` }).success).toBe(
      false,
    );
  });
});

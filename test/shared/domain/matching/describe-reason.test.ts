import { describe, expect, it } from 'vitest';
import { sectorNames } from '../../../../shared/adapters/sector-names/sector-names.ts';
import { intents } from '../../../../shared/domain/intent.ts';
import { languages, type Texts } from '../../../../shared/domain/language.ts';
import { describeReason, intentNames } from '../../../../shared/domain/matching/describe-reason.ts';
import type { Reason } from '../../../../shared/domain/matching/reason.ts';
import { schemes } from '../../../../shared/domain/sectors/schemes.ts';
import { sectorCodeSchema } from '../../../../shared/domain/sectors/sector.ts';

const farmMachines = sectorCodeSchema.parse('28.30');
const tools = sectorCodeSchema.parse('28.24');

function sectorReason(
  code: 'sameClass' | 'sameGroup' | 'sameDivision',
  soughtFrom: 'form' | 'text' = 'form',
): Reason {
  const declared = { scheme: 'pkd2025' as const, code: '28.24.Z' };
  return {
    code,
    sought: farmMachines,
    offered: code === 'sameClass' ? farmMachines : tools,
    declared,
    soughtFrom,
  };
}

const marks: Texts<(name: string) => string> = {
  es: (name) => `«${name}»`,
  pl: (name) => `„${name}”`,
  en: (name) => `“${name}”`,
};

describe.each(languages)('describeReason in %s', (language) => {
  it.each(['sameClass', 'sameGroup', 'sameDivision'] as const)('names both sides of %s', (code) => {
    const text = describeReason(sectorReason(code), language, sectorNames);
    expect(text).toContain(`28.30 ${marks[language](sectorNames.nameOf(farmMachines, language))}`);
    expect(text).toContain('PKD\u00a02025\u00a028.24.Z');
    expect(text.includes(`28.24 ${marks[language](sectorNames.nameOf(tools, language))}`)).toBe(
      code !== 'sameClass',
    );
  });

  it.each(['sameClass', 'sameGroup', 'sameDivision'] as const)(
    'does not say of a code with several classes that the firm declares one of them: %s',
    (code) => {
      const exact = sectorReason(code);
      const broad = { ...exact, declaredClasses: 3 } as Reason;
      const text = describeReason(broad, language, sectorNames);
      expect(text).not.toBe(describeReason(exact, language, sectorNames));
      expect(text).toContain('PKD\u00a02025\u00a028.24.Z');
      expect(text.includes(sectorNames.nameOf(tools, language))).toBe(code !== 'sameClass');
    },
  );

  it('says when a sector was read from the text', () => {
    const plain = describeReason(sectorReason('sameClass'), language, sectorNames);
    const read = describeReason(sectorReason('sameClass', 'text'), language, sectorNames);
    expect(read.startsWith(`${plain} `)).toBe(true);
    expect(read.length).toBeGreaterThan(plain.length + 10);
  });

  it('names each scheme by its own name', () => {
    const texts = schemes.map((scheme) =>
      describeReason(
        { ...sectorReason('sameClass'), declared: { scheme, code: '2830' } } as Reason,
        language,
        sectorNames,
      ),
    );
    expect(new Set(texts).size).toBe(schemes.length);
    for (const text of texts) expect(text).toMatch(/\((CIIU|PKD|NACE)\u00a0.*\u00a02830\)/);
  });

  it('names every intent in words of its own', () => {
    const texts = intents.map((intent) =>
      describeReason({ code: 'intentWelcome', intent }, language, sectorNames),
    );
    expect(new Set(texts).size).toBe(intents.length);
    for (const [position, intent] of intents.entries())
      expect(texts[position]).toContain(intentNames[language][intent]);
  });

  it('names the region as the member spells it', () => {
    const text = describeReason({ code: 'targetRegion', region: 'Podlaskie' }, language, sectorNames);
    expect(text).toContain('Podlaskie');
  });
});

describe('the three languages', () => {
  it('never share a sentence', () => {
    const reasons: Reason[] = [
      sectorReason('sameClass', 'text'),
      sectorReason('sameGroup'),
      sectorReason('sameDivision'),
      ...intents.map((intent) => ({ code: 'intentWelcome' as const, intent })),
      { code: 'targetRegion', region: 'Podlaskie' },
    ];
    for (const reason of reasons) {
      expect(new Set(languages.map((language) => describeReason(reason, language, sectorNames))).size).toBe(
        3,
      );
    }
  });
});

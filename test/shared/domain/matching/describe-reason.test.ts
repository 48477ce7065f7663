import { describe, expect, it } from 'vitest';
import { sectorNames } from '../../../../shared/adapters/sector-names/sector-names.ts';
import { intents } from '../../../../shared/domain/intent.ts';
import { languages, type Texts } from '../../../../shared/domain/language.ts';
import { describeReason, intentNames } from '../../../../shared/domain/matching/describe-reason.ts';
import type { Reason } from '../../../../shared/domain/matching/reason.ts';
import { schemes } from '../../../../shared/domain/sectors/schemes.ts';
import { sectorCodeSchema } from '../../../../shared/domain/sectors/sector-schema.ts';

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

  it('says when a sector was read from the text, and by which words', () => {
    const plain = describeReason(sectorReason('sameClass'), language, sectorNames);
    const read = describeReason(sectorReason('sameClass', 'text'), language, sectorNames);
    expect(read).not.toBe(plain);
    const spoken = { ...sectorReason('sameClass', 'text'), soughtWords: ['segadoras', 'alfalfa'] } as Reason;
    const text = describeReason(spoken, language, sectorNames);
    for (const word of ['segadoras', 'alfalfa']) expect(text).toContain(marks[language](word));
  });

  it('quotes the words of the firm where it declares nothing', () => {
    const { declared: _none, ...rest } = sectorReason('sameGroup') as Extract<Reason, { sought: unknown }>;
    const text = describeReason({ ...rest, offeredWords: ['kosiarki'] }, language, sectorNames);
    expect(text).toContain(marks[language]('kosiarki'));
    expect(text).toContain(sectorNames.nameOf(tools, language));
    const wordless = describeReason(rest, language, sectorNames);
    expect(wordless).toContain(sectorNames.nameOf(tools, language));
  });

  it.each(['buysSought', 'tradesInSought', 'sameSection'] as const)('tells of %s by both classes', (code) => {
    const text = describeReason({ ...sectorReason('sameGroup'), code } as Reason, language, sectorNames);
    expect(text).toContain(sectorNames.nameOf(farmMachines, language));
    expect(text).toContain(sectorNames.nameOf(tools, language));
  });

  it('lists words, certificates and languages as the language does', () => {
    const words = [
      { sought: 'segadoras', offered: 'kosiarki' },
      { sought: 'CNC', offered: 'cnc' },
    ];
    const same = describeReason({ code: 'sameWords', words }, language, sectorNames);
    expect(same).toContain(`${marks[language]('segadoras')} = ${marks[language]('kosiarki')}`);
    expect(same).toContain(marks[language]('CNC'));
    expect(same).not.toContain('cnc');
    const held = describeReason(
      { code: 'certificatesHeld', certificates: ['CE', 'HACCP'] },
      language,
      sectorNames,
    );
    expect(held).toMatch(/CE[, ].*HACCP/);
    const spoken = describeReason(
      { code: 'languagesShared', languages: ['es', 'de'] },
      language,
      sectorNames,
    );
    expect(spoken).toContain(new Intl.DisplayNames(language, { type: 'language' }).of('de'));
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
      ...(['buysSought', 'tradesInSought', 'sameSection'] as const).map(
        (code) => ({ ...sectorReason('sameGroup'), code }) as Reason,
      ),
      { code: 'sameWords', words: [{ sought: 'a', offered: 'b' }] },
      ...(['certificatesHeld', 'certificatesMissing'] as const).map((code) => ({
        code,
        certificates: ['CE'],
      })),
      ...(['languagesShared', 'languagesMissing'] as const).map((code) => ({ code, languages: ['de'] })),
    ];
    for (const reason of reasons) {
      expect(new Set(languages.map((language) => describeReason(reason, language, sectorNames))).size).toBe(
        3,
      );
    }
  });
});

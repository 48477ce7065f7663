import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { intents } from '../../shared/domain/intent.ts';
import { intentMatrix, roles } from '../../shared/domain/matching/intent-fit.ts';
import { maxLeadsPerInterest, weights } from '../../shared/domain/matching/weights.ts';

const page = readFileSync(new URL('../../docs/matching.md', import.meta.url), 'utf8');

describe('docs/matching.md', () => {
  it('has the intent matrix as it is', () => {
    const rows = intents.map(
      (intent) => `| ${intent} | ${roles.map((role) => intentMatrix[intent][role]).join(' | ')} |`,
    );
    expect(page).toContain(
      [`| | ${roles.join(' | ')} |`, '|---|---|---|---|---|---|---|', ...rows].join('\n'),
    );
  });

  it('has every weight as it is', () => {
    for (const part of ['sectors', 'words', 'certificates', 'languages'] as const) {
      const weight = { ...weights, sectors: weights.sector, words: weights.text }[part];
      expect(page).toContain(`| ${part} | ${weight} |`);
    }
    for (const sentence of [
      `at most ${weights.narrowCodeClasses};`,
      `counts ${weights.readFromText} times the square root`,
      `Below ${weights.leastProximity} they`,
      `met best counts ${weights.bestSector},`,
      `a link counts ${weights.valueChain} times`,
      `from a share of ${weights.halfOfWords} on`,
      `named, ${weights.otherRegion} of the score`,
      `loses up to ${weights.exposure} of its score: \`1 − ${weights.exposure} ×`,
      `At most ${maxLeadsPerInterest} members`,
      `a score below ${weights.leastProposed}.`,
    ]) {
      expect(page).toContain(sentence);
    }
  });
});

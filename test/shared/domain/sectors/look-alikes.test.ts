import { describe, expect, it } from 'vitest';
import { lookAlikes } from '../../../../shared/domain/sectors/look-alikes.ts';

const stems = ['tractor', 'tractores', 'traccion', 'contractor', 'metal', 'metalurg', 'queso'];
const like = lookAlikes(stems);

function names(stem: string): string[] {
  return like(stem).map(({ number }) => stems[number] ?? '');
}

describe('lookAlikes', () => {
  it('finds a stem itself first, and those that share most of their letters', () => {
    expect(like('tractor')[0]).toEqual({ number: 0, likeness: 1 });
    expect(names('tractor')).toEqual(['tractor', 'tractores']);
  });

  it('finds what a typing error hides', () => {
    expect(names('tractr')[0]).toBe('tractor');
    expect(names('quesso')).toEqual(['queso']);
  });

  it('finds nothing that begins with another letter, and nothing for what is like no stem', () => {
    expect(names('ontractor')).toEqual([]);
    expect(names('xyz')).toEqual([]);
  });

  it('gives the same answer again, and never more than 6', () => {
    const many = lookAlikes(Array.from({ length: 50 }, (_, i) => `maquina${i % 10}${i}`));
    const first = many('maquina');
    expect(first).toHaveLength(6);
    expect(many('maquina')).toEqual(first);
    for (const { likeness } of first) expect(likeness).toBeLessThan(1);
  });
});

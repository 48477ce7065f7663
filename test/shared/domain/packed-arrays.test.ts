import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openArrays, packArrays } from '../../../shared/domain/packed-arrays.ts';

const arrays = fc.record({
  bytes: fc.uint8Array(),
  shorts: fc.uint16Array(),
  words: fc.uint32Array(),
  reals: fc.float32Array({ noNaN: true }),
});

describe('packed arrays', () => {
  it('come back as they were packed, wherever the buffer begins', () => {
    fc.assert(
      fc.property(arrays, fc.string(), fc.nat(7), (given, fact, shift) => {
        const packed = packArrays({ fact }, given);
        const moved = new Uint8Array(packed.length + shift);
        moved.set(packed, shift);
        const opened = openArrays<{ fact: string }>(moved.subarray(shift));
        expect(opened.facts).toEqual({ fact });
        expect(opened.view('bytes', 'u8')).toEqual(given.bytes);
        expect(opened.view('shorts', 'u16')).toEqual(given.shorts);
        expect(opened.view('words', 'u32')).toEqual(given.words);
        expect(opened.view('reals', 'f32')).toEqual(given.reals);
      }),
    );
  });

  it('are views over the one buffer', () => {
    const packed = packArrays(null, { words: Uint32Array.of(1, 2, 3) });
    expect(openArrays(packed).view('words', 'u32').buffer).toBe(packed.buffer);
  });

  it('are refused when they are something else, cut off, or asked for by another name or type', () => {
    const packed = packArrays(null, { words: Uint32Array.of(1, 2, 3) });
    expect(() => openArrays(new Uint8Array())).toThrow(RangeError);
    expect(() => openArrays(new TextEncoder().encode('{"facts":null,"places":{}}'))).toThrow(RangeError);
    expect(() => openArrays(packed).view('words', 'u8')).toThrow(RangeError);
    expect(() => openArrays(packed).view('others', 'u32')).toThrow(RangeError);
    for (let length = 0; length < packed.length; length += 1) {
      expect(() => openArrays(packed.slice(0, length)).view('words', 'u32')).toThrow(RangeError);
    }
  });
});

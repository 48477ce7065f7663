/**
 * Arrays of numbers in one buffer, read as views without copying. A text of JSON comes first and says where each
 * array lies; everything is little-endian, as every machine is that runs Node or a browser today.
 */
const magic = 0x50_4d_49_31;
const headBytes = 8;
const alignment = 4;

const arrayTypes = { u8: Uint8Array, u16: Uint16Array, u32: Uint32Array, f32: Float32Array } as const;
type ArrayType = keyof typeof arrayTypes;
type Numbers = Uint8Array | Uint16Array | Uint32Array | Float32Array;

type Place = readonly [type: ArrayType, offset: number, length: number];
interface Head<Facts> {
  readonly facts: Facts;
  readonly places: Readonly<Record<string, Place>>;
}

/** Lays arrays out in one buffer. `facts` is anything that JSON can say. */
export function packArrays(
  facts: unknown,
  arrays: Readonly<Record<string, Numbers>>,
): Uint8Array<ArrayBuffer> {
  const places: Record<string, Place> = {};
  let end = 0;
  for (const [name, array] of Object.entries(arrays)) {
    places[name] = [typeOf(array), end, array.length];
    end = aligned(end + array.byteLength);
  }
  const head = new TextEncoder().encode(JSON.stringify({ facts, places } satisfies Head<unknown>));
  const start = aligned(headBytes + head.length);
  const bytes = new Uint8Array(start + end);
  new DataView(bytes.buffer).setUint32(0, magic);
  new DataView(bytes.buffer).setUint32(4, head.length);
  bytes.set(head, headBytes);
  for (const [name, array] of Object.entries(arrays)) {
    const offset = start + (places[name]?.[1] ?? 0);
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), offset);
  }
  return bytes;
}

/** What lies in a packed buffer. `view` throws RangeError for an array that is not there or of another type. */
export interface PackedArrays<Facts> {
  readonly facts: Facts;
  view<T extends ArrayType>(name: string, type: T): InstanceType<(typeof arrayTypes)[T]>;
}

/** Opens a packed buffer; copies it once if it does not begin at a multiple of four. RangeError: not such a buffer, or cut off. */
export function openArrays<Facts>(given: Uint8Array): PackedArrays<Facts> {
  const bytes = given.byteOffset % alignment === 0 ? given : given.slice();
  const numbers = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < headBytes || numbers.getUint32(0) !== magic)
    throw new RangeError('not a packed index');
  const headLength = numbers.getUint32(4);
  const start = aligned(headBytes + headLength);
  if (bytes.byteLength < start) throw new RangeError('a packed index that was cut off');
  const text = new TextDecoder().decode(bytes.subarray(headBytes, headBytes + headLength));
  const { facts, places } = JSON.parse(text) as Head<Facts>;
  return {
    facts,
    view(name, type) {
      const [storedType, offset, length] = places[name] ?? [];
      if (storedType !== type || offset === undefined) throw new RangeError(`no ${type} array ${name}`);
      const View = arrayTypes[type];
      return new View(bytes.buffer as ArrayBuffer, bytes.byteOffset + start + offset, length) as InstanceType<
        (typeof arrayTypes)[typeof type]
      >;
    },
  };
}

function typeOf(array: Numbers): ArrayType {
  if (array instanceof Uint8Array) return 'u8';
  if (array instanceof Uint16Array) return 'u16';
  return array instanceof Uint32Array ? 'u32' : 'f32';
}

function aligned(offset: number): number {
  return Math.ceil(offset / alignment) * alignment;
}

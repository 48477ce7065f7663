/** What a letter of UTF-8 looks like when it was read as Windows-1252: `Ã` to `Å` or `â`, and something behind it. */
const suspicious = /[\u00c2-\u00c5\u00e2]./;
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const windows1252 = new TextDecoder('windows-1252');

/** The byte that Windows-1252 has for a character. */
const byteOf = new Map(
  Array.from({ length: 256 }, (_, byte): [string, number] => [windows1252.decode(Uint8Array.of(byte)), byte]),
);

function repairedLine(line: string): string {
  if (!suspicious.test(line)) return line;
  const bytes: number[] = [];
  for (const character of line) {
    const byte = byteOf.get(character) ?? (character <= '\u00ff' ? character.charCodeAt(0) : undefined);
    if (byte === undefined) return line;
    bytes.push(byte);
  }
  try {
    return strict.decode(Uint8Array.from(bytes));
  } catch {
    return line;
  }
}

/**
 * A text whose UTF-8 was taken for Windows-1252 (`SÃ\u00ad` for `Sí`), repaired line by line; lines that are not wholly
 * of that kind stay as they are.
 */
export function repairCharset(text: string): string {
  return suspicious.test(text) ? text.split('\n').map(repairedLine).join('\n') : text;
}

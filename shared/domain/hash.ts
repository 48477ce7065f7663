/** A text as an unsigned 32-bit number (FNV-1a over its UTF-16 units); 0 for the empty text alone. */
export function hashOf(text: string): number {
  if (text === '') return 0;
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0 || 1;
}

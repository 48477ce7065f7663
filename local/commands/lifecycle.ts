import { writeFileSync } from 'node:fs';
import { lifecycleDocument } from '../lifecycle-document.ts';

/** Writes `docs/lifecycle.md`. */
const path = new URL('../../docs/lifecycle.md', import.meta.url);
writeFileSync(path, lifecycleDocument());
console.log('docs/lifecycle.md is what the transition table says');

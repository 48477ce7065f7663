import { afterEach, beforeEach } from 'vitest';
import type { ItemKind, Records } from '../../../shared/contracts/items.ts';
import type { ItemKey } from '../../../shared/contracts/keys.ts';
import type { Store } from '../../../shared/domain/ports.ts';

/** An empty store to hold to the contract, and a way round it for records that no commit can write. */
export interface Subject {
  readonly store: Store;
  put<K extends ItemKind>(kind: K, record: Records[K]): Promise<void>;
  /** Puts an item that no schema has seen. */
  putRaw(item: ItemKey & Readonly<Record<string, unknown>>): Promise<void>;
  close(): Promise<void>;
}

export type OpenSubject = () => Promise<Subject>;

/** Opens a subject before each test of the surrounding block and closes it after. */
export function freshSubject(open: OpenSubject): Pick<Subject, 'store' | 'put' | 'putRaw'> {
  let subject: Subject;
  beforeEach(async () => {
    subject = await open();
  });
  afterEach(() => subject.close());
  return {
    get store() {
      return subject.store;
    },
    put: (kind, record) => subject.put(kind, record),
    putRaw: (item) => subject.putRaw(item),
  };
}

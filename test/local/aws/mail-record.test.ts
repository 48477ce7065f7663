import { appendFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openMailRecord } from '../../../local/aws/mail-record.ts';
import { temporaryDirectory } from '../support.ts';

const mailOf = (messageId: string) => ({
  messageId,
  acceptedAt: '2026-11-23T10:00:00Z',
  source: 'puente@puente.example',
  destinations: ['eksport@samasz.example'],
  tags: { attempt: messageId },
  configurationSet: undefined,
});
const rawOf = (messageId: string) => Buffer.from(`Message-ID: <${messageId}@x>\r\n\r\nżółć ${messageId}\r\n`);

function opened() {
  const directory = temporaryDirectory();
  const path = join(directory, 'mails.jsonl');
  return { directory, path, record: openMailRecord(path) };
}

const ids = (mails: readonly { messageId: string }[]) => mails.map(({ messageId }) => messageId);

describe('the record of mails', () => {
  it('knows what was accepted and what was only begun, also when opened again', () => {
    const { path, record } = opened();
    for (const id of ['a', 'b', 'c']) record.begin(mailOf(id), rawOf(id));
    record.accept('c');
    record.accept('a');
    for (const each of [record, openMailRecord(path)])
      expect([ids(each.all()), ids(each.begun())]).toEqual([['c', 'a'], ['b']]);
  });

  it('takes what lies whole in the directory for accepted, and clears away what was being written', () => {
    const { directory, path, record } = opened();
    for (const id of ['kept', 'whole', 'cut', 'never']) record.begin(mailOf(id), rawOf(id));
    record.accept('kept');
    writeFileSync(join(directory, 'kept.eml'), rawOf('kept'));
    writeFileSync(join(directory, 'whole.eml'), rawOf('whole'));
    writeFileSync(join(directory, 'cut.eml'), rawOf('cut').subarray(0, 20));
    writeFileSync(join(directory, 'empty.eml'), '');
    const next = openMailRecord(path);
    next.settle(directory);
    expect([ids(next.all()), ids(next.begun())]).toEqual([
      ['kept', 'whole'],
      ['cut', 'never'],
    ]);
    expect(readdirSync(directory).sort()).toEqual(['kept.eml', 'mails.jsonl', 'whole.eml']);
    expect(ids(openMailRecord(path).all())).toEqual(['kept', 'whole']);
  });

  it('loses no later mail behind a line that was cut short', () => {
    const { path, record } = opened();
    record.begin(mailOf('first'), rawOf('first'));
    appendFileSync(path, '{"begun":{"messageId":"cu');
    const next = openMailRecord(path);
    next.begin(mailOf('second'), rawOf('second'));
    next.accept('second');
    const last = openMailRecord(path);
    expect([ids(last.all()), ids(last.begun())]).toEqual([['second'], ['first']]);
  });
});

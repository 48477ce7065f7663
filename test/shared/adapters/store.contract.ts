import { describe } from 'vitest';
import { describeBroken } from './store-broken.contract.ts';
import { describeAudit, describeBreaker, describeMails } from './store-by-time.contract.ts';
import { describeCommits } from './store-commits.contract.ts';
import { describeCounters } from './store-counters.contract.ts';
import { describeCursors } from './store-cursors.contract.ts';
import { describeDue, describeLeads, describeMembers } from './store-lists.contract.ts';
import { describeRaces } from './store-races.contract.ts';
import { describeRecords } from './store-records.contract.ts';
import { describeRequirements } from './store-requirements.contract.ts';
import type { OpenSubject } from './store-subject.ts';
import { describeTraits } from './store-traits.contract.ts';
import { describeTransitions } from './store-transitions.contract.ts';

/** What every `Store` must do, whatever it is made of. */
export function describeStore(open: OpenSubject): void {
  describe('records', () => describeRecords(open));
  describe('commits', () => describeCommits(open));
  describe('requirements', () => describeRequirements(open));
  describe('commits at once', () => describeRaces(open));
  describe('transitions', () => describeTransitions(open));
  describe('traits', () => describeTraits(open));
  describe('counters and pairs', () => describeCounters(open));
  describe('members of a country', () => describeMembers(open));
  describe('leads', () => describeLeads(open));
  describe('cursors', () => describeCursors(open));
  describe('mails for a person', () => describeMails(open));
  describe('audit', () => describeAudit(open));
  describe('breaker', () => describeBreaker(open));
  describe('due', () => describeDue(open));
  describe('what cannot be read', () => describeBroken(open));
}

import { describe, expect, it } from 'vitest';
import { callerOf } from '../../../shared/runtime/caller.ts';
import { Problem } from '../../../shared/runtime/http.ts';
import { httpEvent } from './http-event.ts';

function eventWith(claims: Record<string, unknown>) {
  return httpEvent({ authorizer: { jwt: { claims, scopes: null } } });
}

const person = { sub: '6f1c1d5e', token_use: 'access' };

function problemOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof Problem) return error.code;
    throw error;
  }
  return 'none';
}

describe('callerOf', () => {
  it.each<[string, unknown]>([
    ['as API Gateway writes an array', '[coordinator admin cluster:klaster-obrobki-metali cluster:x]'],
    ['as a list with commas', 'coordinator, admin,cluster:klaster-obrobki-metali,cluster:x'],
    ['as a real array', ['coordinator', 'admin', 'cluster:klaster-obrobki-metali', 'cluster:x']],
  ])('reads groups %s', (_what, groups) => {
    const caller = callerOf(eventWith({ ...person, 'cognito:groups': groups }), ['coordinator']);
    expect(caller).toEqual({
      subject: '6f1c1d5e',
      roles: new Set(['coordinator', 'admin']),
      clusters: ['klaster-obrobki-metali', 'x'],
    });
  });

  it('reads one group that is written alone', () => {
    expect(callerOf(eventWith({ ...person, 'cognito:groups': '[office]' }), ['office']).clusters).toEqual([]);
    expect(callerOf(eventWith({ ...person, 'cognito:groups': 'office' }), ['admin', 'office']).roles).toEqual(
      new Set(['office']),
    );
  });

  it.each<[string, unknown]>([
    ['none', undefined],
    ['an empty list', '[]'],
    ['an empty text', ''],
    ['another role', '[office]'],
    ['a role in other letters', '[Coordinator]'],
    ['a role that begins alike', '[coordinators]'],
    ['a cluster of that name', '[cluster:coordinator]'],
    ['an object', { coordinator: true }],
    ['a number', 5],
  ])('is forbidden with %s', (_what, groups) => {
    const event = eventWith({ ...person, 'cognito:groups': groups });
    expect(problemOf(() => callerOf(event, ['coordinator']))).toBe('forbidden');
  });

  it.each<[string, Record<string, unknown>]>([
    ['an id token', { sub: 'x', token_use: 'id' }],
    ['no use', { sub: 'x' }],
    ['no subject', { token_use: 'access' }],
    ['a subject of another type', { sub: ['x'], token_use: 'access' }],
    ['no claims', {}],
  ])('is unauthorized with %s, whatever its groups', (_what, claims) => {
    const event = eventWith({ ...claims, 'cognito:groups': '[coordinator]' });
    expect(problemOf(() => callerOf(event, ['coordinator']))).toBe('unauthorized');
  });

  it('is unauthorized on a route without an authorizer', () => {
    expect(problemOf(() => callerOf(httpEvent(), ['coordinator']))).toBe('unauthorized');
    expect(
      problemOf(() => callerOf(httpEvent({ headers: { authorization: 'Bearer x' } }), ['coordinator'])),
    ).toBe('unauthorized');
  });
});

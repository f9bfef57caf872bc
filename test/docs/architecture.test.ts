import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { nextState, type SessionEvent, type SessionState } from '../../src/session.js';

const page = readFileSync(new URL('../../docs/architecture.md', import.meta.url), 'utf8');

const phases = [
  'requesting',
  'posting',
  'loading',
  'ready',
  'modified',
  'closing',
  'closed',
  'failed',
] satisfies SessionState['phase'][];

const events = [
  'launched',
  'posted',
  'loaded',
  'modified',
  'saved',
  'settled',
  'close',
  'closed',
  'failed',
] satisfies SessionEvent['type'][];

const failure = { reason: 'network', detail: '' } as const;

/** The arrows between the states, as the code has them. */
function arrows(): string[] {
  return phases.flatMap((phase) => {
    const from: SessionState = phase === 'failed' ? { phase, ...failure } : { phase };
    return events.flatMap((type) => {
      const to = nextState(from, type === 'failed' ? { type, ...failure } : { type });
      return to === from ? [] : [`${phase} --> ${to.phase}: ${type}`];
    });
  });
}

void describe('docs/architecture.md', () => {
  void it('shows the states of a session as they are', () => {
    const [, diagram = ''] = /```mermaid\nstateDiagram-v2\n([^`]*)```/.exec(page) ?? [];
    const shown = diagram
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line && !line.includes('[*]'));
    assert.deepEqual([...shown].sort(), arrows().sort());
  });

  void it('names files that there are', () => {
    const [, house = ''] = /## The house\n\n```\n([^`]*)```/.exec(page) ?? [];
    let folder = '';
    const files = house.split('\n').flatMap((line) => {
      folder = /^[\w]+\//.exec(line)?.[0] ?? folder;
      const names = /^ {2}((?:[\w-]+\.ts(?:, )?)+)/.exec(line)?.[1]?.split(', ') ?? [];
      return [folder, ...names.map((name) => folder + name)];
    });
    assert.ok(files.length > 30);
    const missing = files.filter((file) => !existsSync(new URL(`../../${file}`, import.meta.url)));
    assert.deepEqual(missing, []);
  });
});

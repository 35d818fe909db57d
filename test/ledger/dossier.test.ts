/** 卷: facts after the draw are filed by what they are about, by one rule, so that nothing is filed twice or forgotten. */
import { describe, expect, it } from 'vitest';
import { mattersOf } from '../../core/ledger/dossier.ts';
import { commit } from '../../db/commit.ts';
import { dossierOf, dossierRows, dossiersOf, dossiersUnder } from '../../db/dossier.ts';
import { freshDesk } from '../desk.ts';

describe('a dossier', () => {
  it('holds a fact under every matter that its body names, singly or several at once', () => {
    expect(mattersOf('visits-noticed', { visits: ['3/1', '3/2', '3/1'], task: 'P1/4' }, 9)).toEqual([
      { matter: 'visit', id: '3/1' },
      { matter: 'visit', id: '3/2' },
      { matter: 'task', id: 'P1/4' },
    ]);
  });

  it('is opened by the fact that begins a matter, under that fact’s own number', () => {
    expect(mattersOf('case-transferred', { case: '3/1/scjg/A1' }, 12)).toEqual([
      { matter: 'transfer', id: '12' },
      { matter: 'case', id: '3/1/scjg/A1' },
    ]);
  });

  it('takes nothing in from facts that belong to no dossier, whatever they name', () => {
    expect(mattersOf('visits-assigned', { visits: ['3/1'] }, 5)).toEqual([]);
    expect(mattersOf('visit-held', null, 5)).toEqual([]);
    expect(mattersOf('visit-held', { visit: { no: 1 }, visits: [true, null] }, 5)).toEqual([]);
  });

  it('is read in the order in which it came to be, by its number, by several, or by where it begins', async () => {
    const { db, ...means } = await freshDesk();
    const record = (visit: string, words: string) =>
      commit(db, means, async ({ seq }) => {
        const facts = [{ kind: 'visit-held' as const, actor: 'person:p1', body: { visit, words } }];
        return { ok: true as const, value: { facts, rows: dossierRows(facts, seq), value: seq } };
      });
    await record('3/1', 'first');
    await record('3/12', 'other');
    await record('3/1', 'second');
    await record('31/1', 'another draw');
    const held = await dossierOf(db, { matter: 'visit', id: '3/1' });
    expect(held.map(({ body }) => body)).toEqual([
      { visit: '3/1', words: 'first' },
      { visit: '3/1', words: 'second' },
    ]);
    expect([...(await dossiersOf(db, 'visit', ['3/12', '9/9'])).keys()]).toEqual(['3/12']);
    expect([...(await dossiersUnder(db, 'visit', '3/')).keys()]).toEqual(['3/1', '3/12']);
    await expect(db.write([{ sql: 'delete from dossier', args: [] }])).rejects.toThrow();
  });
});

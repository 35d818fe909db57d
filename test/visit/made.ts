/** Facts of one visit as the verbs write them, for tests of what stands after them. */
import type { Json } from '../../core/canonical.ts';
import type { VisitEntry } from '../../core/visit/entry.ts';
import type { Coming } from '../../core/visit/fact.ts';

export const id = '3/12';

export type Told = Pick<VisitEntry, 'kind'> & { readonly body: Json };

const of = (department: string) => ({ book: '3', department, visits: [id] });

export const asked = (department: string, urgent = ''): Told => ({
  kind: 'visits-approval-asked',
  body: { ...of(department), reason: '年度计划', from: '2025-07-01', to: '2025-07-31', urgent, warned: 0 },
});
export const decided = (department: string, request: number, approved: boolean): Told => ({
  kind: 'visits-approval-decided',
  body: { ...of(department), request, filing: null, approved, words: approved ? '' : '材料不全' },
});
export const noticed = (department: string, on: string, materials: readonly string[] = ['营业执照']): Told => ({
  kind: 'visits-noticed',
  body: {
    ...of(department),
    on,
    hour: '',
    means: 'post',
    servedOn: '2025-07-01',
    materials: [...materials],
    words: '',
  },
});
export const proposed = (department: string, on: string): Told => ({
  kind: 'agenda-proposed',
  body: {
    ...of(department),
    on,
    hour: '',
    meet: '',
    leaders: [{ visit: id, leader: `${department}-1` }],
    to: ['wj'],
    words: '',
  },
});
export const answered = (department: string, agenda: number, agreed: boolean): Told => ({
  kind: 'agenda-answered',
  body: { ...of(department), agenda, agreed, words: agreed ? '' : '当日有会' },
});
export const desked = (department: string, clean: boolean): Told => ({
  kind: 'desk-reviewed',
  body: { ...of(department), on: '2025-07-02', reviewers: [], clean, materials: '年报', used: [], words: '' },
});
export const held = (department: string, on: string, coming: Coming = 'inspected', urgent = ''): Told => ({
  kind: 'visit-held',
  body: {
    ...of(department),
    on,
    hour: '',
    coming,
    officers: [
      { number: `${department}-1`, certificate: { number: 'Z1', validUntil: '2026-12-31' } },
      { number: 'elsewhere', certificate: null },
    ],
    there: [{ visit: id, officers: [`${department}-1`] }],
    shown: true,
    witness: '',
    copied: [],
    asked: [],
    used: [],
    urgent,
    words: '',
  },
});
export const finished = (department: string, where: 'door' | 'desk' = 'door'): Told => ({
  kind: 'visit-finished',
  body: { ...of(department), on: '2025-07-30', ends: [{ visit: id, where }] },
});

/** As they lie in the dossier, numbered from 1. */
export const entries = (told: readonly Told[]): readonly VisitEntry[] =>
  told.map(({ kind, body }, i) => ({ seq: i + 1, at: '2025-07-01T01:00:00.000Z', kind, actor: 'person:l1', body }));

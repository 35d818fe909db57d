/** People whom another platform assigned, held against our roll (石狮 2024 三(三)). */
import { expect, it } from 'vitest';
import { compareOutsidePeople } from '../../core/draw/outside-people.ts';
import { wordsOfOutsidePerson } from '../../core/draw/outside-words.ts';
import type { Inspector } from '../../core/registry/inspector.ts';
import type { SubjectKey } from '../../core/registry/subject.ts';

const subject: SubjectKey = { kind: 'reg15', number: '1' };
const inspector = (number: string, change: Partial<Inspector> = {}): Inspector => ({
  number,
  name: `检查员${number}`,
  department: 'scjg',
  section: '',
  kind: 'civil-servant',
  certificate: { number: `Z${number}`, validUntil: '2024-12-31' },
  fields: [],
  place: '',
  joint: true,
  capacity: 20,
  left: null,
  ...change,
});

it('石狮 S1-30: 平台排定的人员逐一核对：不在册的、离任的、证件不足的、应回避的、无关部门的列出不录，不足两人的点名', () => {
  const roll = [
    inspector('1'),
    inspector('2'),
    inspector('3', { left: '2024-01-01' }),
    inspector('4', { certificate: null }),
    inspector('5', { certificate: { number: 'Z', validUntil: '2024-06-30' } }),
    inspector('6', { department: 'wj' }),
    inspector('7'),
  ];
  const recusals = [{ inspector: '7', ...subject }];
  const bodies = [{ department: 'scjg', officers: 2 }];
  const { taken, differences } = compareOutsidePeople(
    [
      { subject, officers: ['1', '2', '1'] },
      { subject, officers: ['1', '3', '4', '5', '6', '7', '8'] },
      { subject, officers: [] },
    ],
    roll,
    recusals,
    bodies,
    '2024-10-31',
  );
  expect(taken.map(({ officers }) => officers)).toEqual([['1', '2'], ['1'], []]);
  expect(differences.map(({ kind }) => kind)).toEqual([
    'left',
    'no-certificate',
    'no-certificate',
    'other-department',
    'recused',
    'unknown-inspector',
    'too-few',
  ]);
  for (const difference of differences) expect(wordsOfOutsidePerson(difference).zh).toMatch(/^1：/);
});

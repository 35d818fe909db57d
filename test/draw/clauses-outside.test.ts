/** A list that another platform drew, held against what was frozen here (石狮 2024 三(三)). */
import { expect, it } from 'vitest';
import { compareOutside } from '../../core/draw/outside.ts';
import type { SubjectKey } from '../../core/registry/subject.ts';

const key = (number: string): SubjectKey => ({ kind: 'reg15', number });

it('石狮 S1-29: 省平台抽出的名单逐行核对：不在库、不在范围、按规则不应抽、重复的，逐一列出，其余照收', () => {
  const marks: Readonly<Record<string, 'drawable' | 'spared' | 'not-in-frame'>> = {
    '1': 'drawable',
    '2': 'spared',
    '3': 'not-in-frame',
  };
  const { taken, differences } = compareOutside(
    ['1', '2', '3', '4', '1'].map(key),
    ({ number }) => marks[number] ?? null,
  );
  expect(differences).toEqual([
    { kind: 'excluded', subject: 'reg15:2', reason: 'spared' },
    { kind: 'not-in-frame', subject: 'reg15:3' },
    { kind: 'unknown-subject', subject: 'reg15:4' },
    { kind: 'twice', subject: 'reg15:1' },
  ]);
  // What the platform drew against our rules is kept and named, not put right in silence.
  expect(taken.map(({ number }) => number)).toEqual(['1', '2']);
});

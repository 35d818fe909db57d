/** What every act about findings takes on the command line: which findings, and what is given with it. */
import { readFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import type { ActKind } from '../../core/follow-up/act.ts';
import { type Degree, degrees } from '../../core/outcome/degree.ts';
import type { Result } from '../../core/result.ts';
import type { Actor } from '../actor.ts';
import type { Desk } from '../desk/desk.ts';
import type { Refusal } from '../refusal.ts';
import { casesMeant } from '../verbs/follow-up/named.ts';
import type { Done } from '../verbs/follow-up/on-cases.ts';
import type { Door, Said } from './door.ts';
import { namesTyped } from './typed.ts';

export type Texts = Readonly<
  Partial<
    Record<
      | 'on'
      | 'words'
      | 'reason'
      | 'measure'
      | 'subject'
      | 'task'
      | 'guidance'
      | 'repairFrom'
      | 'degree'
      | 'receipt'
      | 'basis'
      | 'from'
      | 'to'
      | 'number'
      | 'unit'
      | 'evidence'
      | 'considered'
      | 'ending',
      string
    >
  >
>;

export interface Given extends Texts {
  readonly case?: readonly string[];
  readonly visit?: readonly string[];
  readonly all?: true;
  readonly told?: readonly string[];
  readonly online?: true;
}

export const about = (command: Command): Command =>
  command
    .option(
      '-c, --case <id>',
      '问题的编号，见 list；可多个，用逗号隔开或重复写 · findings by name, as list shows them',
      namesTyped,
    )
    .option(
      '-v, --visit <no>',
      '检查编号：该户本单位未办结的全部问题；可多个，用逗号隔开或重复写 · all open findings of a visit',
      namesTyped,
    )
    .option('--all', '本单位全部适合这项处置的问题 · all of ours that the act is for');

export const evidenceOption = (): Option =>
  new Option('--evidence <file>', '证据清单文件，每行：名称；存放位置；SHA-256 · a file of evidence, a line each');

export const evidenceIn = async ({ evidence }: Texts): Promise<string> =>
  evidence === undefined ? '' : readFile(evidence, 'utf8');

export const degreeIn = ({ degree }: Texts): Degree | null => degrees.find((each) => each === degree) ?? null;

export function doing(
  door: Door,
  kind: ActKind,
  given: Given,
  act: (desk: Desk, actor: Actor, cases: readonly string[]) => Promise<Result<Done, Refusal>>,
): Promise<void> {
  return door.act(async (desk, actor) => {
    const named = { cases: given.case ?? [], nos: given.visit ?? [], all: given.all ?? false };
    return act(desk, actor, await casesMeant(desk, actor, kind, named));
  }, sayDone);
}

export function sayDone({ cases, nos, seqs }: Done): Said {
  const known = seqs.length === 0;
  return {
    words: {
      zh: `${known ? '此前已登记' : `已登记（第 ${seqs.join('、')} 号）`}：检查编号 ${nos.join('、')}，问题 ${cases.length} 个。`,
      en: `${known ? 'On record already' : `On record (no. ${seqs.join(', ')})`}: visits ${nos.join(', ')}, ${cases.length} findings.`,
    },
  };
}

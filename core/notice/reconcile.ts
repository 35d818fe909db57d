/**
 * 比对: what a platform has, row by row with what we made public (石狮 三(三) 涉企信息统一归集公示, 甘州 二(二)4 归集共享, 福安 二(一)4 谁产生、谁提供、谁负责).
 * Nothing is put right by the comparison: whoever produced a row answers for it.
 */
import type { CivilDate } from '../calendar.ts';
import { outcomeKinds } from '../outcome/code.ts';
import { outcomeId } from '../outcome/key.ts';
import { keyText, type SubjectKey } from '../registry/subject.ts';
import { numberHeading } from '../sheet/classifications.ts';
import { code, date, optional, orNull, words } from '../sheet/field.ts';
import { subjectNumber } from '../sheet/registry-field.ts';
import { built, defineSheet } from '../sheet/sheet.ts';
import { type OutsideState, outsideStates } from '../visit/fact.ts';
import { resultName, wholeResult } from './gsxt.ts';
import { matcher } from './match.ts';
import type { Notice, Receipt } from './notice.ts';
import { idHeading } from './receipt.ts';

export interface PlatformLine {
  readonly id: string;
  readonly taskId: string;
  readonly subject: SubjectKey | null;
  readonly itemName: string;
  readonly result: string;
  readonly checkedOn: CivilDate | null;
}

export const platformSheet = defineSheet({
  name: 'platform-records',
  title: { zh: '平台数据', en: 'Records of a platform' },
  fields: {
    result: words('检查结果', '抽查结果', '抽查检查结果', 'raninsCheckResName', '结果'),
    number: orNull(subjectNumber(numberHeading.header, ...numberHeading.aliases, '统一社会信用代码/注册号', 'uniscId')),
    id: optional(words(idHeading, '报送号', '数据编号', 'id'), ''),
    taskId: optional(code('抽查任务编号', '任务编号', 'raninsTaskId'), ''),
    itemName: optional(words('检查事项', '抽查事项', '抽查事项名称', '事项名称', 'raninsItemName'), ''),
    checkedOn: orNull(date('检查完成日期', '抽查完成日期', '检查日期', '抽查日期', 'insDate')),
  },
  keyOf: ({ id, taskId, subject, itemName }: PlatformLine) =>
    id === '' ? `${taskId} ${subject === null ? '' : keyText(subject)} ${itemName}` : id,
  build: ({ number, ...rest }) => built({ ...rest, subject: number }),
  lay: ({ subject, ...rest }: PlatformLine) => ({ ...rest, number: subject }),
});

export interface Difference {
  readonly id: string;
  readonly field: 'result' | 'checkedOn';
  readonly ours: string;
  readonly theirs: string;
}

export interface Compared {
  readonly same: readonly Notice[];
  readonly differing: readonly { readonly notice: Notice; readonly differences: readonly Difference[] }[];
  /** Ours, and not on the platform. */
  readonly missing: readonly Notice[];
  /** Rows of the platform's file that are none of ours, or tell too little. */
  readonly unknown: readonly { readonly row: number; readonly why: 'unknown' | 'ambiguous' }[];
}

export function compare(
  notices: readonly Notice[],
  lines: readonly { readonly row: number; readonly value: PlatformLine }[],
): Compared {
  const match = matcher(notices);
  const found = new Map<string, readonly Difference[]>();
  const unknown: { row: number; why: 'unknown' | 'ambiguous' }[] = [];
  for (const { row, value } of lines) {
    const matched = match(value);
    if (matched.kind !== 'found') {
      unknown.push({ row, why: matched.kind });
      continue;
    }
    const isWhole = matched.notices.length > 1;
    for (const notice of matched.notices)
      found.set(outcomeId(notice), differences(notice, value, isWhole ? matched.notices : [notice]));
  }
  const told = notices.filter((each) => found.has(outcomeId(each)));
  return {
    same: told.filter((each) => found.get(outcomeId(each))?.length === 0),
    differing: told.flatMap((notice) => {
      const differing = found.get(outcomeId(notice)) ?? [];
      return differing.length === 0 ? [] : [{ notice, differences: differing }];
    }),
    missing: notices.filter((each) => !found.has(outcomeId(each))),
    unknown,
  };
}

function differences(notice: Notice, line: PlatformLine, whole: readonly Notice[]): readonly Difference[] {
  const shown = whole.flatMap(({ body }) => (body.shown === null ? [] : [body.shown]));
  const id = outcomeId(notice);
  const ours = wholeResult(shown.map((each) => each.code));
  const day = shown.map(({ checkedOn }) => checkedOn).reduce((last, each) => (each > last ? each : last), '');
  return [
    ...(nationalOf(line.result) === ours ? [] : [{ id, field: 'result' as const, ours, theirs: line.result }]),
    ...(line.checkedOn === null || line.checkedOn === day
      ? []
      : [{ id, field: 'checkedOn' as const, ours: day, theirs: line.checkedOn }]),
  ];
}

const byName = new Map(outcomeKinds.map(({ label, code: known }) => [label, resultName(known)]));

/** A province's own words for a result, as the national system counts them. */
const nationalOf = (result: string): string => {
  const names = result.split(/[；;、,，]/).map((each) => byName.get(each.trim()) ?? each.trim());
  return [...new Set(names)].filter((name) => name !== '').join('；');
};

/** 未登记, 已报送, 已确认, 不一致: how a version stands at one destination. */
export const recordStates = outsideStates;
export type RecordState = OutsideState;

/** @param last what the destination said last of this version; undefined where it said nothing */
export const recordState = (last: Pick<Receipt, 'state'> | undefined): RecordState => {
  switch (last?.state) {
    case 'sent':
      return 'sent';
    case 'accepted':
      return 'confirmed';
    case 'refused':
    case 'differing':
      return 'differing';
    case 'missing':
    case undefined:
      return 'unregistered';
  }
};

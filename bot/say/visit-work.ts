/** Visits on the way to the door and at it, in words: how far a department is, and what an act did. */
import { recordWords } from '../../core/notice/words.ts';
import type { NoticeMeans, OutsideState } from '../../core/visit/fact.ts';
import type { VisitProgress } from '../../core/visit/progress.ts';
import type { Words } from '../../core/words.ts';
import type { DoorDone } from '../verbs/visit/at-signing.ts';
import type { Acted } from '../verbs/visit/many.ts';
import { sayFault, sayRepeat, sayVisitAt } from './visit-faults.ts';

const w = (zh: string, en: string): Words => ({ zh, en });

export function progressLine(progress: VisitProgress): Words {
  const { visits, waiting, approved, returned, noticed, desk, held, finished } = progress;
  const counted: readonly (readonly [number, string, string])[] = [
    [waiting, '待审批', 'waiting for approval'],
    [approved, '已批准', 'approved'],
    [returned, '退回', 'returned'],
    [noticed, '已通知', 'noticed'],
    [desk, '书面检查', 'reviewed at the desk'],
    [held, '现场检查', 'visited'],
    [finished, '办结', 'finished'],
  ];
  const some = counted.filter(([n]) => n > 0);
  return w(
    `共 ${visits} 户${some.length === 0 ? '，尚未开始' : `：${some.map(([n, zh]) => `${zh} ${n}`).join('，')}`}。`,
    `${visits} visits${some.length === 0 ? ', none begun' : `: ${some.map(([n, , en]) => `${n} ${en}`).join(', ')}`}.`,
  );
}

/** What is named because it should not be passed over. */
export function progressNotes(
  { unapproved, noticedAfter, alone }: VisitProgress,
  nameOf: (code: string) => string,
): readonly Words[] {
  return [
    ...(unapproved.length === 0
      ? []
      : [
          w(
            `须补办检查审批：${unapproved.join('、')}`,
            `approval is to be asked for afterwards: ${unapproved.join(', ')}`,
          ),
        ]),
    ...(noticedAfter.length === 0
      ? []
      : [
          w(
            `检查后补登通知：${noticedAfter.join('、')}`,
            `notice written down after the visit: ${noticedAfter.join(', ')}`,
          ),
        ]),
    ...alone.map(({ no, on, without }) =>
      w(
        `应联合未联合：${no}，${on} 上门时${without.map(nameOf).join('、')}未同时到场`,
        `not joint: ${no}, on ${on} without ${without.map(nameOf).join(', ')}`,
      ),
    ),
  ];
}

/** Few are named by their 检查编号; of many the count says enough. */
const namedMost = 3;
const visitsIn = (nos: readonly string[]): string => (nos.length > namedMost ? '' : `（检查编号 ${nos.join('、')}）`);

/** Lines shown of the visits that an act passed over, and of warnings. */
const shownMost = 10;

/** @param did what was done to each, as “呈批” @param nameOf names of departments */
export function sayActed(
  acted: Acted,
  did: Words,
  nameOf: (code: string) => string,
): { readonly summary: Words; readonly lines: readonly Words[] } {
  const { done, before, skipped, repeats, seq } = acted;
  const zh = [
    ...(done.length > 0 ? [`${did.zh} ${done.length} 户${visitsIn(done)}`] : []),
    ...(before.length > 0 ? [`此前已办 ${before.length} 户${visitsIn(before)}`] : []),
    ...(skipped.length > 0 ? [`未办 ${skipped.length} 户`] : []),
  ];
  const en = [
    ...(done.length > 0 ? [`${did.en}: ${done.length}`] : []),
    ...(before.length > 0 ? [`${before.length} before`] : []),
    ...(skipped.length > 0 ? [`${skipped.length} not`] : []),
  ];
  const no = seq === null ? '' : `（记录编号 ${seq}）`;
  const lines = [
    ...repeats.flatMap(({ no: visit, repeats: each }) =>
      each.map((repeat) => {
        const said = sayRepeat(repeat, nameOf);
        return w(`提醒 ${visit}：${said.zh}`, `warning ${visit}: ${said.en}`);
      }),
    ),
    ...skipped.map(sayVisitAt),
  ];
  const more = lines.length - shownMost;
  return {
    summary: w(
      `${zh.join('，') || '没有需要办理的'}${no}。`,
      `${en.join(', ') || 'Nothing to do'}${seq === null ? '' : ` (no. ${seq})`}.`,
    ),
    lines: more > 0 ? [...lines.slice(0, shownMost), w(`另有 ${more} 条`, `${more} more`)] : lines,
  };
}

/** What became of 现场检查 and 办结 along with the signing; '' where nothing is to be said. */
export function sayDoorDone({ held, finished, left }: DoorDone): Words {
  const did = finished
    ? held
      ? w('已同时登记现场检查并办结。', ' The visit is recorded and finished.')
      : w('本单位检查已办结。', ' Your part is finished.')
    : held
      ? w('已同时登记现场检查。', ' The visit is recorded.')
      : w('', '');
  if (left.length === 0) return did;
  const said = left.map(sayFault);
  return held
    ? w(`${did.zh}${listOf(said).zh}。`, `${did.en} ${listOf(said).en}.`)
    : w(`现场检查尚未登记：${listOf(said).zh}。`, ` The visit is not recorded yet: ${listOf(said).en}.`);
}

const listOf = (said: readonly Words[]): Words =>
  w(said.map(({ zh }) => zh).join('；'), said.map(({ en }) => en).join('; '));

export const meansWords = {
  'in-person': w('直接送达', 'in person'),
  post: w('邮寄送达', 'by post'),
  electronic: w('电子送达', 'electronically'),
  'at-door': w('检查时当场送达', 'at the door'),
} as const satisfies Record<NoticeMeans, Words>;

/** One state, said one way: of a task, a visit, and an outcome at a destination. */
export const outsideWords: Readonly<Record<OutsideState, Words>> = recordWords;

/** The board of lists and the figures of items as people read them: every share with its counts, every figure with what it counts. */
import { dateInChinese } from '../../core/calendar.ts';
import { type Figure, type FigureDefinition, figures } from '../../core/policy/figure.ts';
import type { Party } from '../../core/policy/shape.ts';
import { parties } from '../../core/policy/shape.ts';
import { listWords, partyWords, wordsOfTarget } from '../../core/policy/words.ts';
import type { Delivery } from '../../core/registry/lists.ts';
import { wordsOfFigure, wordsOfStanding } from '../../core/registry/words.ts';
import { never } from '../../core/result.ts';
import type { Words } from '../../core/words.ts';
import type { BoardList, ListBoard } from '../verbs/registry/board.ts';
import type { DepartmentFigures, FigureKey, FiguresOf } from '../verbs/registry/figures.ts';
import { figureKeys } from '../verbs/registry/figures.ts';
import type { Lacking } from '../verbs/registry/lacking.ts';
import type { NamedDuty } from '../verbs/registry/named-duties.ts';

export function sayBoard({ on, policy, departments, missing, unknown, duties }: ListBoard): readonly Words[] {
  return [
    { zh: `清单看板（${dateInChinese(on)}，按 ${policy}）`, en: `Lists on ${on}, under ${policy}` },
    ...departments.flatMap(({ department, name, lists }) => [
      { zh: `${name}（${department}）`, en: `${name} (${department})` },
      ...lists.map(sayList),
    ]),
    ...missing.map(({ list, departments: codes }) => ({
      zh: `缺${listWords[list].zh}：${codes.map((code) => nameIn(departments, code)).join('、')}`,
      en: `Without ${listWords[list].en}: ${codes.map((code) => nameIn(departments, code)).join(', ')}`,
    })),
    ...duties.map((duty) => sayDuty(duty, departments)),
    ...unknown.map(({ list, by }) => ({
      zh: `${listWords[list].zh}由${partyWords[by].zh}负责，单位名录中没有这一单位`,
      en: `${listWords[list].en} is owed by ${partyWords[by].en}, which is not among the departments`,
    })),
  ];
}

/** Who is named for a duty, with the fields of its items; whoever owes an opinion on it, with whether it is there. */
function sayDuty({ duty, members }: NamedDuty, departments: ListBoard['departments']): Words {
  const one = ({ member, department, name, fields }: NamedDuty['members'][number]): Words => {
    if (department === null) return { zh: `${member}（单位名录中没有）`, en: `${member} (not among the departments)` };
    const opinion = departments
      .find((each) => each.department === department)
      ?.lists.find(({ list }) => list === 'opinion')?.standing;
    const given =
      opinion === undefined
        ? { zh: '', en: '' }
        : opinion.kind === 'absent'
          ? { zh: '，意见未提出', en: ', opinion not given' }
          : { zh: `，意见已于 ${opinion.changed} 提出`, en: `, opinion given on ${opinion.changed}` };
    const of = fields.length === 0 ? '尚无事项' : fields.join('、');
    return {
      zh: `${name}（领域：${of}${given.zh}）`,
      en: `${name} (${fields.join(', ') || 'no items yet'}${given.en})`,
    };
  };
  const all = members.map(one);
  return {
    zh: `${duty.zh}：${all.map(({ zh }) => zh).join('；')}`,
    en: `${duty.en}: ${all.map(({ en }) => en).join('; ')}`,
  };
}

const nameIn = (departments: ListBoard['departments'], code: string): string =>
  departments.find(({ department }) => department === code)?.name ?? code;

function sayList(each: BoardList): Words {
  const parts = [
    each.standing.kind === 'absent' && each.optional
      ? { zh: '未建立（制度为“可探索”，不作要求）', en: 'absent; the policy only invites it' }
      : wordsOfStanding(each.standing),
    ...(each.common ? [{ zh: '各部门共用', en: 'one for all departments' }] : []),
    ...(each.rows === null ? [] : [{ zh: `${each.rows} 行`, en: `${each.rows} rows` }]),
    ...(each.title === '' ? [] : [{ zh: each.title, en: each.title }]),
    ...each.deliveries.filter(({ late }) => late || each.standing.kind !== 'absent').map(sayDelivery),
    ...(each.standing.kind === 'absent' ? [] : sayPublication(each)),
    ...(each.renewal === null ? [] : [sayRenewal(each.renewal)]),
    ...(each.lacking === null ? [] : [sayLacking(each.lacking)]),
  ];
  const { zh, en } = listWords[each.list];
  return {
    zh: `  ${zh}：${parts.map((part) => part.zh).join('；')}`,
    en: `  ${en}: ${parts.map((part) => part.en).join('; ')}`,
  };
}

/** Codes shown of the rows that lack something; the rest is counted. */
const shown = 5;

function sayLacking(lacking: readonly Lacking[]): Words {
  if (lacking.length === 0) return { zh: '要素齐全', en: 'complete' };
  const zh = lacking.map(
    ({ part, rows }) => `${part}${rows.length === 0 ? '' : `（${some(rows, '、')}等 ${rows.length} 项）`}`,
  );
  const en = lacking.map(
    ({ part, rows }) => `${part}${rows.length === 0 ? '' : ` (${rows.length}: ${some(rows, ', ')})`}`,
  );
  return { zh: `缺：${zh.join('、')}`, en: `lacks ${en.join(', ')}` };
}

const some = (rows: readonly string[], between: string): string => rows.slice(0, shown).join(between);

function sayDelivery({ receiver, state, sent, received, late }: Delivery): Words {
  const { zh, en } = receiverWords(receiver);
  const overdue = late ? { zh: '（逾期）', en: ' (late)' } : { zh: '', en: '' };
  switch (state) {
    case 'unsent':
      return { zh: `未报送${zh}${overdue.zh}`, en: `not sent to ${en}${overdue.en}` };
    case 'sent':
      return {
        zh: `${sent} 报送${zh}，未签收${overdue.zh}`,
        en: `sent to ${en} on ${sent}, not received${overdue.en}`,
      };
    case 'received':
      return { zh: `${zh} ${received} 签收${overdue.zh}`, en: `received by ${en} on ${received}${overdue.en}` };
    default:
      return never(state);
  }
}

function receiverWords(receiver: string): Words {
  const party: Party | undefined = parties.find((each) => each === receiver);
  return party === undefined ? { zh: receiver, en: receiver } : partyWords[party];
}

function sayPublication({ publication, published }: BoardList): readonly Words[] {
  switch (publication) {
    case 'not-asked':
      return [];
    case 'unpublished':
      return [{ zh: '未公布', en: 'not published' }];
    case 'published':
      return published.map(({ channel, where, on }) => ({
        zh: `${dateInChinese(on)}公布于${channel}（${where}）`,
        en: `published at ${channel} (${where}) on ${on}`,
      }));
    default:
      return never(publication);
  }
}

function sayRenewal({ state, done, due }: NonNullable<BoardList['renewal']>): Words {
  switch (state) {
    case 'done':
      return {
        zh: `本年度已于${dateInChinese(done ?? '')}更新（限${dateInChinese(due)}前）`,
        en: `renewed on ${done}, owed by ${due}`,
      };
    case 'open':
      return { zh: `本年度应于${dateInChinese(due)}前更新`, en: `to be renewed by ${due}` };
    case 'late':
      return { zh: `本年度应于${dateInChinese(due)}前更新，已逾期`, en: `was to be renewed by ${due}: late` };
    default:
      return never(state);
  }
}

/** What a figure counts, as printed under it. */
export function wordsOfDefinition(figure: Figure): Words {
  const { numerator, denominator }: FigureDefinition = figures[figure];
  // Inspected items are counted out of those claimed (甘州 2023 二(三)2).
  const of = figure === 'items-finished' ? figures.implemented.denominator : denominator;
  return of === null ? numerator : { zh: `${numerator.zh} ÷ ${of.zh}`, en: `${numerator.en} ÷ ${of.en}` };
}

export function sayFigures({ on, activeFrom, departments, targets }: DepartmentFigures): readonly Words[] {
  return [
    { zh: `事项与执法人员（${dateInChinese(on)}）`, en: `Items and officers on ${on}` },
    ...departments.flatMap(({ department, name, figures: own }) => [
      { zh: `${name}（${department}）`, en: `${name} (${department})` },
      ...figureKeys.map((key) => sayFigure(key, own)),
    ]),
    { zh: '计算口径：', en: 'What is counted:' },
    ...figureKeys.map((key) => {
      const { name } = figures[key];
      const words = wordsOfDefinition(key);
      const since =
        key === 'officers-active' ? { zh: `，自 ${activeFrom} 起`, en: `, since ${activeFrom}` } : { zh: '', en: '' };
      return { zh: `  ${name.zh} = ${words.zh}${since.zh}`, en: `  ${name.en} = ${words.en}${since.en}` };
    }),
    ...targets.map(({ target: { value, source } }) => {
      const { zh, en } = wordsOfTarget(value);
      return {
        zh: `  要求：${zh}（${source.document} ${source.clause}）`,
        en: `  asked: ${en} (${source.document} ${source.clause})`,
      };
    }),
  ];
}

function sayFigure(key: FigureKey, own: FiguresOf): Words {
  const figure = own[key];
  const { zh, en } = wordsOfFigure(figure ?? { n: 0, of: 0, missing: [] });
  const missing = figure === null || figure.missing.length === 0 ? '' : some(figure.missing, '、');
  const rest = (figure?.missing.length ?? 0) > shown ? { zh: ' 等', en: ' …' } : { zh: '', en: '' };
  const { name } = figures[key];
  return {
    zh: `  ${name.zh} ${zh}${missing === '' ? '' : `，未达：${missing}${rest.zh}`}`,
    en: `  ${name.en}: ${en}${missing === '' ? '' : `; missing: ${missing}${rest.en}`}`,
  };
}

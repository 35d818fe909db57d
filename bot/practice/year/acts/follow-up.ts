/** 后续处置: every finding is dealt with until it is closed, each kind in its own way; what is handed over is signed for and answered. */
import { addDays } from '../../../../core/calendar.ts';
import { answerTo, done, fieldOf, listIn, must, textIn } from '../told.ts';
import type { Act, Year } from '../year.ts';
import { liaison, members, nameOf, shortOf } from './consult.ts';

export interface Case {
  readonly id: string;
  /** 检查编号 */
  readonly no: string;
  /** Name of the item. */
  readonly item: string;
  readonly department: string;
  readonly code: string;
  readonly handling: string;
  readonly state: string;
  readonly subject: string;
  readonly task: string;
  readonly owed: readonly string[];
  readonly transfers: readonly string[];
  readonly degree: string;
  /** How many penalties were decided. */
  readonly decisions: number;
}

export const casesOf = (year: Year): Promise<readonly Case[]> =>
  answerTo(year, 'o1', ['follow-up', 'list'], (value) =>
    listIn(value).map((each) => ({
      id: textIn(each, 'id'),
      no: textIn(each, 'no'),
      item: textIn(fieldOf(each, 'item'), 'name'),
      department: textIn(each, 'department'),
      code: textIn(each, 'code'),
      handling: textIn(fieldOf(each, 'entry'), 'handling'),
      state: textIn(each, 'state'),
      subject: textIn(fieldOf(each, 'subject'), 'key').split(':').at(-1) ?? '',
      task:
        String(listIn(fieldOf(each, 'tasks'))[0] ?? '')
          .split('/')
          .at(-1) ?? '',
      owed: listIn(fieldOf(each, 'owed')).map((step) => textIn(step, 'kind')),
      transfers: listIn(fieldOf(each, 'transfers')).map((transfer) => textIn(transfer, 'seq')),
      degree: textIn(fieldOf(each, 'entry'), 'degree'),
      decisions: listIn(fieldOf(each, 'decisions')).length,
    })),
  );

export const openCases = async (year: Year): Promise<readonly Case[]> =>
  (await casesOf(year)).filter(({ state }) => state !== 'closed');

/** The first steps: guidance, reminders before a listing, what belongs to others handed over, signs of an offence passed to the unit that handles cases. */
export const beginFollowUp: Act = async (year) => {
  const today = year.now().slice(0, 10);
  for (const held of await openCases(year)) {
    const { id, department, code, handling } = held;
    const as = `l-${department}`;
    const who = `${shortOf(year, department)}联络员`;
    if (code === 'unreachable') {
      const until = addDays(today, 20);
      const words = '请于期限内到登记机关办理住所变更登记或说明情况，逾期依法列入经营异常名录。';
      const said = await act(year, as, 'remind-listing', id, until, '短信、电话', '--words', words);
      year.say.did(year.now(), who, '列异事前提醒（命令行）', said);
    } else if (handling === 'to-department') {
      const said = await act(year, as, 'transfer', id, receiverOf(department), '疏散通道堆放货物，属其他部门管辖');
      year.say.did(year.now(), who, `移交${shortOf(year, receiverOf(department))}（命令行）`, said);
    } else if (handling === 'to-case') {
      const more = ['--unit', '综合执法大队'];
      const said = await act(year, as, 'transfer', id, department, '销售超过有效期产品，移送办案机构', ...more);
      year.say.did(year.now(), who, '移送本单位办案机构（命令行）', said);
    } else {
      const said = await act(year, as, 'guidance', id, '请完善进货查验记录，对照辅导要点自查。', '--on', today);
      year.say.did(year.now(), who, '出具整改辅导单（命令行）', said);
    }
  }
  await told(year);
};

/** An option that takes several stands last of all, or it would take the arguments too. */
const act = (year: Year, as: string, name: string, id: string, ...args: readonly string[]): Promise<string> =>
  done(year, as, 'follow-up', name, ...args, '--case', id);

/** What was handed over is signed for by the receiver. */
export const receiveTransfers: Act = async (year) => {
  for (const { department, handling, transfers, owed } of await openCases(year)) {
    const [transfer] = transfers;
    if (transfer === undefined || !owed.includes('receive')) continue;
    const receiver = receiverOf(department);
    // Whoever hands over cannot sign for it: the unit that handles cases has a liaison of its own.
    const as = handling === 'to-department' ? `l-${receiver}` : caseUnit(department);
    const signed = await year.mingchou(as, 'follow-up', 'receive', transfer);
    year.say.did(year.now(), `${shortOf(year, as.slice(2))}联络员`, '签收移交（命令行）', signed.out || signed.err);
  }
};

const told = async (year: Year): Promise<void> => {
  year.say.note(`［后续处置］\n${await done(year, 'o1', 'follow-up', 'figures')}`);
};

/** One department's liaison records what was looked at again in the chat: all of its own at once. */
export const checkedInChat: Act = async (year) => {
  const held = (await openCases(year)).find(({ handling }) => handling === 'order-correction');
  if (held === undefined) return;
  const person = liaison(year, held.department);
  const opened = await person.command('/followup');
  const own = (await openCases(year)).filter(
    ({ handling, department }) => handling === 'order-correction' && department === held.department,
  );
  const chosen = own.flatMap(
    ({ no, item }) =>
      opened.form?.fields[0]?.options.filter((option) => option.startsWith(`${no} ${item.slice(0, 14)}`)) ?? [],
  );
  await person.fill({ 哪些问题: chosen, 怎样处置: '整改复查' }).submit();
  const shown = await person
    .fill({ 复查结果: '已整改', '复查情况（未整改到位的必填）': '进货查验记录已补齐' })
    .submit();
  await person.close();
  const said = must('整改复查', shown, '已登记');
  for (const { id } of own) year.kept.set(`checked/${id}`, true);
  year.say.did(year.now(), `${shortOf(year, held.department)}联络员`, '整改复查：已改正（群内表单）', said);
};

/** After the days that were given: corrections looked at again, penalties decided, results told, everything closed. */
export const endFollowUp: Act = async (year) => {
  const today = year.now().slice(0, 10);
  for (const held of await openCases(year)) {
    if (year.kept.has(`checked/${held.id}`)) continue;
    for (const step of stepsOf(year, held, today)) {
      const { exit, out, err } = await year.mingchou(step.as(held.department), ...step.args);
      year.say.did(
        year.now(),
        shortOf(year, held.department),
        `${step.what}（命令行）`,
        exit === 0 ? out : `未办成：${err}`,
      );
    }
  }
  for (const code of members(year)) {
    if (!(await openCases(year)).some(({ department }) => department === code)) continue;
    const { out, err } = await year.mingchou(`l-${code}`, 'follow-up', 'close', '--all');
    year.say.did(year.now(), `${shortOf(year, code)}联络员`, '办结（命令行）', out || err);
  }
  await told(year);
};

/** 清市监罚〔2025〕2703号: by visit and item, so that no two decisions have the same. */
function numberOf(year: Year, id: string, today: string): string {
  const [, visit = '', department = '', item = ''] = id.split('/');
  const series =
    seriesNames.get(department) ??
    nameOf(year, department)
      .replace(/^清漪县/, '')
      .slice(0, 2);
  return `清${series}罚〔${today.slice(0, 4)}〕${visit}${item.slice(-2)}号`;
}

/** 机关代字, where it is not how the name begins. */
const seriesNames: ReadonlyMap<string, string> = new Map([
  ['scjg', '市监'],
  ['wj', '卫健'],
  ['zj', '住建'],
  ['yj', '应急'],
  ['sthj', '环'],
  ['wl', '文旅'],
  ['nyj', '农'],
  ['rs', '人社'],
  ['yb', '医保'],
  ['cg', '城管'],
]);

interface StepTo {
  readonly what: string;
  readonly as: (department: string) => string;
  readonly args: readonly string[];
}

/** Whom an obstructed exit concerns; the fire brigade hands its own on to work safety. */
const receiverOf = (department: string): string => (department === 'xf' ? 'yj' : 'xf');

export const caseUnit = (department: string): string => `c-${department}`;
const byLiaison = (department: string): string => `l-${department}`;

function stepsOf(
  year: Year,
  { id, code, handling, subject, task, transfers, department }: Case,
  today: string,
): readonly StepTo[] {
  const [transfer] = transfers;
  if (code === 'unreachable')
    return [
      {
        what: '提醒期满，列入经营异常名录',
        as: (of) => `h-${of}`,
        args: [
          ...['follow-up', 'list-abnormal', `清市监异列〔${today.slice(0, 4)}〕1号`, '--case', id, '--on', today],
          ...['--considered', '已电话、短信、邻里走访提醒，未回应'],
        ],
      },
    ];
  if (handling === 'to-department')
    return transfer === undefined
      ? []
      : [
          {
            what: '反馈移交办理结果',
            as: () => `l-${receiverOf(department)}`,
            args: [
              'follow-up',
              'return',
              transfer,
              'corrected',
              '--on',
              today,
              '--words',
              '已责令改正，疏散通道已清理',
            ],
          },
        ];
  if (handling === 'to-case') {
    const number = numberOf(year, id, today);
    return [
      {
        what: '作出行政处罚决定，同时出具整改辅导单',
        as: byLiaison,
        args: [
          ...['follow-up', 'penalty', number, '--case', id, '--on', today, '--subject', subject, '--task', task],
          ...['--guidance', '建立临期产品清查制度', '--repair-from', addDays(today, 90), '--degree', 'major'],
        ],
      },
      ...(transfer === undefined
        ? []
        : [
            {
              what: '办案机构反馈结果',
              as: caseUnit,
              args: ['follow-up', 'return', transfer, 'penalised', '--on', today, '--number', number],
            },
          ]),
      {
        what: '“一书一函”一并送达',
        as: byLiaison,
        args: ['follow-up', 'letter', number, '--case', id, '--on', today, '--receipt', '送达回证（当面签收）'],
      },
    ];
  }
  return [
    {
      what: '整改复查：已改正',
      as: byLiaison,
      args: ['follow-up', 'check', 'corrected', '--case', id, '--on', today, '--words', '进货查验记录已补齐'],
    },
  ];
}

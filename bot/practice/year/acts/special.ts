/** What becomes of some findings only: lenience by a registered list, a crime referred, joint punishment, credit repaired and its notice ended. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { answerTo, done, fieldOf, listIn, NotSo, textIn } from '../told.ts';
import type { Act, Year } from '../year.ts';
import { shortOf } from './consult.ts';
import { type Case, casesOf, caseUnit, openCases } from './follow-up.ts';
import { paper } from './papers.ts';
import { visitsOf } from './visits.ts';

const tell = (year: Year, who: string, what: string, said: string): void =>
  year.say.did(year.now(), who, `${what}（命令行）`, said);

async function caseFor(year: Year, what: string, fits: (held: Case) => boolean): Promise<Case> {
  const cases = await openCases(year);
  const found = cases.find(fits);
  if (found === undefined)
    throw new NotSo(what, cases.map(({ id, code, handling }) => `${id} ${code} ${handling}`).join('\n'));
  return found;
}

/** 四张清单: the office registers them for all. @param parts list=entry */
export const leniencyKept =
  (from: string, ...parts: readonly string[]): Act =>
  async (year) => {
    const file = join(year.out, '包容审慎监管执法四张清单.txt');
    writeFileSync(file, `${parts.join('\n')}\n`);
    const said = await done(
      year,
      'o1',
      ...['list', 'keep', 'leniency', file, '--department', 'lxb', '--in-force', from],
      ...parts.flatMap((part) => ['--part', part]),
    );
    tell(year, '联席办综合组', '登记包容审慎监管执法“四张清单”', said);
  };

/** What was put right at once is not penalised, by the list's entry; the head decides. */
export const lenient =
  (list: string, entry: string): Act =>
  async (year) => {
    const { id, department } = await caseFor(
      year,
      '适用从宽清单',
      ({ handling, degree }) => handling === 'order-correction' && degree !== 'major',
    );
    const words = ['--words', '首次发生，当场改正，没有危害后果'];
    const said = await done(year, `h-${department}`, 'follow-up', 'leniency', list, entry, '--case', id, ...words);
    tell(year, `${shortOf(year, department)}负责人`, `适用从宽清单：${entry}`, said);
  };

/** The unit that handles the case finds an offence: it is referred, answered and closed, and no fine takes its place. */
export const crimeReferred: Act = async (year) => {
  const today = year.now().slice(0, 10);
  const held = await caseFor(
    year,
    '涉嫌犯罪移送',
    ({ handling, transfers }) => handling === 'to-case' && transfers.length > 0,
  );
  const { id, department } = held;
  const [transfer = ''] = held.transfers;
  const suspected = ['--on', today, '--words', '货值较大，涉嫌销售伪劣产品'];
  tell(
    year,
    `${shortOf(year, department)}办案机构`,
    '反馈：涉嫌犯罪',
    await done(year, caseUnit(department), 'follow-up', 'return', transfer, 'suspected-crime', ...suspected),
  );
  tell(
    year,
    `${shortOf(year, department)}负责人`,
    '移送公安机关',
    await done(
      year,
      `h-${department}`,
      ...['follow-up', 'refer-crime', '清漪县公安局', '涉嫌销售伪劣产品，随案移送证据', '--case', id, '--on', today],
    ),
  );
  const receipt = `清公受案字〔${today.slice(0, 4)}〕12号`;
  const liaison = `${shortOf(year, department)}联络员`;
  tell(
    year,
    liaison,
    '登记公安机关受案回执',
    await done(year, `l-${department}`, 'follow-up', 'answer-crime', 'accepted', receipt, '--case', id, '--on', today),
  );
  tell(year, liaison, '办结', await done(year, `l-${department}`, 'follow-up', 'close', '--case', id));
  year.kept.set('crime', id);
};

/** 涉嫌犯罪案件移送书 of what was referred. */
export const crimePaper: Act = async (year) => {
  const id = String(year.kept.get('crime') ?? '');
  await paper('crime-referral', id, { as: `l-${id.split('/')[2] ?? ''}` })(year);
};

/** @param told departments, by code */
export const jointlyPunished =
  (field: string, basis: string, told: string): Act =>
  async (year) => {
    const today = year.now().slice(0, 10);
    const grave = (await openCases(year)).find(({ degree }) => degree === 'major');
    const { id, department } = grave ?? (await caseFor(year, '联合惩戒', ({ degree }) => degree === 'ordinary'));
    const until = `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`;
    const span = ['--basis', basis, '--from', today, '--to', until, '--told', told];
    const said = await done(year, `l-${department}`, 'follow-up', 'joint', field, '--case', id, ...span);
    tell(year, `${shortOf(year, department)}联络员`, `登记联合惩戒：${field}`, said);
  };

/** Each decision whose time has come: applied for, granted, carried out online; then what is public of it ends. */
export const creditRepaired =
  (book: string): Act =>
  async (year) => {
    const today = year.now().slice(0, 10);
    const decided = (await casesOf(year)).filter(({ decisions }) => decisions > 0);
    if (decided.length === 0) throw new NotSo('信用修复', '没有行政处罚决定');
    for (const { id, department } of decided) {
      const said: string[] = [];
      for (const step of ['applied', 'granted', 'carried-out'])
        said.push(
          await done(year, `l-${department}`, 'follow-up', 'repair', step, '--case', id, '--on', today, '--online'),
        );
      tell(year, `${shortOf(year, department)}联络员`, '信用修复：受理、准予、办结（网上）', said.at(-1) ?? '');
    }
    for (const code of new Set(decided.map(({ department }) => department)))
      tell(
        year,
        `${shortOf(year, code)}联络员`,
        '停止公示已修复的信息',
        await done(year, `l-${code}`, 'notice', 'end-repaired', book),
      );
  };

/** Each decision is made public where the document wants it, and is on record as such. */
export const penaltiesPublished =
  (channel: string): Act =>
  async (year) => {
    const decided = await answerTo(year, 'o1', ['follow-up', 'list'], (value) =>
      listIn(value).flatMap((each) =>
        listIn(fieldOf(each, 'decisions')).map((decision) => ({
          department: textIn(each, 'department'),
          number: textIn(decision, 'number'),
        })),
      ),
    );
    for (const { department, number } of decided) {
      const where = ['行政处罚决定', channel, 'https://example.invalid/penalties', '--number', number];
      const said = await done(year, `l-${department}`, 'notice', 'matter', 'penalty', ...where);
      tell(year, `${shortOf(year, department)}联络员`, `登记行政处罚信息归集 ${number}`, said);
    }
  };

/** An enterprise of which the department found something: a class higher of risk is suggested, and answered by whose classification it is. */
export const classSuggested =
  (by: string, scheme: string, to: string, keeper: string): Act =>
  async (year) => {
    const found = (await casesOf(year)).find(({ department, subject }) => department === by && subject !== '');
    if (found === undefined) throw new NotSo('建议调整分类', `${by}没有发现问题`);
    const said = await done(
      year,
      `l-${by}`,
      'risk',
      'class',
      found.subject,
      scheme,
      to,
      '检查发现问题，建议提高分类等级',
    );
    tell(year, `${shortOf(year, by)}联络员`, '建议调整分类', said);
    const no = /第 (\d+) 号/.exec(said)?.[1] ?? '';
    const answered = await done(year, keeper, 'risk', 'answer-class', no, 'accept', '同意，下次更新名录时调整');
    tell(
      year,
      keeper.startsWith('l-') ? `${shortOf(year, keeper.slice(2))}联络员` : '联席办综合组',
      '同意调整分类',
      answered,
    );
  };

/** One reviewed outcome is kept back on a ground before the rest is published; the head decides. */
export const withheld =
  (book: string, code: string, ground: string, words: string): Act =>
  async (year) => {
    const id = await answerTo(year, 'o1', ['notice', 'list', book], (value) => {
      const own = listIn(fieldOf(value, 'publications')).filter((each) => textIn(each, 'department') === code);
      const rows = own.flatMap((each) => listIn(fieldOf(each, 'rows')));
      const row = rows.find((each) => fieldOf(each, 'passed') === true && textIn(each, 'counted') === 'not-public');
      return textIn(row, 'id');
    });
    if (id === '') throw new NotSo('不予公开', `${code}在 ${book} 没有待公示的检查结果`);
    const said = await done(year, `h-${code}`, 'notice', 'withhold', ground, words, id);
    tell(year, `${shortOf(year, code)}负责人`, `决定一项检查结果不予公开：${words}`, said);
  };

/** By telephone, of the first visit of the department: asked how the check went. */
export const revisited =
  (code: string, words: string): Act =>
  async (year) => {
    const visit = (await visitsOf(year, '1')).find(({ departments }) => departments.includes(code));
    if (visit === undefined) throw new NotSo('抽查回访', `${code}没有检查`);
    const on = ['--on', year.now().slice(0, 10), '--words', words];
    const said = await done(year, `l-${code}`, 'follow-up', 'revisit', visit.no, 'telephone', ...on);
    tell(year, `${shortOf(year, code)}联络员`, '电话回访', said);
  };

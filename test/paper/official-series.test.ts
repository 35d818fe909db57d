/** 发文字号、联合发文: under whose number and in whose name the office's papers go out, as the document in force says. */
import { describe, expect, it } from 'vitest';
import { officialDocx } from '../../bot/paper/official/docx.ts';
import type { Disclosure } from '../../bot/paper/official/official-paper.ts';
import { paperKinds, papers } from '../../bot/paper/official/papers.ts';
import { issueBulletin } from '../../bot/verbs/bulletin/issue-bulletin.ts';
import { drawUp, issuePaper } from '../../bot/verbs/paper/issue-paper.ts';
import { areaOf } from '../../bot/verbs/paper/own-area.ts';
import { adoptPolicy } from '../../bot/verbs/registry/adopt-policy.ts';
import { importList } from '../../bot/verbs/registry/import-list.ts';
import { fill, formOf, said, type } from '../chat/acting.ts';
import { runProgram } from '../cli/program.ts';
import { freshDesk, people, type TestDesk, value } from '../desk.ts';
import { expectRefused } from '../drawn-desk.ts';
import { csv } from '../verbs/make.ts';
import { lines } from './docx-parts.ts';

const departments = csv(
  ['单位代码', '单位名称', '单位类别', '行政执法主体资格', '加入日期', '法治审核'],
  ['office', '清漪县联席会议办公室', '联席会议办公室', '否', '2020-01-01', '否'],
  ['scjg', '清漪县市场监督管理局', '成员单位', '是', '2020-01-01', '否'],
  ['sfj', '清漪县司法局', '成员单位', '否', '2020-01-01', '是'],
);

/** @param office where its name says of which area it is */
async function deskUnder(policy: string, now: string, office?: string): Promise<TestDesk> {
  const desk = { ...(await freshDesk(undefined, now)), ...(office === undefined ? {} : { office }) };
  value(await adoptPolicy(desk, people.office, policy));
  value(await importList(desk, people.office, { bytes: departments, file: 'departments.csv' }));
  return desk;
}

const paperOf = async (desk: TestDesk, period: string) => {
  value(await issueBulletin(desk, people.office, { period }));
  return value(await issuePaper(desk, people.office, { kind: 'bulletin', about: period, series: '' }));
};

describe('the office’s papers', () => {
  it('S4-01: continue the number series of the document that is carried out, each number once', async () => {
    const desk = await deskUnder('ganzhou-2023', '2023-07-03T01:00:00.000Z');
    const first = await paperOf(desk, '2023-2');
    expect(first.number).toBe('甘州联办发〔2023〕2号');
    desk.setNow('2023-10-09T01:00:00.000Z');
    expect((await paperOf(desk, '2023-3')).number).toBe('甘州联办发〔2023〕3号');
  });

  it('S4-01: of a county that carries out its city’s document speak for the county: no number series, seal, area or addressee of the city', async () => {
    const desk = await deskUnder('sanming-2025', '2025-07-03T01:00:00.000Z', '清漪县联席会议办公室');
    value(await issueBulletin(desk, people.office, { period: '2025-2' }));
    const asked = { kind: 'bulletin', about: '2025-2' };
    expect(value(await drawUp(desk, people.office, { ...asked, series: '' })).paper.series).toBe('');
    expectRefused(await issuePaper(desk, people.office, { ...asked, series: '' }), 'paper', { reason: 'no-series' });
    const { paper, number } = value(await issuePaper(desk, people.office, { ...asked, series: '清双随机' }));
    expect(number).toBe('清双随机〔2025〕1号');
    expect(paper.issuers.map(({ standIn }) => standIn)).toEqual([null]);
    expect(lines(await officialDocx(paper)).join('\n')).not.toContain('三明市');
    expect(areaOf('张掖市甘州区“双随机、一公开”联席会议办公室')).toBe('张掖市甘州区');
    expect([areaOf('松岭市市场监督管理局'), areaOf('联席会议办公室')]).toEqual(['松岭市', '']);
  });

  it('S4-01: a bulletin takes its number in the chat and from the command line alike, and bears the day on which it was issued', async () => {
    const desk = await deskUnder('ganzhou-2023', '2023-07-03T01:00:00.000Z');
    value(await issueBulletin(desk, people.office, { period: '2023-2' }));
    desk.setNow('2023-07-20T01:00:00.000Z');
    const form = formOf(await type(desk, people.office, 'paper', '制作 通报 2023-2'));
    expect(said(await fill(desk, people.office, form, { as: 'number' }))).toContain('已签发甘州联办发〔2023〕2号');
    expect(said(await type(desk, people.office, 'paper', '列表'))).toMatch(
      /甘州联办发〔2023〕2号《[^》]+》，2023年7月3日/,
    );
    const again = await runProgram(desk.folder, ['paper', '通报', '2023-2', '--number', '--as', people.office.person], {
      MINGCHOU_DB: desk.database,
    });
    expect(again).toMatchObject({ exit: 0 });
    expect(again.out).toContain('仍为甘州联办发〔2023〕2号');
  });

  it('S1-03: carry one disclosure attribute each; what is 主动公开 are the plan and the record of the draw, which the public site has', async () => {
    const active = paperKinds.filter((kind) => papers[kind].disclosure === 'active');
    expect(active).toEqual(['plan', 'draw-record']);
    const desk = await deskUnder('ganzhou-2023', '2023-07-03T01:00:00.000Z');
    const { paper } = await paperOf(desk, '2023-2');
    const marks = async (disclosure: Disclosure) =>
      lines(await officialDocx({ ...paper, disclosure })).filter((each) => each.startsWith('（此件'));
    expect(paper.disclosure).toBe('on-request');
    expect(await marks(paper.disclosure)).toEqual(['（此件依申请公开）']);
    expect([await marks('active'), await marks('none')]).toEqual([['（此件主动公开）'], ['（此件不予公开）']]);
  });

  it('S3-74: a report on how the plan is carried out goes out in the names of 联席办 and 司法局, for any day up to which it is asked', async () => {
    const desk = await deskUnder('wannian-2022', '2023-09-01T01:00:00.000Z');
    expectRefused(await issueBulletin(desk, people.office, { period: '2023-09-30' }), 'bulletin', {
      reason: 'not-over',
    });
    for (const day of ['2023-06-30', '2023-08-31']) {
      const { paper } = await paperOf(desk, day);
      expect([day, paper.issuers.length]).toEqual([day, 2]);
      expect(paper.issuers[1]?.name).toContain('司法局');
      const said = lines(await officialDocx(paper)).join('\n');
      for (const { name } of paper.issuers) expect(said).toContain(name);
    }
  });
});

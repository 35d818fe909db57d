/** 发文字号、联合发文: under whose number and in whose name the office's papers go out, as the document in force says. */
import { describe, expect, it } from 'vitest';
import { officialDocx } from '../../bot/paper/official/docx.ts';
import type { Disclosure } from '../../bot/paper/official/official-paper.ts';
import { paperKinds, papers } from '../../bot/paper/official/papers.ts';
import { issueBulletin } from '../../bot/verbs/bulletin/issue-bulletin.ts';
import { issuePaper } from '../../bot/verbs/paper/issue-paper.ts';
import { adoptPolicy } from '../../bot/verbs/registry/adopt-policy.ts';
import { importList } from '../../bot/verbs/registry/import-list.ts';
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

async function deskUnder(policy: string, now: string): Promise<TestDesk> {
  const desk = await freshDesk(undefined, now);
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

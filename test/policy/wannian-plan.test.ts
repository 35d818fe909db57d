import { describe, expect, it } from 'vitest';
import { owedOf, platformOf, publicationsOf, reviewersOf } from '../../core/policy/ask.ts';
import { dueDays } from '../../core/policy/due.ts';
import { chineseCalendar } from '../../core/policy/holidays.ts';
import { bulletinsOf, targetsOf } from '../../core/policy/measure.ts';
import type { Policy } from '../../core/policy/shape.ts';
import { wannian2022 } from '../../core/policy/wannian-2022.ts';
import { said } from './tables.ts';

const wannian: Policy = wannian2022;
const ON = '2023-05-01';
const calendar = chineseCalendar();
const firstYear = { year: 2023, from: '2022-08-10', to: '2023-12-31' };

describe('万年 2022：计划、审查、时限', () => {
  it('S3-36 S3-38 S3-47 每年 3 月底前更新人员库、报备联合清单、录入计划；S3-07 2022 年底全覆盖', () => {
    const due = dueDays(wannian, firstYear, calendar).filter(({ state }) => state === 'binding');
    expect(due).toMatchObject([
      {
        deadline: { key: 'mechanism-coverage', by: ['member'], to: [], binding: 'firm' },
        due: '2022-12-31',
        remind: { date: '2022-12-30' },
        source: { clause: '二' },
      },
      {
        deadline: { key: 'joint-inspectors-renewed', by: ['office'], to: [], binding: 'firm' },
        due: '2023-03-31',
        source: { clause: '三(一)2' },
      },
      {
        deadline: { key: 'joint-items-filed', by: ['member'], to: ['office', 'legal'], binding: 'firm' },
        due: '2023-03-31',
        source: { clause: '三(一)3' },
      },
      {
        deadline: { key: 'plans-registered', by: ['member'], to: [], binding: 'firm' },
        due: '2023-03-31',
        source: { clause: '三(二)2' },
      },
    ]);
    expect(wannian.deadlines).toHaveLength(4);
  });

  it('S3-50 联席办审核抽查比例、检查频次、是否重复检查；S3-51 司法局审核合法性', () => {
    expect(reviewersOf(wannian, ON).map(said)).toEqual([
      [{ by: 'office', points: ['share', 'frequency', 'repetition'] }, '三(二)3'],
      [{ by: 'legal', points: ['legality'] }, '三(二)3'],
    ]);
  });

  it('S3-32 执法检查人员名录库包括三种人', () => {
    expect(wannian.inspectorKinds?.value).toEqual(['civil-servant', 'qualified', 'daily']);
  });

  it('S3-34 检测机构、科研院所、专家学者在人数满足后参与', () => {
    expect(wannian.assistants?.value).toEqual(['检测机构', '科研院所', '专家学者']);
  });

  it('S3-46 S3-57 计划和结果以江西省行政执法监督平台为准，抽取不在平台', () => {
    const name = '江西省“双随机、一公开”行政执法监督平台';
    expect(said(platformOf(wannian, 'plan', ON))).toEqual([name, '三(二)2']);
    expect(said(platformOf(wannian, 'outcomes', ON))).toEqual([name, '三(三)2']);
    expect(platformOf(wannian, 'subjects', ON)).toBeNull();
    expect(platformOf(wannian, 'inspectors', ON)).toBeNull();
  });

  it('S3-58 结果同步归集至国家企业信用信息公示系统和全国信用信息共享平台，两处都要', () => {
    expect(publicationsOf(wannian, 'outcome', ON).map(said)).toEqual([
      [
        {
          what: 'outcome',
          channels: ['江西省“双随机、一公开”行政执法监督平台', '国家企业信用信息公示系统', '全国信用信息共享平台'],
          each: 'all',
        },
        '三(三)2',
      ],
    ]);
  });

  it('S3-75 门户网站公示投诉举报电话，S3-76 查处结果向社会公开', () => {
    expect(publicationsOf(wannian, 'complaint-telephone', ON).map(({ value }) => value)).toEqual([
      { what: 'complaint-telephone', channels: ['门户网站'], each: 'all' },
    ]);
    expect(publicationsOf(wannian, 'complaint-result', ON).map(({ value }) => value)).toEqual([
      { what: 'complaint-result', channels: [], each: 'any' },
    ]);
  });

  it('S3-45 每个监管事项至少制定并完成一个计划；S3-07 监管全覆盖', () => {
    expect(targetsOf(wannian, ON).map(said)).toEqual([
      [{ figure: 'departments-drawing', goal: { kind: 'all' } }, '二'],
      [{ figure: 'items-finished', goal: { kind: 'all' } }, '三(二)2'],
    ]);
  });

  it('S3-74 联席办和司法局督查，常态化通报', () => {
    expect(wannian.supervisors?.value).toEqual(['office', 'legal']);
    expect(bulletinsOf(wannian, ON).map(({ value }) => value)).toEqual([{ every: 'regular', by: ['office', 'legal'] }]);
  });

  it.each([
    ['S3-67', 'inspectors', 'member', []],
    ['S3-09', 'subjects', 'office', []],
    ['S3-35', 'joint-inspectors', 'office', []],
    ['S3-67', 'items', 'member', []],
    ['S3-38', 'joint-items', 'member', ['office', 'legal']],
    ['S3-64', 'exemption', 'member', []],
    ['S3-67', 'method', 'member', []],
  ] as const)('%s %s 由 %s 建立', (_id, list, by, to) => {
    expect(owedOf(wannian, list, ON).map(({ value }) => value)).toEqual([{ list, by: [by], to, elements: [] }]);
  });
});

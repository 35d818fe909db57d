/** 随机抽取情况记录表 (福安 2018 二(二)1), the same value as the printed form of the ceremony, in the layout of the other papers. */
import type { RecordValue } from '../record-value.ts';
import { custodyWords, day, moment, shareWords, span, stateWords } from '../words.ts';
import {
  type Block,
  caption,
  type Imprint,
  label,
  type OfficialPaper,
  paperOf,
  signHere,
  value,
} from './official-paper.ts';

export function drawRecord(record: RecordValue, imprint: Imprint): OfficialPaper {
  return paperOf(imprint, {
    format: 'form',
    date: null,
    title: '随机抽取情况记录表',
    blocks: [
      general(record),
      caption('一、检查对象抽取情况'),
      drawn(record),
      caption('二、未纳入抽取的对象和人员匹配情况'),
      matched(record),
      caption('三、随机数的来源'),
      chance(record),
      caption('四、核验信息和签字'),
      evidence(record),
    ],
  });
}

const general = (record: RecordValue): Block => ({
  kind: 'form',
  widths: [20, 34, 18, 28],
  rows: [
    {
      cells: [
        label('抽取编号'),
        value(`第${record.ceremony}次抽取${record.annulled === null ? '' : `（已作废：${record.annulled.order}）`}`),
        label('抽查计划'),
        value(record.plan),
      ],
    },
    { cells: [label('组织单位'), value(record.office, 3)] },
    { cells: [label('抽查依据'), value(record.policy, 3)] },
    { cells: [label('抽取时间'), value(moment(record.openedAt)), label('抽取地点'), value(record.place)] },
    { cells: [label('名单锁定时间'), value(moment(record.frozenAt)), label('抽取方式'), value(record.way)] },
    {
      cells: [
        label('抽取库总户数'),
        value(`${record.roster}户（截至${day(record.snapshot)}）`),
        label('检查实施期'),
        value(span(record.window.from, record.window.to)),
      ],
    },
  ],
});

const drawn = ({ tasks }: RecordValue): Block => ({
  kind: 'table',
  merged: true,
  columns: [
    { title: '抽查任务', width: 34 },
    { title: '类别', width: 8, align: 'center' },
    { title: '库内', width: 8, align: 'right' },
    { title: '可抽', width: 8, align: 'right' },
    { title: '抽取比例', width: 22, align: 'center' },
    { title: '应抽', width: 8, align: 'right' },
    { title: '实抽', width: 8, align: 'right' },
    { title: '跳过', width: 8, align: 'right' },
  ],
  rows: tasks.flatMap((task) =>
    task.tiers.map((tier) => [
      `${task.name}（${task.no}）\n牵头：${task.lead}${task.partners.length === 0 ? '' : `；配合：${task.partners.join('、')}`}`,
      tier.label,
      ...[tier.frame, tier.eligible].map(String),
      task.total === null ? shareWords(tier.share) : `共${task.total}户`,
      ...[tier.size, tier.drawn, tier.skipped].map(String),
    ]),
  ),
});

const matched = ({ excluded, merged }: RecordValue): Block => ({
  kind: 'form',
  widths: [24, 76],
  rows: [
    {
      cells: [
        label('未纳入抽取'),
        value(
          excluded.length === 0
            ? '无'
            : excluded.map(({ reason, households }) => `${reason}${households}户`).join('；'),
        ),
      ],
    },
    {
      cells: [
        label('合并后'),
        value(
          `${merged.households}户，检查${merged.visits}户次；检查岗位${merged.posts}个，由${merged.inspectors}名执法检查人员担任${merged.open === 0 ? '' : `，空缺${merged.open}个`}`,
        ),
      ],
    },
  ],
});

const chance = ({ participants, publicNumber: found }: RecordValue): Block => ({
  kind: 'form',
  widths: [24, 76],
  rows: [
    {
      cells: [
        label('参加人'),
        value(
          participants.map(
            ({ name, department, custody, state, kind }) =>
              `${name}${department === '' ? '' : `（${department}）`}：${kind === 'desk' ? '会务台' : custodyWords[custody]}，${stateWords[state]}`,
          ),
        ),
      ],
    },
    { cells: [label('公共数'), value(`${found.name}，${found.issue}：${found.number}（${moment(found.at)}）`)] },
    {
      cells: [
        label('录入人'),
        value(found.typists.map(({ name, department }) => `${name}（${department}）`).join('、')),
      ],
    },
  ],
});

const evidence = (record: RecordValue): Block => ({
  kind: 'form',
  widths: [24, 76],
  rows: [
    { cells: [label('待抽名单摘要'), value(record.manifestDigest)] },
    { cells: [label('抽取结果摘要'), value(record.root)] },
    { cells: [label('抽取记录摘要'), value(record.recordDigest)] },
    { cells: [label('台账校验点'), value(record.checkpoint.trim().split('\n'))] },
    { cells: [label('核验地址'), value(record.verifyAt)] },
    { cells: [label('照片、录像'), value(record.media.length === 0 ? '无' : record.media.join('、'))] },
    { cells: [label('抽取工作人员'), signHere('')], heightMm: 28 },
    { cells: [label('监督人员'), signHere('')], heightMm: 28 },
  ],
});

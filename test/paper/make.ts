/** One good value for each paper; a test changes one part of it. */
import type { Filed } from '../../bot/paper/file-list.ts';
import type { RecordValue } from '../../bot/paper/record-value.ts';
import type { ListHead, PaperVisit } from '../../bot/paper/visit.ts';

const hex = (digit: string): string => digit.repeat(64);

export const record: RecordValue = {
  ceremony: 7,
  office: '清漪县“双随机、一公开”联席会议办公室',
  policy: '明双随机〔2025〕1号',
  plan: '清双随机〔2025〕1号',
  way: '机选',
  place: '三楼会议室',
  frozenAt: '2025-07-01T01:30:00.000Z',
  openedAt: '2025-07-02T16:05:09.412Z',
  snapshot: '2025-06-17',
  window: { from: '2025-07-07', to: '2025-08-29' },
  discloseFrom: '2025-09-01',
  roster: 4730,
  tasks: [
    {
      no: '9907232025000101',
      name: '旅馆业联合抽查',
      lead: '清漪县公安局',
      partners: ['清漪县卫生健康局', '清漪县消防救援大队'],
      scheme: '通用型企业信用风险分类',
      total: null,
      tiers: [
        { label: 'A', share: { kind: 'spared' }, frame: 49, eligible: 47, size: 0, drawn: 0, skipped: 0 },
        {
          label: 'B',
          share: { kind: 'share', bp: 350, bound: 'exactly', atLeast: 0 },
          frame: 80,
          eligible: 77,
          size: 3,
          drawn: 3,
          skipped: 2,
        },
        {
          label: 'D',
          share: { kind: 'share', bp: 2000, bound: 'at-least', atLeast: 1 },
          frame: 8,
          eligible: 8,
          size: 2,
          drawn: 2,
          skipped: 0,
        },
      ],
    },
    {
      no: '9907232025000102',
      name: '特种设备使用单位抽查',
      lead: '清漪县市场监督管理局',
      partners: [],
      scheme: '',
      total: 40,
      tiers: [
        { label: 'B', share: { kind: 'spared' }, frame: 200, eligible: 190, size: 30, drawn: 30, skipped: 0 },
        { label: 'C', share: { kind: 'spared' }, frame: 70, eligible: 66, size: 10, drawn: 10, skipped: 0 },
      ],
    },
  ],
  excluded: [{ reason: '已注销', households: 184 }],
  merged: { households: 44, visits: 45, posts: 172, open: 1, inspectors: 96 },
  participants: [
    { name: '会务台', department: '联席会议办公室', custody: 'desk', kind: 'desk', state: 'opened' },
    { name: '王立清', department: '清漪县司法局', custody: 'own-page', kind: 'witness', state: 'opened' },
    { name: '陈海宁', department: '清漪县人大常委会', custody: 'own-page', kind: 'witness', state: 'absent' },
  ],
  publicNumber: {
    name: '双色球',
    issue: '2025075',
    number: '03 11 14 22 27 31',
    at: '2025-07-02T13:15:00.000Z',
    typists: [
      { name: '赵一舟', department: '清漪县公安局' },
      { name: '李青川', department: '清漪县民政局' },
    ],
    misreadings: [],
  },
  manifestDigest: hex('1'),
  commitmentsDigest: hex('2'),
  seed: null,
  root: hex('3'),
  recordDigest: hex('4'),
  checkpoint: `mingchou/ledger/1 清漪县联席办\n1284\n${hex('5')}\n`,
  verifyAt: 'https://mingchou.example/verify',
  media: ['现场.jpg'],
  annulled: null,
  seal: { lines: ['清漪县“双随机、一公开”', '联席会议办公室'], standIn: '清漪县市场监督管理局' },
  date: '2025-07-03',
};

export const head: ListHead = {
  office: record.office,
  ceremony: 7,
  plan: record.plan,
  recordDigest: record.recordDigest,
  date: '2025-07-03',
};

const police = {
  code: 'ga',
  name: '清漪县公安局',
  items: ['旅馆业治安管理检查'],
  inspectors: [
    { number: 'GA002', name: '林宁' },
    { number: 'GA001', name: '王伟' },
  ],
  open: 0,
};

export const visits: readonly PaperVisit[] = [
  {
    no: '7-0001',
    subject: { kind: 'reg15', number: '099072300012345', name: '清漪县临水宾馆', place: '城关市场监督管理所' },
    tasks: [
      { no: '9907232025000101', name: '旅馆业联合抽查' },
      { no: '9907232025000102', name: '特种设备使用单位抽查' },
    ],
    bodies: [
      police,
      {
        code: 'scjg',
        name: '清漪县市场监督管理局',
        items: ['住宿业明码标价检查', '特种设备使用登记和定期检验检查'],
        inspectors: [{ number: 'SCJG001', name: '王伯萍' }],
        open: 1,
      },
    ],
    window: record.window,
    method: 'on-site',
    batch: 1,
  },
  {
    no: '7-0002',
    subject: {
      kind: 'uscc',
      number: '91990723MA0093TL0A',
      name: '清漪县青石酒店有限公司',
      place: '青石市场监督管理所',
    },
    tasks: [{ no: '9907232025000101', name: '旅馆业联合抽查' }],
    bodies: [police],
    window: record.window,
    method: 'on-site',
    batch: 2,
  },
];

export const filed = (part: Filed['part'], name: string): Filed => ({ part, name, bytes: 12_345, sha256: hex('a') });

/** Names as strangers may type them. */
export const hostile = [
  `<script>alert(1)</script>`,
  `"><img src=x onerror=alert(1)>`,
  `' onmouseover='alert(1)`,
  `</style><style>td{display:none}`,
  `=HYPERLINK("http://evil.example","点我")`,
  `+1+cmd|' /C calc'!A0`,
  `@SUM(A1:A9)`,
  `甲\u202E司公限有\u202C`,
  `甲\u0000乙\u0008\uD800`,
] as const;

/**
 * Every official paper: its title, what it is about (how that is named), and who issues it. From which facts each is filled stands in
 * `bot/verbs/paper/sources.ts`; how it is laid out in the builders beside this file.
 */
import type { Words } from '../../../core/words.ts';
import type { Disclosure } from './official-paper.ts';

/** What a paper is about, with the way in which that is named. */
export const abouts = {
  consultation: { name: { zh: '征询编号', en: 'consultation' }, example: '2025-1' },
  invitation: { name: { zh: '会商编号', en: 'letter' }, example: '3' },
  plan: { name: { zh: '计划编号', en: 'plan' }, example: 'P-2025' },
  ceremony: { name: { zh: '抽取次序号', en: 'draw' }, example: '3' },
  task: { name: { zh: '计划编号/任务编号', en: 'plan and task' }, example: 'P-2025/T-01' },
  part: {
    name: { zh: '检查编号（其他单位的，加单位名称）', en: 'visit (of another body, with its name)' },
    example: '3-0012',
  },
  visit: { name: { zh: '检查编号', en: 'visit' }, example: '3-0012' },
  filing: { name: { zh: '备案编号', en: 'filing' }, example: '120' },
  recusal: { name: { zh: '回避申请编号', en: 'recusal' }, example: '85' },
  case: { name: { zh: '检查编号/事项', en: 'visit and item' }, example: '3-0012/SX0101' },
  transfer: { name: { zh: '移交编号', en: 'transfer' }, example: '210' },
  bulletin: { name: { zh: '通报期', en: 'bulletin' }, example: 'quarter/2025-2' },
  summary: { name: { zh: '报送期/部门代码', en: 'period and department' }, example: 'half-year-report/2025/scjg' },
} as const satisfies Record<string, { readonly name: Words; readonly example: string }>;
export type About = keyof typeof abouts;

export interface PaperKindOf {
  readonly title: Words;
  readonly about: About;
  readonly disclosure: Disclosure;
}

const paper = (about: About, disclosure: Disclosure, zh: string, en: string): PaperKindOf => ({
  title: { zh, en },
  about,
  disclosure,
});

export const papers = {
  'consultation-letter': paper('consultation', 'none', '征询函', 'letter of consultation'),
  'joint-letter': paper('invitation', 'none', '会商函', 'letter to partners'),
  'special-notice': paper('invitation', 'on-request', '组织实施通知', 'notice of a special inspection'),
  plan: paper('plan', 'active', '抽查计划', 'plan, with its table'),
  'draw-record': paper('ceremony', 'active', '随机抽取情况记录表', 'record of the draw'),
  'visit-scheme': paper('task', 'on-request', '联合检查实施方案', 'scheme of a joint visit'),
  'approval-form': paper('part', 'none', '行政检查审批表', 'approval of a visit'),
  'visit-notice': paper('part', 'none', '行政检查通知书', 'notice of a visit'),
  'record-sheet': paper('visit', 'none', '检查记录表', 'record sheet'),
  'outcome-notice': paper('part', 'none', '行政检查结果告知书', 'notice of the outcome'),
  filing: paper('filing', 'none', '备案表', 'filing of a check outside the draw'),
  'recusal-decision': paper('recusal', 'none', '回避决定书', 'decision on a recusal'),
  'listing-reminder': paper('case', 'none', '列异事前提醒书', 'reminder before listing'),
  'guidance-slip': paper('case', 'none', '整改辅导单', 'guidance slip'),
  'penalty-and-repair': paper('case', 'none', '一书一函', 'penalty notice and repair letter'),
  'transfer-record': paper('transfer', 'none', '案源移交记录', 'record of a transfer'),
  'transfer-letter': paper('transfer', 'none', '移送函', 'letter of a transfer'),
  'crime-referral': paper('case', 'none', '涉嫌犯罪案件移送书', 'referral of a suspected crime'),
  bulletin: paper('bulletin', 'on-request', '通报', 'bulletin'),
  summary: paper('summary', 'on-request', '小结（总结）', 'summary'),
} as const satisfies Record<string, PaperKindOf>;
export type PaperKind = keyof typeof papers;

const isKind = (name: string): name is PaperKind => Object.hasOwn(papers, name);
export const paperKinds: readonly PaperKind[] = Object.keys(papers).filter(isKind);

/** By its code or its Chinese title. */
export const paperNamed = (typed: string): PaperKind | null =>
  paperKinds.find((kind) => kind === typed.trim() || papers[kind].title.zh === typed.trim()) ?? null;

/** The roles that documents speak of, as people call them. */
import type { Party, ReviewPoint } from '../../core/policy/shape.ts';
import type { Words } from '../../core/words.ts';

export const partyWords = {
  office: { zh: '联席办', en: 'the office' },
  regulator: { zh: '市场监督管理局', en: 'the market regulator' },
  legal: { zh: '司法局', en: 'the justice bureau' },
  'reform-office': { zh: '审改办', en: 'the reform office' },
  member: { zh: '成员单位', en: 'members' },
  proposer: { zh: '提出单位', en: 'the proposer' },
  'county-office': { zh: '县（市、区）工作机制办公室', en: 'county offices' },
  lead: { zh: '牵头部门', en: 'the lead' },
  partner: { zh: '配合部门', en: 'partners' },
  competent: { zh: '行业主管部门', en: 'the competent department' },
  section: { zh: '股室', en: 'sections' },
  'market-section': { zh: '市场规范监管股', en: 'the market section' },
  head: { zh: '主要领导', en: 'the head' },
  township: { zh: '乡镇人民政府', en: 'townships' },
  'city-superior': { zh: '市级部门', en: 'the city' },
  'province-superior': { zh: '省级部门', en: 'the province' },
  court: { zh: '司法机关', en: 'the courts' },
} as const satisfies Record<Party, Words>;

export const pointWords = {
  share: { zh: '抽查比例', en: 'shares' },
  frequency: { zh: '抽查频次', en: 'frequency' },
  repetition: { zh: '重复检查', en: 'repetition' },
  legality: { zh: '合法性', en: 'legality' },
} as const satisfies Record<ReviewPoint, Words>;

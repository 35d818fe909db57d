/**
 * Terms of the review in both languages: methods, points of a review, kinds of subjects, grounds, parties.
 */
import type { Ground, Party, ReviewPoint } from '../../policy/shape.ts';
import type { Method } from '../../registry/item.ts';
import type { SubjectType } from '../../registry/subject.ts';
import type { Words } from '../../words.ts';

export const methodWords: { readonly [method in Method]: Words } = {
  'on-site': { zh: '实地检查', en: 'on site' },
  desk: { zh: '书面检查', en: 'at the desk' },
  online: { zh: '网络监测', en: 'online' },
};
export const pointWords: { readonly [point in ReviewPoint]: Words } = {
  share: { zh: '抽查比例', en: 'ratio' },
  frequency: { zh: '检查频次', en: 'frequency' },
  repetition: { zh: '重复检查', en: 'repetition' },
  legality: { zh: '合法性', en: 'legality' },
};
export const typeWords: { readonly [type in SubjectType]: Words } = {
  enterprise: { zh: '企业', en: 'enterprises' },
  'sole-trader': { zh: '个体工商户', en: 'sole traders' },
  cooperative: { zh: '农民专业合作社', en: 'cooperatives' },
  'foreign-office': { zh: '外企代表机构', en: 'foreign offices' },
  institution: { zh: '事业单位', en: 'institutions' },
  association: { zh: '社会组织', en: 'associations' },
  other: { zh: '其他对象', en: 'others' },
};
export const groundWords: { readonly [ground in Ground]: Words } = {
  complaint: { zh: '投诉举报', en: 'a complaint' },
  assigned: { zh: '上级交办', en: 'an order from above' },
  transferred: { zh: '外地移送', en: 'a transfer from elsewhere' },
  safety: { zh: '安全生产', en: 'work safety' },
  environment: { zh: '环境保护', en: 'the environment' },
  fire: { zh: '应急消防', en: 'fire and emergency' },
  'occupational-health': { zh: '职业卫生', en: 'occupational health' },
  emergency: { zh: '突发事件', en: 'an emergency' },
  other: { zh: '其他特殊情况', en: 'another ground in writing' },
};
export const partyWords: { readonly [party in Party]: Words } = {
  office: { zh: '联席办', en: 'the office' },
  regulator: { zh: '市场监管局', en: 'the market regulator' },
  legal: { zh: '司法局', en: 'the justice bureau' },
  'reform-office': { zh: '审改办', en: 'the reform office' },
  member: { zh: '成员单位', en: 'the member' },
  proposer: { zh: '提出单位', en: 'the proposing unit' },
  'county-office': { zh: '县级工作机制办公室', en: 'the county office' },
  lead: { zh: '牵头部门', en: 'the lead' },
  partner: { zh: '配合部门', en: 'the partner' },
  competent: { zh: '行业主管部门', en: 'the competent department' },
  section: { zh: '股室', en: 'the section' },
  'market-section': { zh: '市场规范监管股', en: 'the market regulation section' },
  head: { zh: '主要领导', en: 'the head' },
  township: { zh: '乡镇', en: 'the township' },
  'city-superior': { zh: '市级部门', en: 'the city department' },
  'province-superior': { zh: '省级部门', en: 'the provincial department' },
  court: { zh: '司法机关', en: 'the judicial organs' },
};

export const zhList = <T>(list: readonly T[], say: (one: T) => string) => list.map(say).join('、');
export const enList = <T>(list: readonly T[], say: (one: T) => string) => list.map(say).join(', ');
export const months = (list: readonly number[]): Words => ({
  zh: `${list.join('、')}月`,
  en: `month${list.length > 1 ? 's' : ''} ${list.join(', ')}`,
});

export const states = {
  unregistered: { zh: '未登记', en: 'unregistered' },
  sent: { zh: '已报送、待确认', en: 'sent and not confirmed' },
  differing: { zh: '与平台不一致', en: 'differing' },
} as const;

export const pointName = (point: string): Words =>
  Object.entries(pointWords).find(([key]) => key === point)?.[1] ?? { zh: point, en: point };

/** 检查对象名录库. Owners, representatives and telephone numbers in an input are left out: a draw needs none of them. */
import type { Subject, SubjectStatus, SubjectType } from '../registry/subject.ts';
import { keyText } from '../registry/subject.ts';
import { typeByCode } from '../registry/uscc.ts';
import { ok } from '../result.ts';
import { list, name, type Option, option, optional, orNull, words } from './field.ts';
import { subjectNumber } from './registry-field.ts';
import { defineSheet } from './sheet.ts';

const typeOptions: readonly Option<SubjectType>[] = [
  {
    value: 'enterprise',
    zh: '企业',
    also: [
      '公司',
      '企业法人',
      '有限责任公司',
      '内资企业',
      '外资企业',
      '私营企业',
      '分公司',
      '个人独资企业',
      '合伙企业',
    ],
  },
  { value: 'sole-trader', zh: '个体工商户', also: ['个体', '个体户', '个体经营'] },
  {
    value: 'cooperative',
    zh: '农民专业合作社',
    also: ['合作社', '农专社', '农民专业合作社（联合社）', '农民专业合作社分支机构'],
  },
  {
    value: 'foreign-office',
    zh: '外国企业常驻代表机构',
    also: ['外企代表机构', '外国企业代表机构', '常驻代表机构', '代表机构'],
  },
  { value: 'institution', zh: '事业单位', also: ['事业单位法人', '机关事业单位'] },
  { value: 'association', zh: '社会组织', also: ['社会团体', '民办非企业单位', '基金会', '社会服务机构'] },
  { value: 'other', zh: '其他', also: ['其它', '产品', '项目', '场所', '设备'] },
];

const statusOptions: readonly Option<SubjectStatus>[] = [
  {
    value: 'active',
    zh: '存续',
    also: ['在营', '开业', '在业', '正常', '登记成立', '存续（在营、开业、在册）', '在营（开业）企业', '有效', '营业'],
  },
  { value: 'cancelled', zh: '注销', also: ['已注销', '注销企业'] },
  { value: 'revoked', zh: '吊销', also: ['已吊销', '吊销未注销', '吊销，未注销', '被吊销', '吊销企业'] },
  { value: 'annulled', zh: '撤销', also: ['已撤销', '被撤销', '撤销登记'] },
  { value: 'moved-out', zh: '迁出', also: ['已迁出', '迁移异地', '迁往市外'] },
];

const typeWord = (type: SubjectType): string => typeOptions.find((each) => each.value === type)?.zh ?? '';

export const subjects = defineSheet({
  name: 'subjects',
  title: { zh: '检查对象名录库', en: 'Directory of subjects' },
  fields: {
    number: subjectNumber(
      '统一社会信用代码/注册号',
      '注册号/统一社会信用代码',
      '统一社会信用代码(注册号)',
      '统一社会信用代码',
      '社会信用代码',
      '统一信用代码',
      '信用代码',
      '注册号',
      '营业执照注册号',
      '登记证号',
      '主体代码',
    ),
    name: name(
      '检查对象名称',
      '企业名称',
      '市场主体名称',
      '主体名称',
      '单位名称',
      '名称',
      '被检查单位',
      '被检查对象',
      '检查对象',
      '经营主体名称',
      '企业(机构)名称',
      '字号名称',
    ),
    type: orNull(
      option(typeOptions)('主体类型', '主体类别', '市场主体类型', '检查对象类别', '企业类型', '类型', '经营主体类型'),
    ),
    tags: optional(list('监管标签', '标签', '行业', '所属行业', '行业类别', '重点领域'), []),
    // A list of one 专项库 says that a firm is in it, and nothing of the other libraries that it is in.
    libraries: optional(list('专项库', '对应专项库监管标签', '专项库监管标签', '专项库名称'), []),
    authority: optional(words('登记机关', '发照机关', '登记管理机关', '许可发证机关'), ''),
    place: optional(
      words('管辖单位', '属地监管所', '监管所', '所在辖区', '辖区', '属地', '所属乡镇', '所属街道', '乡镇(街道)'),
      '',
    ),
    status: optional(
      option(statusOptions)('登记状态', '经营状态', '企业状态', '存续状态', '主体状态', '状态'),
      'active' as const,
    ),
  },
  keyOf: (value: Subject) => keyText(value),
  build: (cells) => {
    const type = cells.type ?? typeOf(cells.number.number, cells.name);
    const deduced = cells.type === null ? [{ field: 'type', word: typeWord(type) }] : [];
    const { name, authority, place, status } = cells;
    const tags = united(cells.tags, cells.libraries);
    return ok({ value: { ...cells.number, name, type, tags, authority, place, status }, deduced, doubts: [] });
  },
  lay: (subject: Subject) => ({
    ...subject,
    number: { kind: subject.kind, number: subject.number },
    libraries: [],
  }),
  join: (earlier, later) => {
    const tags = united(earlier.tags, later.tags);
    const joined = { ...earlier, tags };
    return JSON.stringify(joined) === JSON.stringify({ ...later, tags }) ? joined : null;
  },
  added: (merged, after, given) =>
    given.has('libraries') && !given.has('tags') ? { ...merged, tags: united(merged.tags, after.tags) } : merged,
});

const united = (some: readonly string[], others: readonly string[]): readonly string[] => [
  ...new Set([...some, ...others]),
];

/** What the code states (GB 32100), else what the name states; else 其他, which no frame takes for an enterprise. */
function typeOf(number: string, subjectName: string): SubjectType {
  const stated = typeByCode(number);
  if (stated !== null) return stated;
  if (subjectName.includes('专业合作社')) return 'cooperative';
  return /公司|厂|企业|集团|合伙/.test(subjectName) ? 'enterprise' : 'other';
}

/**
 * 执法检查人员名录库. A certificate that has run out is kept (old records point to it) and a person of daily supervision may hold
 * none; whether either can be drawn is asked of `registry/drawable.ts`, at a date.
 */
import type { Inspector, InspectorKind } from '../registry/inspector.ts';
import { err } from '../result.ts';
import {
  code,
  endDate,
  list,
  name,
  type Option,
  option,
  optional,
  orNull,
  wholeNumber,
  words,
  yesNo,
} from './field.ts';
import { department } from './registry-field.ts';
import { built, defineSheet } from './sheet.ts';

/** 万年 三(一)2 */
const inspectorKindOptions: readonly Option<InspectorKind>[] = [
  { value: 'civil-servant', zh: '执法类公务员', also: ['行政执法类公务员', '公务员'] },
  {
    value: 'qualified',
    zh: '具有执法资格的工作人员',
    also: ['具有行政执法资格的工作人员', '执法人员', '有执法资格', '执法资格人员', '事业编制'],
  },
  {
    value: 'daily',
    zh: '日常监管人员',
    also: ['从事日常监管工作的人员', '日常监管工作人员', '监管人员', '协管员', '辅助人员'],
  },
];

export const inspectors = defineSheet({
  name: 'inspectors',
  title: { zh: '执法检查人员名录库', en: 'Directory of inspectors' },
  fields: {
    number: code('单位工号', '工号', '人员编号', '编号', '人员工号'),
    name: name('姓名', '检查人员', '检查人员姓名', '执法人员', '执法人员姓名', '人员姓名'),
    department: department(
      '所在单位',
      '单位',
      '部门',
      '所属部门',
      '所属单位',
      '执法主体',
      '执法单位',
      '工作单位',
      '单位名称',
      '检查机关',
    ),
    section: optional(words('内设机构', '所在业务部门', '科室', '股室', '所在股室', '所在科室', '监管所', '所队'), ''),
    kind: orNull(option(inspectorKindOptions)('人员类别', '人员类型', '执法类型', '人员性质', '身份类别')),
    certificate: optional(
      code('执法证号', '执法证编号', '执法证件号', '执法证件编号', '行政执法证号', '证件编号', '证号', '执法证件号码'),
      '',
    ),
    validUntil: orNull(
      endDate(
        '执法证有效期',
        '执法证有效期至',
        '证件有效期',
        '有效期至',
        '有效期',
        '执法证件有效期',
        '到期日期',
        '证件到期日',
      ),
    ),
    fields: optional(
      list(
        '业务专长',
        '执法事项范围',
        '执法范围',
        '专业领域',
        '专业',
        '岗位资质资格',
        '执法资质',
        '执法领域',
        '业务领域',
        '资质',
      ),
      [],
    ),
    place: optional(words('所在辖区', '辖区', '管辖区域', '地区', '片区'), ''),
    joint: optional(
      yesNo('联合检查人员库', '是否联合检查人员', '是否入联合检查执法人员库', '联合检查执法人员库', '是否联合'),
      false,
    ),
    capacity: optional(wholeNumber(1, 999)('每次最多户数', '承担户数', '最多户数', '检查户数上限'), 12),
    left: orNull(endDate('离岗日期', '离库日期', '调离日期', '退出日期')),
  },
  keyOf: (value: Inspector) => value.number,
  build: ({ certificate: held, validUntil, kind, ...cells }) => {
    if (held !== '' && validUntil === null)
      return err({ field: 'validUntil', fault: { kind: 'needs', other: '执法证号' } });
    if (held === '' && validUntil !== null)
      return err({ field: 'certificate', fault: { kind: 'needs', other: '执法证有效期' } });
    // Whoever holds no certificate and is not said to be more does daily supervision; that is never one of two officers.
    const stated = kind ?? (held === '' ? 'daily' : 'qualified');
    if (held === '' && stated === 'qualified')
      return err({ field: 'certificate', fault: { kind: 'needs', other: '人员类别' } });
    const certificate = validUntil === null ? null : { number: held, validUntil };
    return built({ ...cells, kind: stated, certificate });
  },
  lay: ({ certificate, ...rest }: Inspector) => ({
    ...rest,
    certificate: certificate?.number ?? '',
    validUntil: certificate?.validUntil ?? null,
  }),
});

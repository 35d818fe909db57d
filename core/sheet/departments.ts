/**
 * 成员单位 with their sections and stations. The office is named among them and can never be an inspecting body
 * (国办发〔2024〕54号: 严禁政府议事协调机构实施检查).
 */
import type { Department, DepartmentKind } from '../registry/department.ts';
import { err, ok } from '../result.ts';
import { code, date, endDate, list, name, type Option, option, optional, orNull, words, yesNo } from './field.ts';
import { defineSheet } from './sheet.ts';

const departmentKindOptions: readonly Option<DepartmentKind>[] = [
  { value: 'office', zh: '联席会议办公室', also: ['联席办', '办公室'] },
  { value: 'member', zh: '成员单位', also: ['部门', '成员'] },
  { value: 'section', zh: '内设股室', also: ['股室', '科室', '内设机构'] },
  { value: 'station', zh: '派出机构', also: ['派出所', '监管所', '站所', '所'] },
  { value: 'institution', zh: '事业单位', also: ['所属事业单位', '执法大队'] },
  { value: 'township', zh: '乡镇', also: ['街道', '乡镇(街道)', '乡镇人民政府'] },
  { value: 'county-office', zh: '县级工作机制办公室', also: ['县(市、区)工作机制办公室', '县级联席办'] },
];

export const departments = defineSheet({
  name: 'departments',
  title: { zh: '成员单位', en: 'Departments' },
  fields: {
    code: code('单位代码', '单位编码', '部门代码', '部门编码', '代码', '机构代码'),
    name: name('单位名称', '部门名称', '成员单位', '单位', '部门', '机构名称'),
    aliases: optional(list('其他名称', '简称', '别名', '曾用名'), []),
    kind: orNull(option(departmentKindOptions)('单位类别', '单位类型', '机构类别', '类别')),
    parent: optional(code('上级单位代码', '所属单位代码', '上级单位', '所属单位'), ''),
    enforces: optional(yesNo('行政执法主体资格', '是否执法主体', '执法主体', '具有行政执法主体资格'), false),
    legal: optional(yesNo('合法性审查单位', '是否合法性审查', '合法性审核'), false),
    leadSection: optional(words('牵头股室', '牵头科室', '责任科室', '牵头内设机构'), ''),
    liaison: optional(words('联络员', '联系人', '具体联络人', '联络人员'), ''),
    head: optional(words('负责人', '分管领导', '责任领导', '主要负责人'), ''),
    sharedPool: optional(code('共用人员库', '系统共用库', '共享人员库'), ''),
    joined: date('加入日期', '加入时间', '生效日期'),
    ended: orNull(endDate('退出日期', '终止日期', '撤销日期')),
  },
  keyOf: (value: Department) => value.code,
  build: (cells) => {
    const kind = cells.kind ?? 'member';
    if (kind === 'office' && cells.enforces) return err({ field: 'enforces', fault: { kind: 'office-inspects' } });
    const deduced = cells.kind === null ? [{ field: 'kind', word: '成员单位' }] : [];
    return ok({ value: { ...cells, kind }, deduced, doubts: [] });
  },
  lay: (department: Department) => department,
});

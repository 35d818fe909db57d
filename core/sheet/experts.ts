/** 专家名录库 (福安 二(一)2): experts assist beside two officers and stand in a directory of their own. */
import type { Expert } from '../registry/inspector.ts';
import { code, endDate, list, name, orNull } from './field.ts';
import { built, defineSheet } from './sheet.ts';

export const experts = defineSheet({
  name: 'experts',
  title: { zh: '专家名录库', en: 'Directory of experts' },
  fields: {
    number: code('专家编号', '编号', '工号', '人员编号'),
    name: name('姓名', '专家姓名', '专家'),
    body: name('所在机构', '工作单位', '单位', '所在单位', '专业机构', '机构名称'),
    fields: list('专业领域', '业务专长', '专业', '专长', '擅长领域', '研究方向'),
    left: orNull(endDate('退出日期', '离库日期')),
  },
  keyOf: (value: Expert) => value.number,
  build: (cells) => built(cells),
  lay: (expert: Expert) => expert,
});

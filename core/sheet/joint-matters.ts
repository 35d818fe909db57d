/** 多部门监管责任事项清单: matter, basis, lead and partners (福安 2018 二(一)1); a joint task takes lead and partners from its row. */
import { digest } from '../digest.ts';
import type { JointMatter } from '../registry/item.ts';
import { err } from '../result.ts';
import { code, list, optional, passage, words } from './field.ts';
import { department, departments } from './registry-field.ts';
import { built, defineSheet } from './sheet.ts';

export const jointMatters = defineSheet({
  name: 'joint-matters',
  title: { zh: '多部门监管责任事项清单', en: 'List of joint matters' },
  fields: {
    code: optional(code('事项编码', '编号', '事项号', '事项编号', '清单编号'), ''),
    matter: words('监管责任事项', '责任事项', '抽查事项', '联合抽查事项', '监管事项', '抽查事项名称', '事项名称'),
    basis: passage('检查依据', '抽查依据', '依据', '法律依据'),
    lead: department('牵头责任部门', '牵头部门', '发起部门', '牵头单位', '牵头发起部门', '主管部门'),
    partners: optional(
      departments('相关配合部门', '配合部门', '参与部门', '联合部门', '联合抽查部门', '配合单位', '联查部门'),
      [],
    ),
    items: optional(list('所含抽查事项', '包含抽查事项编码', '抽查事项编码', '关联事项编码'), []),
    powerNumber: optional(code('权责清单编号', '权力编码', '行政权力编码', '权力清单编号', '权责事项编码'), ''),
  },
  keyOf: (value: JointMatter) => value.code,
  build: (cells) => {
    if (cells.partners.includes(cells.lead))
      return err({ field: 'partners', fault: { kind: 'same-body', other: '牵头责任部门' } });
    const own = `${cells.lead}-${digest('mingchou/joint-matter-code/1', cells.lead, cells.matter).slice(0, 8)}`;
    return built({ ...cells, code: cells.code === '' ? own : cells.code });
  },
  lay: (matter: JointMatter) => matter,
});

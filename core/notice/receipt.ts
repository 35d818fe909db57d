/**
 * 回执: what a destination says of what was sent to it, as its file has it: one row an outcome, told by our number (报送编号) or by task,
 * subject and item. Platforms write the same thing under many headers.
 */
import { keyText, type SubjectKey } from '../registry/subject.ts';
import { numberHeading } from '../sheet/classifications.ts';
import { code, option, optional, orNull, words } from '../sheet/field.ts';
import { subjectNumber } from '../sheet/registry-field.ts';
import { built, defineSheet } from '../sheet/sheet.ts';

export interface ReceiptLine {
  /** 报送编号, '' where the file does not have it. */
  readonly id: string;
  readonly taskId: string;
  readonly subject: SubjectKey | null;
  readonly itemName: string;
  readonly state: 'accepted' | 'refused';
  readonly number: string;
  readonly words: string;
}

/** Read back from a file as `normalise` leaves it: 编号 are kept as they are. */
export const idHeading = '报送编号';

export const receiptSheet = defineSheet({
  name: 'notice-receipts',
  title: { zh: '公示回执', en: 'Acknowledgements' },
  fields: {
    state: option([
      {
        value: 'accepted' as const,
        zh: '已接收',
        also: [
          '接收',
          '成功',
          '已成功',
          '通过',
          '已公示',
          '公示成功',
          '已归集',
          '已入库',
          '确认',
          '已确认',
          'accepted',
          'ok',
          'success',
          '是',
          '1',
        ],
      },
      {
        value: 'refused' as const,
        zh: '被退回',
        also: [
          '退回',
          '已退回',
          '失败',
          '不通过',
          '未通过',
          '拒绝',
          '驳回',
          '错误',
          '异常',
          'refused',
          'failed',
          'error',
          '否',
          '0',
        ],
      },
    ])('接收结果', '接收状态', '处理结果', '回执结果', '回执', '状态', '归集结果', '公示状态', '上报状态', '结果状态'),
    id: optional(words(idHeading, '报送号', '数据编号', '主键', 'id'), ''),
    taskId: optional(code('抽查任务编号', '任务编号', 'raninsTaskId'), ''),
    number: orNull(subjectNumber(numberHeading.header, ...numberHeading.aliases, '统一社会信用代码/注册号', 'uniscId')),
    itemName: optional(words('检查事项', '抽查事项', '抽查事项名称', '事项名称', 'raninsItemName'), ''),
    outside: optional(words('平台编号', '平台流水号', '流水号', '回执编号', '受理编号', '外部编号'), ''),
    words: optional(words('退回原因', '原因', '说明', '失败原因', '错误信息', '处理意见', '备注'), ''),
  },
  keyOf: ({ id, taskId, subject, itemName }: ReceiptLine) =>
    id === '' ? `${taskId} ${subject === null ? '' : keyText(subject)} ${itemName}` : id,
  build: ({ state, id, taskId, number, itemName, outside, words: said }) =>
    built({ id, taskId, subject: number, itemName, state, number: outside, words: said }),
  lay: ({ subject, number, words: said, ...rest }: ReceiptLine) => ({
    ...rest,
    number: subject,
    outside: number,
    words: said,
  }),
});

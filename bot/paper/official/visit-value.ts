/** What papers about one visit say of it, with names and certificates; every builder about visits takes these facts and adds its own. */
import type { CivilDate } from '../../../core/calendar.ts';
import type { Method } from '../../../core/registry/item.ts';
import type { NumberKind } from '../../../core/registry/subject.ts';
import { methodWords, span } from '../words.ts';
import { type Block, type Cell, type FormRow, label, value } from './official-paper.ts';

export interface Officer {
  readonly number: string;
  readonly name: string;
  /** 执法证号 and its last day, as on the roll; '' where he holds none. */
  readonly certificate: string;
}

export interface VisitValue {
  /** 检查编号 */
  readonly no: string;
  readonly plan: string;
  readonly subject: {
    readonly kind: NumberKind;
    readonly number: string;
    readonly name: string;
    readonly place: string;
  };
  readonly window: { readonly from: CivilDate; readonly to: CivilDate };
  readonly planned: Method;
  /** Name of the department whose paper it is. */
  readonly department: string;
  readonly tasks: readonly string[];
  readonly items: readonly { readonly name: string; readonly basis: string }[];
  readonly officers: readonly Officer[];
  /** Names of the other departments that go to the same door. */
  readonly along: readonly string[];
}

export const numberName = (kind: NumberKind): string => (kind === 'uscc' ? '统一社会信用代码' : '注册号');

export const subjectRows = ({ subject, no, plan }: Pick<VisitValue, 'subject' | 'no' | 'plan'>): readonly FormRow[] => [
  { cells: [label('检查对象'), value(subject.name, 3)] },
  {
    cells: [
      label(numberName(subject.kind).replace('社会', '社会\n')),
      value(subject.number),
      label('管辖单位'),
      value(subject.place),
    ],
  },
  { cells: [label('检查编号'), value(no), label('抽查计划'), value(plan)] },
];

/**
 * Columns of a form with a 信用代码 in the second: its 18 characters stand in one line, in a wide face too, since half a code is easily copied
 * for a whole one.
 */
export const codeWidths = [19, 37, 17, 27] as const;

/** In letters long codes stand in a table: in a justified line of text they tear it apart. */
export const codesOf = (said: readonly (readonly [string, string])[]): Block => {
  const cells = said.flatMap(([name, words]) => [label(name), value(words)]);
  const rows = Array.from({ length: Math.ceil(cells.length / 4) }, (_, i) => ({
    cells: cells.slice(4 * i, 4 * i + 4),
  }));
  return { kind: 'form', widths: codeWidths, rows };
};

export const itemsCell = ({ items }: Pick<VisitValue, 'items'>, span: number): Cell =>
  value(
    items.map(({ name, basis }, i) => `${i + 1}.${name}${basis === '' ? '' : `（依据：${basis}）`}`),
    span,
  );

export const officersCell = (officers: readonly Officer[], span: number): Cell =>
  value(
    officers.length === 0
      ? '（未派员）'
      : officers.map(({ name, certificate }) => `${name}${certificate === '' ? '' : `（执法证号：${certificate}）`}`),
    span,
  );

export const methodAndDays = ({ planned, window }: VisitValue): readonly Cell[] => [
  label('检查方式'),
  value(methodWords[planned]),
  label('检查实施期'),
  value(span(window.from, window.to)),
];

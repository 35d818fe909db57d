/**
 * 抽查事项清单 and 多部门监管责任事项清单 of the county, made from its matters: every item with its nine elements, its number in the
 * list of powers, and the ratio that counts as the usual one.
 */
import type { Ratio } from '../../../core/plan/ratio.ts';
import { parseRatio } from '../../../core/plan/ratio-parse.ts';
import type { Item, JointMatter } from '../../../core/registry/item.ts';
import { matters } from './matters/all.ts';
import { apart } from './matters/apart.ts';
import type { Matter } from './matters/matter.ts';
import type { Term } from './term.ts';

/** 常规比例, from which the classes of a task depart: B below it, C above it, D far above it. */
const usualBp = 500;

/** The cell and what it says, by the product's own reading of such cells. */
function stated(ratioText: string): { readonly ratio: Ratio; readonly ratioText: string } {
  const read = parseRatio(ratioText);
  if (!read.ok) throw new Error(`the ratio ${ratioText} of a sample's item cannot be read`);
  return { ratio: read.value, ratioText };
}

export const itemCode = (matter: number, body: number, item: number): string =>
  `SX${two(matter + 1)}${two(body + 1)}${two(item + 1)}`;
const two = (n: number): string => String(n).padStart(2, '0');
const power = (department: string, serial: number): string =>
  `QL-${department.toUpperCase()}-${String(serial).padStart(3, '0')}`;

const usual = (way: Matter['way'], mixed: boolean) =>
  stated(
    mixed && way === 'all' ? '100%，1次/年' : mixed && way === 'total' ? '40户，1次/年' : `${usualBp / 100}%，1次/年`,
  );

/**
 * @param tasks how many of the matters have a task
 * @param term `everyItem` leaves out what no task takes up, apart from items whose basis is repealed
 */
export function items(tasks: number, { everyItem, mixed }: Pick<Term, 'everyItem' | 'mixed'>): Item[] {
  const joint = matters.slice(0, everyItem ? tasks : matters.length).flatMap((matter, m) =>
    matter.bodies.flatMap((body, b) =>
      body.items.map(
        (text, i): Item => ({
          ...text,
          ...usual(matter.way, mixed),
          code: itemCode(m, b, i),
          body: body.department,
          subjects: matter.subjects,
          methods: ['on-site', 'desk'],
          drawsPerYear: 1,
          category: matter.category,
          field: matter.field,
          competent: matter.bodies[0]?.department ?? body.department,
          approving: body.department,
          powerNumber: power(body.department, m * 10 + i + 1),
          statutoryCap: matter.statutoryCap,
          safety: matter.safety,
          section: body.department === 'scjg' ? '信用监督管理股' : '',
          claimed: true,
          implemented: true,
          list: 'joint',
          repealedFrom: null,
          replacedBy: '',
        }),
      ),
    ),
  );
  return [...joint, ...apart.map(itemApart).filter(({ repealedFrom }) => !everyItem || repealedFrom !== null)];
}

const itemApart = (text: (typeof apart)[number], i: number): Item => ({
  code: `BM${two(i + 1)}`,
  name: text.name,
  basis: text.basis,
  body: text.department,
  subjects: text.subjects,
  content: text.content,
  points: text.content.split('和').map((each) => `${each}是否符合规定`),
  methods: ['on-site', 'desk', 'online'],
  ...stated('3%，1次/年'),
  drawsPerYear: 1,
  category: 'general',
  field: '部门监管',
  competent: text.department,
  approving: text.department,
  powerNumber: text.repealed ? '' : power(text.department, 500 + i),
  statutoryCap: null,
  safety: null,
  section: text.department === 'scjg' ? '信用监督管理股' : '',
  claimed: !text.repealed,
  implemented: !text.repealed,
  list: 'department',
  repealedFrom: text.repealed ? '2023-12-01' : null,
  replacedBy: text.name === '食品流通许可检查' ? itemCode(0, 0, 0) : '',
});

export const jointMatters = (): JointMatter[] =>
  matters.map((matter, m) => ({
    code: `LH${two(m + 1)}`,
    matter: matter.name.replace(/联合抽查$|抽查$/, '监管'),
    basis: matter.bodies[0]?.items[0]?.basis ?? '',
    lead: matter.bodies[0]?.department ?? '',
    partners: matter.bodies.slice(1).map(({ department }) => department),
    items: matter.bodies.flatMap((body, b) => body.items.map((_, i) => itemCode(m, b, i))),
    powerNumber: power('lh', m + 1),
  }));

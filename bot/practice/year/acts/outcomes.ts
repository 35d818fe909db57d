/** 检查结果录入: who inspects enters, in the workbook. What is found follows from the visit's number, so that all departments at a door tell the same. */
import { addDays } from '../../../../core/calendar.ts';
import { changeOf, workbookOf } from '../../tour/workbook.ts';
import { NotSo } from '../told.ts';
import type { Act, Year } from '../year.ts';
import { members, shortOf } from './consult.ts';

type Cells = Readonly<Record<string, string>>;

/** One visit in this many meets a closed door, one in that many nobody at the registered place. */
const closedEvery = 17;
const unreachableEvery = 23;

/** What somebody found: mostly nothing, sometimes what was put right at once, sometimes what must be dealt with. */
function foundAt(visit: number, item: number, on: string, remark: string): Cells {
  const kept = { checkedOn: on, remark };
  if (visit % closedEvery === 5) return { ...kept, code: '已关闭停业或正在组织清算', methods: '实地检查' };
  if (visit % unreachableEvery === 7)
    return {
      ...kept,
      code: '通过登记的住所（经营场所）无法联系',
      methods: '实地检查',
      finding: '两次到登记住所，无人经营，邻近商户称已搬走，电话无法接通。',
      handling: '反馈日常监管部门',
      degree: '轻微',
    };
  switch ((visit * 7 + item * 3) % 10) {
    case 0:
      return {
        ...kept,
        code: '发现问题待后续处理',
        methods: '实地检查',
        finding: '进货查验记录不完整，近三个月有五笔未登记供货者名称。',
        handling: '责令限期改正',
        correctBy: addDays(on, 15),
        degree: '一般',
        evidence: '现场照片；执法记录仪 A-12',
        statement: '属实，将按期改正。',
      };
    case 1:
      return {
        ...kept,
        code: '发现问题经责令已改正',
        methods: '实地检查',
        finding: '从业人员健康证明未在经营场所公示，当场改正。',
        handling: '责令限期改正',
        degree: '轻微',
      };
    case 2:
      return visit % 3 === 0
        ? {
            ...kept,
            code: '发现问题待后续处理',
            methods: '实地检查',
            finding: '发现超过有效期的产品仍在销售，已固定证据。',
            handling: '移送办案机构',
            degree: '严重',
            evidence: '先行登记保存清单；局证物室',
          }
        : { ...kept, code: '未发现问题', methods: '实地检查' };
    case 3:
      return visit % 4 === 0
        ? {
            ...kept,
            code: '违反其他部门相关规定',
            methods: '实地检查',
            finding: '疏散通道堆放货物。',
            handling: '抄告相关部门',
            handlingWords: '抄告县消防救援大队',
            degree: '一般',
          }
        : { ...kept, code: '未发现问题', methods: '实地检查' };
    default:
      return { ...kept, code: '未发现问题', methods: '实地检查' };
  }
}

export interface Entering {
  /** Ceremony, or `L1` for a list drawn elsewhere. */
  readonly book: string;
  /** Days of the week of visits, from its first: what was visited until then is entered. */
  readonly share?: number;
  /** Departments that do not enter now. */
  readonly but?: readonly string[];
}

/** Every department enters this much of what it has to, in hundredths. */
export const enterByWorkbook =
  ({ book, share = 100, but = [] }: Entering): Act =>
  async (year) => {
    const sums = { departments: 0, entered: 0, refused: 0 };
    for (const code of members(year)) {
      if (but.includes(code)) continue;
      const entered = await enterOf(year, code, book, share);
      if (entered === null) continue;
      sums.departments += 1;
      sums.entered += entered.created;
      sums.refused += entered.refused.length;
      if (entered.refused.length > 0)
        year.say.note(`［${shortOf(year, code)}］退回 ${entered.refused.length} 行：${entered.refused[0] ?? ''}`);
    }
    await year.driver.settle();
    year.say.note(
      `［检查结果录入］第 ${book} 号名单：${sums.departments} 个单位本次录入 ${sums.entered} 项，未通过校验 ${sums.refused} 项`,
    );
  };

async function enterOf(year: Year, code: string, book: string, share: number) {
  const title = `${shortOf(year, code)}联络员`;
  if (!(await hasVisits(year, code))) return null;
  const excel = await workbookOf({ deps: year, driver: year.driver }, title);
  const line = (await excel.books()).find((each) => each.sheet === 'outcomes' && each.book === book);
  if (line === undefined) return null;
  const { rows, fields } = await excel.rows({ sheet: 'outcomes', book });
  const blank = rows.filter(({ cells }) => (cells.code ?? '') === '' && (cells.sent ?? '').includes('、'));
  const count = Math.ceil((rows.length * share) / 100) - (rows.length - blank.length);
  const today = year.now().slice(0, 10);
  const changes = blank.slice(0, Math.max(0, count)).map((row) => {
    const [, visit = '0'] = row.id.split('/');
    const item = Number(/\d+$/.exec(row.id)?.[0] ?? 0);
    const cells = foundAt(Number(visit), item, visitedOn(row.cells, Number(visit), today), '');
    const known = Object.entries({ ...cells, inspectors: '同派出' }).filter(
      ([field, now]) => now !== '' && fields.includes(field),
    );
    return changeOf(row.id, row, Object.fromEntries(known));
  });
  if (changes.length === 0) return null;
  const receipt = await excel.submit({ sheet: 'outcomes', book, rows: changes }, line.year);
  const refused = receipt.answers
    .filter(({ outcome }) => outcome === 'refused')
    .map(({ remarks }) => remarks.map(({ field, words }) => `${field ?? ''} ${words.zh}`).join('；'));
  const created = receipt.answers.length - refused.length;
  year.say.did(year.now(), title, `在电子表格里录入检查结果 ${changes.length} 项（表格）`, receipt.note.zh);
  if (created === 0) throw new NotSo(`${title}录入检查结果`, refused.join('\n'));
  return { created, refused };
}

/** Who has nothing to enter is not made to ask for a code. */
const hasVisits = async (year: Year, code: string): Promise<boolean> =>
  year.driver
    .channel(shortOf(year, code))
    .some((post) => post.includes('本单位须检查') || post.includes('检查结果录入'));

/** Within the weeks of visits, after the draw and not later than today, on a working day; the same day for all departments. */
function visitedOn({ window = '', drawnOn = '' }: Cells, visit: number, today: string): string {
  const [opens = today, closes = today] = window.match(/\d{4}-\d{2}-\d{2}/g) ?? [];
  const from = drawnOn > opens ? drawnOn : opens;
  const last = closes < today ? closes : today;
  let on = addDays(from, 1 + ((visit * 3) % 14));
  while (on > last || isWeekend(on)) on = addDays(on, -1);
  return on < from ? from : on;
}

const isWeekend = (date: string): boolean => [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());

/** 手机检查表: inspectors enter at the door what they found, and hand the phone to the inspected, who reads and signs, or does not. */
import { type Browser, browserOf, valuesOf } from '../../browser.ts';
import type { Person } from '../../workspace/driver-person.ts';
import { NotSo } from '../told.ts';
import type { Act, Year } from '../year.ts';
import { members, shortOf } from './consult.ts';
import { type Found, foundAt, isNobodyThere, itemNumber, methodAt, visitedOn } from './found.ts';

export interface AtDoors {
  readonly book: string;
  /** Departments whose inspectors enter by phone; all that go otherwise. */
  readonly of?: readonly string[];
  readonly but?: readonly string[];
}

/** Whoever was sent to visits of the book, with his phone. */
async function* phones(
  year: Year,
  { book, of, but = [] }: AtDoors,
): AsyncGenerator<{ code: string; person: Person; browser: Browser; visits: readonly number[] }> {
  for (const code of of ?? members(year)) {
    if (but.includes(code)) continue;
    for (const { name, department, left, certificate } of year.sample.inspectors) {
      if (department !== code || left !== null || certificate === null) continue;
      const person = year.driver.user(name).in('明抽');
      if (!person.buttons().includes('手机检查表')) continue;
      const browser = await browserOf(year, person, () => person.press('手机检查表'));
      const visits = visitsOn(await browser.get(`/visits/${book}`), book);
      if (visits.length > 0) yield { code, person, browser, visits };
    }
  }
}

const visitsOn = (page: string, book: string): readonly number[] => [
  ...new Set([...page.matchAll(new RegExp(`href="/visits/${book}/(\\d+)"`, 'g'))].map(([, no = '']) => Number(no))),
];

export const enterByPhone =
  (doors: AtDoors): Act =>
  async (year) => {
    const sums = { people: 0, items: 0 };
    for await (const { browser, visits } of phones(year, doors)) {
      let entered = 0;
      for (const visit of visits) entered += await enterVisit(year, browser, doors.book, visit);
      if (entered > 0) sums.people += 1;
      sums.items += entered;
    }
    if (sums.items === 0) throw new NotSo('手机录入', '没有人面前有“手机检查表”，或没有可录入的事项');
    year.say.did(
      year.now(),
      `${doors.of?.map((code) => shortOf(year, code)).join('、') ?? '各单位'}检查人员`,
      `在手机检查表上录入检查结果（网页）`,
      `${sums.people} 人录入 ${sums.items} 项`,
    );
  };

/** Items with the same outcome in one form, each problem in a form of its own. */
async function enterVisit(year: Year, browser: Browser, book: string, visit: number): Promise<number> {
  const at = `/visits/${book}/${visit}/enter`;
  const page = await browser.get(at);
  const left = leftOn(page);
  if (left.length === 0) return 0;
  const window = /(\d{4}-\d{2}-\d{2}) 至 (\d{4}-\d{2}-\d{2})/.exec(await browser.get(`/visits/${book}`))?.[0] ?? '';
  const on = visitedOn(window, '', visit, year.now().slice(0, 10));
  const found = left.map((item) => ({ item, found: foundAt(year, visit, itemNumber(item), on) }));
  const alone = found.filter((each) => each.found.finding !== undefined);
  const together = Map.groupBy(
    found.filter((each) => each.found.finding === undefined),
    (each) => each.found.code,
  );
  const forms = [...[...together.values()], ...alone.map((each) => [each])];
  for (const form of forms) {
    const [first] = form;
    if (first === undefined) continue;
    const shown = await browser.get(at);
    await browser.post(at, [
      ['seen', valuesOf(shown, 'seen')[0] ?? '0'],
      ...form.map(({ item }) => ['items', item] as const),
      ...fieldsOf(first.found, on, methodAt(year, visit)),
      ...valuesOf(shown, 'inspectors').map((number) => ['inspectors', number] as const),
    ]);
  }
  return left.length;
}

const fieldsOf = (found: Found, on: string, method: string): readonly (readonly [string, string])[] => [
  ['checkedOn', on],
  ['methods', method],
  ...Object.entries(found).map(([field, value]) => [field, String(value)] as const),
];

/** Items that the page ticks when it is opened are those that are left. */
const leftOn = (page: string): readonly string[] =>
  [...page.matchAll(/name="items" value="([^"]*)" checked/g)].map(([, value = '']) => value);

/** Each form is read and signed once: by whoever is there, refused before a witness once, absent where nobody is. */
export const signByPhone =
  (doors: AtDoors): Act =>
  async (year) => {
    const signed = new Map<number, string>();
    for await (const { browser, visits } of phones(year, doors)) {
      for (const visit of visits) {
        if (signed.has(visit)) continue;
        const at = `/visits/${doors.book}/${visit}/sign`;
        const page = await browser.get(at);
        const way = isNobodyThere(year, visit) ? 'absent' : signed.size === 2 ? 'refused' : 'signed';
        await browser.post(at, [['digest', valuesOf(page, 'digest')[0] ?? ''], ...signing[way]]);
        signed.set(visit, way);
      }
    }
    const count = (way: string): number => [...signed.values()].filter((each) => each === way).length;
    year.say.did(
      year.now(),
      '检查人员',
      '请被检查人在手机上阅核、签章（网页）',
      `${signed.size} 户：签章 ${count('signed')}，拒签有见证 ${count('refused')}，无人在场 ${count('absent')}`,
    );
  };

const signing = {
  signed: [
    ['way', 'signed'],
    ['signer', '现场负责人 店长'],
    ['words', '无异议。'],
  ],
  refused: [
    ['way', 'refused'],
    ['witness', '东溪社区网格员'],
    ['words', '被检查人称须请示总部，拒绝签章。'],
    ['record', '拒签照片；执法记录仪 B-07'],
  ],
  absent: [
    ['way', 'absent'],
    ['words', '到场时已停业，无人在场。'],
  ],
} as const satisfies Record<string, readonly (readonly [string, string])[]>;

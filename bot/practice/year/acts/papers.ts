/** 公文: .docx papers filled from what is recorded, as drafts or with the next number of their series. */
import { join } from 'node:path';
import { answerTo, done, fieldOf, listIn, textIn } from '../told.ts';
import type { Act, Year } from '../year.ts';
import { whoIs } from './at-desk.ts';

export const paper =
  (
    kind: string,
    about: string | ((year: Year) => string),
    numbered: { readonly as?: string; readonly series?: string } = {},
  ): Act =>
  async (year) => {
    const { as = 'o1', series } = numbered;
    const said = await done(
      year,
      as,
      ...['paper', kind, typeof about === 'string' ? about : about(year), '--out', join(year.out, '公文')],
      ...(series === undefined ? [] : ['--number', '--series', series]),
    );
    year.say.did(year.now(), whoIs(year, as), `制作公文（命令行）`, said);
  };

/** One of each paper about findings that have come so far. */
export const papersOfFindings: Act = async (year) => {
  const cases = await answerTo(year, 'o1', ['follow-up', 'list'], (value) =>
    listIn(value).map((each) => ({
      id: textIn(each, 'id'),
      department: textIn(each, 'department'),
      isReminded: fieldOf(each, 'reminder') !== null,
      guided: listIn(fieldOf(each, 'guidance')).length > 0,
      decided: listIn(fieldOf(each, 'decisions')).length > 0,
      transfer: textIn(listIn(fieldOf(each, 'transfers'))[0], 'seq'),
    })),
  );
  const wanted: readonly (readonly [string, (each: (typeof cases)[number]) => string])[] = [
    ['guidance-slip', ({ guided, id }) => (guided ? id : '')],
    ['listing-reminder', ({ isReminded, id }) => (isReminded ? id : '')],
    ['penalty-and-repair', ({ decided, id }) => (decided ? id : '')],
    ['transfer-record', ({ transfer }) => transfer],
    ['transfer-letter', ({ transfer }) => transfer],
  ];
  for (const [kind, about] of wanted) {
    const found = cases.find((each) => about(each) !== '');
    if (found === undefined) continue;
    await paper(kind, about(found), { as: `l-${found.department}` })(year);
  }
};

/** One enterprise's own row in a verified record: its ticket, and how it stands in each task. */
import { ticketOf } from '../../../core/draw/lookup.ts';
import { sayStanding } from '../../../core/draw/lookup-words.ts';
import type { DrawRecord } from '../../../core/draw/record.ts';
import { readRoster } from '../../../core/draw/roster.ts';
import { classifyNumber } from '../../../core/registry/uscc.ts';
import type { Words } from '../../../core/words.ts';
import { found, line } from './element.ts';

export function offerLookup(form: HTMLFormElement, record: DrawRecord): void {
  form.hidden = false;
  const number = found(form, '#number', HTMLInputElement);
  const shown = found(form, '[data-found]', HTMLElement);
  shown.replaceChildren();
  // Assigned, not added: a second record takes the first one's place.
  form.onsubmit = (event) => {
    event.preventDefault();
    shown.replaceChildren(
      ...lookedUp(record, number.value.normalize('NFKC').trim().toUpperCase()).map((words) => line('p', words)),
    );
  };
}

function lookedUp(record: DrawRecord, number: string): readonly Words[] {
  const roster = readRoster(record.manifest, record.roster);
  const key = classifyNumber(number);
  const standing = key.ok && roster.ok ? ticketOf(record, roster.value, key.value) : null;
  if (standing === null) return [{ zh: `${number} 不在待抽名单上。`, en: `${number} is not on the roster.` }];
  const names = new Map(record.manifest.tasks.map(({ no, name }) => [no, name]));
  return [
    {
      zh: `名单第 ${standing.row} 行，号签 ${standing.ticket}`,
      en: `row ${standing.row}, ticket ${standing.ticket}`,
    },
    ...standing.tasks.map(({ no, standing: each }): Words => {
      const { zh, en } = sayStanding(each);
      return { zh: `${no} ${names.get(no) ?? ''}：${zh}`, en };
    }),
  ];
}

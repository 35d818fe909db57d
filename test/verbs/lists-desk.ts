/** A desk with a sample's lists and its place's policy, on the day on which the sample's plan is drafted. */
import { onTestFinished } from 'vitest';
import type { Desk } from '../../bot/desk/desk.ts';
import type { Sample } from '../../bot/practice/sample/sample.ts';
import { adoptPolicy } from '../../bot/verbs/registry/adopt-policy.ts';
import { importList } from '../../bot/verbs/registry/import-list.ts';
import { deskWith, enrolAll, type Finished, people, type TestDesk, value } from '../desk.ts';
import { workbookOf } from './make.ts';

export const deskWithLists = (of: Sample, finished: Finished = onTestFinished): Promise<TestDesk> =>
  deskWith(
    `lists ${JSON.stringify(of)}`,
    async (desk) => {
      await enrolAll(desk);
      await listsIn(desk, of);
    },
    `${of.plan.draftedOn}T01:00:00.000Z`,
    finished,
  );

export async function listsIn(desk: Desk, of: Sample): Promise<void> {
  value(await adoptPolicy(desk, people.office, of.plan.policy));
  value(await importList(desk, people.office, { bytes: await workbookOf(of), file: 'lists.xlsx' }));
}

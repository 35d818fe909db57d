/**
 * Makes the practice county ready for its year: policy in force, lists imported, people on the roll and linked, channels named. All of
 * it through the verbs that an office would use. Done once; a county that stands already is left as it is.
 */
import type { Result } from '../../core/result.ts';
import { sheets } from '../../core/sheet/sheets.ts';
import type { Desk } from '../desk/desk.ts';
import { workbook } from '../paper/workbook.ts';
import type { Refusal } from '../refusal.ts';
import { sayRefusal } from '../say/refusal.ts';
import { linkForPerson } from '../verbs/chat/link-chat.ts';
import { nameChannel } from '../verbs/chat/name-channel.ts';
import { enrol } from '../verbs/people/enrol.ts';
import { roll } from '../verbs/people/roll.ts';
import { adoptPolicy } from '../verbs/registry/adopt-policy.ts';
import { importList } from '../verbs/registry/import-list.ts';
import { type Resident, residentsOf, roomsOf } from './roster.ts';
import type { Sample } from './sample/sample.ts';
import { toSheets } from './sample/sheets.ts';
import type { Workspace } from './workspace/workspace.ts';

const platform = 'slack';

/** @throws where a verb refuses what the sample brings: a bug */
export async function prepareCounty(desk: Desk, workspace: Workspace, sample: Sample, policy: string): Promise<void> {
  const residents = residentsOf(sample);
  const [founder] = residents;
  if (founder === undefined) throw new Error('a county without people');
  const office = founder.actor;
  if ((await roll(desk)).length === 0) {
    for (const { actor } of residents) await must(enrol(desk, office, actor));
    await must(adoptPolicy(desk, office, policy));
    for (const sheet of toSheets(sample)) {
      if (sheet.name === sheets['plan-tasks'].title.zh) continue;
      const bytes = await workbook([sheet], sample.snapshot);
      await must(importList(desk, office, { bytes, file: `${sheet.name}.xlsx` }));
    }
  }
  await furnish(desk, workspace, sample, residents);
}

async function furnish(desk: Desk, workspace: Workspace, sample: Sample, residents: readonly Resident[]) {
  const office = residents[0]?.actor;
  if (office === undefined || workspace.ground.world.channels.size > 0) return;
  const { botUser } = workspace.app;
  for (const { actor, title, user, locale } of residents) {
    await workspace.addMember({ id: user, realName: actor.name, title, locale });
    await must(linkForPerson(desk, office, { platform, user }, actor.person));
  }
  for (const { id, name, topic, place, members } of roomsOf(sample, residents)) {
    await workspace.addChannel({ id, name, topic, members: members.map(({ user }) => user) });
    await must(nameChannel(desk, office, { platform, typed: place, channel: id }));
  }
  for (const { user } of residents) {
    await workspace.addChannel({ id: `D0${user}`, name: '', kind: 'im', members: [user, botUser], bot: false });
  }
}

async function must<T>(asked: Promise<Result<T, Refusal>>): Promise<T> {
  const result = await asked;
  if (!result.ok) throw new Error(sayRefusal(result.error).zh);
  return result.value;
}

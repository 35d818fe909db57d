/**
 * The first day: the document put in force, people enrolled and linked with their accounts, channels named, lists imported. All of it at the
 * command line, as the office that sets a desk up.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sheets } from '../../../core/sheet/sheets.ts';
import type { Actor } from '../../actor.ts';
import { workbook } from '../../paper/workbook.ts';
import { person } from '../people.ts';
import { type Resident, residentsOf, roomsOf, short } from '../roster.ts';
import { chance } from '../sample/chance.ts';
import { namer } from '../sample/people.ts';
import type { Sample } from '../sample/sample.ts';
import { toSheets } from '../sample/sheets.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { done, must } from './told.ts';
import type { Year } from './year.ts';

export async function settle(year: Year, workspace: Workspace): Promise<void> {
  const { sample, say } = year;
  const residents = [...residentsOf(sample), ...othersOf(sample)];
  say.day(year.now(), '建立会务台：启用制度文件，登记人员，指定频道，导入名录和清单');
  const [founder, ...others] = residents;
  if (founder === undefined) throw new Error('a county without people');
  for (const { actor } of [founder, ...others]) await done(year, founder.actor.person, ...enrolling(actor));
  say.did(year.now(), founder.actor.name, `登记人员（命令行）`, `${residents.length} 名`);
  const adopted = await done(year, founder.actor.person, 'policy', 'adopt', sample.plan.policy);
  say.did(year.now(), founder.actor.name, `启用制度文件（命令行）`, adopted);
  await importing(year, founder.actor);
  await furnishing(year, workspace, residents);
  await year.driver.settle();
}

function enrolling({ person: number, name, department, roles, witness, inspector }: Actor): readonly string[] {
  return [
    ...['people', 'add', number, name, '--role', ...roles],
    ...(department === '' ? [] : ['--department', department]),
    ...(witness === null ? [] : ['--witness', witness]),
    ...(inspector === '' ? [] : ['--inspector', inspector]),
  ];
}

async function importing(year: Year, founder: Actor): Promise<void> {
  const { sample, say, out } = year;
  const folder = join(out, '导入表格');
  mkdirSync(folder, { recursive: true });
  for (const sheet of toSheets(sample)) {
    if (sheet.name === sheets['plan-tasks'].title.zh || sheet.rows.length <= 1) continue;
    const file = join(folder, `${sheet.name}.xlsx`);
    writeFileSync(file, await workbook([sheet], sample.snapshot));
    say.did(year.now(), founder.name, `导入${sheet.name}（命令行）`, await done(year, founder.person, 'import', file));
  }
}

async function furnishing(year: Year, workspace: Workspace, residents: readonly Resident[]): Promise<void> {
  const [founder] = residents;
  if (founder === undefined) return;
  const as = founder.actor.person;
  for (const { actor, title, user, locale } of residents) {
    await workspace.addMember({ id: user, realName: actor.name, title, locale });
    const members = [user, workspace.app.botUser];
    await workspace.addChannel({ id: `D0${user}`, name: '', kind: 'im', members, bot: false });
    if (actor.roles.includes('inspector')) await linkingSelf(year, as, actor);
    else await done(year, as, 'people', 'link', actor.person, user);
  }
  for (const { id, name, topic, place, members } of roomsOf(year.sample, residents)) {
    await workspace.addChannel({ id, name, topic, members: members.map(({ user }) => user) });
    await done(year, as, 'people', 'channel', place, id);
  }
  year.say.did(
    year.now(),
    founder.actor.name,
    '绑定聊天账号、指定各单位频道（命令行）',
    `账号 ${residents.length} 个，其中检查人员凭邀请码自行绑定`,
  );
}

/** With a code from the office, under his own name: the first thing that an inspector does here. */
async function linkingSelf(year: Year, as: string, { person: number, name }: Actor): Promise<void> {
  const invited = await done(year, as, 'people', 'invite', number);
  const [code = ''] = /[A-Z0-9]{4}(-[A-Z0-9]{4}){3}/.exec(invited) ?? [];
  const shown = await year.driver.user(name).in('明抽').command('/mingchou', `绑定 ${code}`);
  must(`${name}绑定账号`, shown, '已绑定');
}

/** Every inspector has an account, each body has somebody who reviews outcomes and a unit that handles cases, and there is a witness of each kind that documents name. */
function othersOf(sample: Sample): readonly Resident[] {
  const residents = residentsOf(sample);
  const known = new Set(residents.map(({ actor }) => actor.person));
  const titles = new Set(residents.map(({ title }) => title));
  const taken = new Set([...sample.inspectors, ...residents.map(({ actor }) => actor)].map(({ name }) => name));
  const names = namer(chance(sample.seed, 'reviewers'));
  const reviewer = (): string => {
    for (;;) {
      const name = names();
      if (!taken.has(name)) return name;
    }
  };
  const inspectors = sample.inspectors
    .filter(({ left }) => left === null)
    .map(({ number, name, department }) => {
      const bureau = sample.departments.find(({ code }) => code === department)?.name ?? department;
      return resident(
        `${short(bureau)}执法人员`,
        person(`i-${number}`, name, department, ['inspector'], { inspector: number }),
      );
    });
  const fourth = resident('政协委员监督员', person('w4', '孟知秋', '', ['witness'], { witness: 'conference-member' }));
  const reviewers = sample.departments
    .filter(({ kind, enforces }) => kind === 'member' && enforces)
    .map(({ code, name }) =>
      resident(`${short(name)}结果审核员`, person(`r-${code}`, reviewer(), code, ['outcome-reviewer'])),
    )
    .filter(({ title }) => !titles.has(title));
  const sections = sample.departments
    .filter(({ kind }) => kind === 'section' || kind === 'station')
    .map(({ code, name, liaison }) =>
      resident(`${short(name)}联络员`, person(`l-${code}`, liaison, code, ['liaison'])),
    );
  const units = sample.departments
    .filter(({ kind, enforces }) => kind === 'member' && enforces)
    .map(({ code, name }) => resident(`${short(name)}办案机构`, person(`c-${code}`, reviewer(), code, ['liaison'])));
  return [fourth, ...reviewers, ...units, ...sections, ...inspectors].filter(({ actor }) => !known.has(actor.person));
}

const resident = (title: string, actor: Actor): Resident => ({
  actor,
  title,
  user: `U0${actor.person.replace(/[^0-9A-Za-z]/g, '').toUpperCase()}`,
  locale: 'zh-CN',
});

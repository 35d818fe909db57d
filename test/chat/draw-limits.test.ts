import { describe, expect, it } from 'vitest';
import type { Message } from '../../bot/message/message.ts';
import { sayCeremonyRoot } from '../../bot/post/say/draw/ceremony.ts';
import { sayDepartment } from '../../bot/post/say/draw/department.ts';
import { sayPicture } from '../../bot/post/say/draw/picture.ts';
import { type Present, presentOf } from '../../bot/post/say/draw/present.ts';
import { sayResult } from '../../bot/post/say/draw/result.ts';
import { sayWitness } from '../../bot/post/say/draw/witness.ts';
import { messageOf } from '../../bot/slack/blocks.ts';
import { checkMessage } from '../../bot/slack/limits.ts';
import { type DrawFigures, drawFigures } from '../../bot/verbs/draw/figures.ts';
import { ceremonyUntil, continued, hands, type PlannedDesk, plannedDesk } from '../drawn-desk.ts';
import { room, site, textOf } from './draw-room.ts';

const within = (message: Message): void => {
  for (const lang of ['zh', 'en'] as const) expect(checkMessage(messageOf(message, lang))).toEqual([]);
};

const long = (name: string, i: number) =>
  `${name}（含专项整治、信用风险分类监管和日常监管内容，第${i}批次）${'长'.repeat(40)}`;

/** A county whose every number and name is as large as they come. */
function crowded(present: Present, figures: DrawFigures): { present: Present; figures: DrawFigures } {
  const participants = Array.from({ length: 31 }, (_, i) => ({
    id: i === 0 ? '0' : `w${i}`,
    kind: i === 0 ? ('desk' as const) : ('witness' as const),
    name: `监督人员姓名很长的一位同志${i}`,
    department: `third-party:w${i}`,
    custody: 'desk' as const,
  }));
  const tasks = Array.from({ length: 120 }, (_, i) => i).flatMap((i) =>
    present.manifest.tasks.slice(0, 1).map((task) => ({ ...task, no: String(i), name: long('跨部门联合抽查任务', i) })),
  );
  const [first] = figures.tasks;
  return {
    present: {
      ...present,
      manifest: { ...present.manifest, participants, tasks },
    },
    figures: {
      ...figures,
      tasks: tasks.map(({ no, name }) => ({ no, name, tiers: first?.tiers ?? [] })),
      pools: Array.from({ length: 60 }, (_, i) => ({
        pool: long('综合行政执法大队', i),
        officers: 99,
        posts: 999,
        open: 9,
        least: 8,
        most: 12,
      })),
      departments: [{ department: 'scjg', visits: 999, open: 9, tasks: tasks.map(({ name }) => name) }],
      open: 540,
    },
  };
}

async function openedOf(desk: PlannedDesk): Promise<{ present: Present; figures: DrawFigures }> {
  await ceremonyUntil(desk, 'opened');
  const present = await presentOf({ ...desk, site }, 1);
  const figures = await drawFigures(desk.db, 1);
  if (present === null || figures === null) throw new Error('nothing was opened');
  return { present, figures };
}

describe('posts keep to what a chat takes', () => {
  it('at every stage of a ceremony, in both languages', async () => {
    const desk = await plannedDesk();
    const frozen = await ceremonyUntil(desk, 'frozen');
    const chat = room(desk);
    for (const [, { said }] of await chat.posts()) within(said);
    await continued(desk, frozen, 'opened');
    for (const [, { said }] of await chat.posts()) within(said);
  });

  it('with thirty witnesses, a hundred and twenty tasks and sixty bodies', async () => {
    const opened = await openedOf(await plannedDesk());
    const { present, figures } = crowded(opened.present, opened.figures);
    within(sayCeremonyRoot(present));
    within(sayResult(present, figures, (code) => code, site, false));
    const picture = await sayPicture(present, figures, (code) => code);
    expect([...(picture.file?.alt ?? '')].length).toBeLessThanOrEqual(1000);
    expect(picture.file?.alt).toMatch(/其余见结果帖。$/);
    const department = sayDepartment(present, figures, 'scjg', site);
    const witness = sayWitness(present, 'w30', site);
    expect(department).not.toBeNull();
    expect(witness).not.toBeNull();
    if (department !== null) within(department);
    if (witness !== null) within(witness);
  });
});

describe('words', () => {
  it('every post and form of a ceremony has both languages, and leaves nothing open', async () => {
    const desk = await plannedDesk();
    await ceremonyUntil(desk, 'opened', { absent: [hands.thirdParty] });
    const chat = room(desk);
    for (const [slot, { said }] of await chat.posts()) {
      expect(`${slot} ${textOf(said, true)}`).not.toMatch(/undefined|NaN|\[object|null/);
      expect(said.summary.zh).toMatch(/[。]$/);
      expect(said.summary.en).toMatch(/\.$/);
    }
  });
});

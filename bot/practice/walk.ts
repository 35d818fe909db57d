/**
 * `npm run walk`: the main job on sample data of our own making, step by step, on an embedded database and without any account: lists
 * in, plan checked, approved and published, one ceremony, visits out, verified by another process. What an office would file is
 * left in `out/`. The first fact of a practice database says what it is.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hexOf } from '../../core/digest.ts';
import { commitmentOf } from '../../core/draw/seal.ts';
import type { Result } from '../../core/result.ts';
import { sheets } from '../../core/sheet/sheets.ts';
import { heldRecord } from '../../db/draws.ts';
import { heldPlan } from '../../db/plans.ts';
import { type Desk, openDesk } from '../desk/desk.ts';
import { sealedSlip } from '../paper/sealed-slip.ts';
import { workbook } from '../paper/workbook.ts';
import type { Refusal } from '../refusal.ts';
import { sayRefusal } from '../say/refusal.ts';
import { cosign } from '../verbs/draw/cosign.ts';
import { fileDraw } from '../verbs/draw/file.ts';
import { freeze } from '../verbs/draw/freeze.ts';
import { typeNumber } from '../verbs/draw/number.ts';
import { open } from '../verbs/draw/open.ts';
import { printSlip } from '../verbs/draw/print-slip.ts';
import { reveal } from '../verbs/draw/reveal.ts';
import { seal } from '../verbs/draw/seal.ts';
import { postCheckpoint } from '../verbs/ledger/checkpoint.ts';
import { enrol } from '../verbs/people/enrol.ts';
import { approvePlan } from '../verbs/plan/approve-plan.ts';
import { checkPlan } from '../verbs/plan/check-plan.ts';
import { draftPlan } from '../verbs/plan/draft-plan.ts';
import { issuePlan } from '../verbs/plan/issue-plan.ts';
import { keepFinding } from '../verbs/plan/keep-finding.ts';
import { publishPlan } from '../verbs/plan/publish-plan.ts';
import { adoptPolicy } from '../verbs/registry/adopt-policy.ts';
import { importList } from '../verbs/registry/import-list.ts';
import { assignVisits } from '../verbs/visit/assign.ts';
import { practiceClock } from './clock.ts';
import { digits } from './dice.ts';
import { staff } from './people.ts';
import { makeSample, type Sample } from './sample/sample.ts';
import { toSheets } from './sample/sheets.ts';

const out = 'out';
const database = join(out, 'practice.db');
const steps = 9;
let step = 0;

const say = (zh: string): void => console.log(`    ${zh}`);
const title = (zh: string, en: string): void => {
  step += 1;
  console.log(`\n[${step}/${steps}] ${zh} · ${en}`);
};

/** The value of a step that must succeed here; a refusal is said in words and ends the run. */
async function must<T>(asked: Promise<Result<T, Refusal>>): Promise<T> {
  const result = await asked;
  if (result.ok) return result.value;
  console.error(sayRefusal(result.error).zh);
  process.exit(1);
}

async function main(): Promise<void> {
  const began = Date.now();
  mkdirSync(join(out, '导入表格'), { recursive: true });
  for (const end of ['', '-wal', '-shm', '.key', '.checkpoints']) rmSync(`${database}${end}`, { force: true });
  const clock = practiceClock('2025-06-23T09:00');
  const sample = makeSample({ seed: '明抽演练' });

  title('建立演练库', 'a practice database');
  const office = sample.departments.find(({ kind }) => kind === 'office')?.name ?? '联席会议办公室';
  const desk = await openDesk({ database: `file:${database}`, office, now: clock.now, practice: true });
  for (const person of Object.values(staff)) await must(enrol(desk, staff.drafter, person));
  say(`${office}（虚构）；登记人员 ${Object.keys(staff).length} 名。数据库 ${database}`);

  await lists(desk, sample);
  clock.moveTo('2025-06-24T09:00');
  const plan = await planned(desk, sample, clock.moveTo);
  const ceremony = await ceremonyHeld(desk, plan, clock.moveTo);
  await filed(desk, ceremony);
  await verified(desk, ceremony);
  desk.close();
  console.log(
    `\n完成，用时 ${((Date.now() - began) / 1000).toFixed(1)} 秒。${out}/ 里是办公室应归档的材料；再看：npx mingchou verify out/record.json · done`,
  );
}

async function lists(desk: Desk, sample: Sample): Promise<void> {
  title('启用制度文件，导入名录和清单', 'policy and lists');
  const adopted = await must(adoptPolicy(desk, staff.drafter, 'sanming-2025'));
  say(`制度文件 ${adopted.policy}，自 ${adopted.from} 起施行`);
  for (const sheet of toSheets(sample)) {
    const bytes = await workbook([sheet], sample.snapshot);
    const file = `${sheet.name}.xlsx`;
    writeFileSync(join(out, '导入表格', file), bytes);
    if (sheet.name === sheets['plan-tasks'].title.zh) continue;
    for (const answer of await must(importList(desk, staff.drafter, { bytes, file }))) {
      say(`${file}：新增 ${answer.added} 行，未导入 ${answer.rejected.length} 行`);
    }
  }
}

async function planned(desk: Desk, sample: Sample, moveTo: (civil: string) => void): Promise<string> {
  title('汇总编制年度计划，对照文件逐条核对', 'the plan, checked against the document');
  const { no, year, doorLimit } = sample.plan;
  const replies = [...new Set(sample.plan.tasks.map((task) => task.lead))].map((department) => ({
    id: `reply-${department}`,
    department,
    at: '2025-06-23T15:00',
  }));
  const rows = sample.plan.tasks.map((task, i) => ({ row: i + 1, reply: `reply-${task.lead}`, task }));
  const drafted = await must(
    draftPlan(desk, staff.drafter, { no, year, rows, replies, doorLimit, consulted: { answers: sample.answers } }),
  );
  say(`${no}：任务 ${drafted.plan.tasks.length} 项，来自 ${replies.length} 个单位的反馈`);
  for (const { finding, words } of sample.reasons) {
    await must(keepFinding(desk, staff.drafter, { plan: no, task: null, finding, words }));
  }
  const checked = await must(checkPlan(desk, staff.drafter, no));
  say(
    `核对结果：须改正 ${checked.findings.filter(({ weight }) => weight === 'refused').length} 条，其余 ${checked.findings.length} 条为提示或已说明理由`,
  );
  title('审核、印发、公示', 'approved, issued, published');
  const approved = await must(approvePlan(desk, staff.reviewer, { plan: no }));
  say(`${staff.reviewer.name} 审核通过（起草人不得审核），尚缺 ${approved.missing.length} 项`);
  const issued = await must(issuePlan(desk, staff.drafter, no));
  moveTo('2025-06-25T09:00');
  const channel = '国家企业信用信息公示系统(福建)';
  await must(
    publishPlan(desk, staff.drafter, { plan: no, channel, where: 'https://example.invalid/plan', on: '2025-06-25' }),
  );
  say(`${issued.no} 已印发并公示`);
  return no;
}

async function ceremonyHeld(desk: Desk, plan: string, moveTo: (civil: string) => void): Promise<number> {
  title('第一锁：锁定名单', 'lock 1: the roster is frozen');
  moveTo('2025-06-26T09:00');
  const frozen = await must(
    freeze(desk, staff.drafter, {
      plan,
      tasks: await tasksOf(desk, plan),
      witnesses: [
        { person: staff.deputy.person, custody: 'own-page' },
        { person: staff.discipline.person, custody: 'desk' },
        { person: staff.thirdParty.person, custody: 'own-page' },
      ],
      quorum: 2,
      deadlines: { seal: '2025-06-26T02:00:00.000Z', reveal: '2025-06-26T03:00:00.000Z' },
      public: [dice],
      way: '机选',
      acceptShortage: true,
    }),
  );
  const { ceremony, manifest, manifestDigest: digest } = frozen;
  say(
    `第 ${ceremony} 次抽取：名单 ${manifest.roster.rows} 户，任务 ${manifest.tasks.length} 项，联合组 ${manifest.groups} 个，可派人员 ${manifest.officers.length} 名，不入库 ${frozen.leftOut.length} 名`,
  );
  say(`待抽名单摘要 ${digest}`);
  await slip(desk, ceremony);

  title('第二锁：会签、封签、启封', 'lock 2: sealed and opened');
  const own = new Map<string, { nonce: string; typed: string }>();
  for (const person of [staff.deputy, staff.discipline, staff.thirdParty]) {
    await must(cosign(desk, person, { ceremony, digits: digest.slice(0, 8) }));
    const participant = manifest.participants.find(({ id }) => id === person.person);
    if (participant?.custody === 'desk') {
      await must(seal(desk, person, { ceremony, typed: digits(8) }));
    } else {
      const secret = { nonce: hexOf(desk.randomBytes(32)), typed: digits(8) };
      own.set(person.person, secret);
      await must(seal(desk, person, { ceremony, commitment: commitmentOf(ceremony, digest, person.person, secret) }));
    }
    say(`${person.name} 已会签、封签（${participant?.custody === 'desk' ? '会务台代为封存' : '本人封存'}）`);
  }
  for (const person of [staff.deputy, staff.discipline]) {
    await must(reveal(desk, person, { ceremony, secret: own.get(person.person) ?? null }));
    say(`${person.name} 已启封`);
  }
  moveTo('2025-06-26T11:00');
  say(`${staff.thirdParty.name} 到时未启封，记为缺席，抽取照常进行`);

  title('第三锁：公共数；开签', 'lock 3: the public number; opened');
  const thrown = [...digits(20)].join(' ');
  say(`掷骰（演练由本机代掷）：${thrown}`);
  for (const person of [staff.liaison, staff.legal])
    await must(typeNumber(desk, person, { ceremony, place: 0, text: thrown }));
  const opened = await must(open(desk, staff.drafter, ceremony));
  const checkpoint = await must(postCheckpoint(desk, staff.drafter, '演练会场'));
  say(`记录摘要 ${opened.record.digest}`);
  say(`结果根   ${opened.record.root}`);
  say(`台账校验点 ${checkpoint.size} 行 ${checkpoint.head}`);
  return ceremony;
}

const dice = {
  source: 'dice' as const,
  name: '十面骰20枚',
  issue: '',
  after: '2025-06-26T03:00:00.000Z',
  count: 20,
  from: 0,
  to: 9,
  ascending: false,
};

async function tasksOf(desk: Desk, plan: string): Promise<readonly string[]> {
  return (await heldPlan(desk.db, plan))?.plan.tasks.map(({ no }) => no) ?? [];
}

/** 密封条 of the desk, for the supervisor's hand. */
async function slip(desk: Desk, ceremony: number): Promise<void> {
  const { person, name } = staff.discipline;
  const printed = await must(printSlip(desk, staff.drafter, { ceremony, supervisor: person, reason: '' }));
  writeFileSync(join(out, '密封条.html'), sealedSlip(printed));
  say(`会务台已封签，密封条交 ${name}`);
}

async function filed(desk: Desk, ceremony: number): Promise<void> {
  title('派发任务，整理归档材料', 'visits handed out, papers filed');
  for (const { department, visits, inspectors, open: vacant } of await must(
    assignVisits(desk, staff.drafter, ceremony),
  )) {
    say(`${department}：检查 ${visits} 户，人员 ${inspectors} 名${vacant === 0 ? '' : `，空缺 ${vacant}`}`);
  }
  const { files, missing } = await must(
    fileDraw(desk, staff.drafter, {
      ceremony,
      place: '联席办会议室（演练）',
      media: [],
      verifyAt: 'npx mingchou verify record.json',
    }),
  );
  for (const { name, bytes } of files) {
    writeFileSync(join(out, name), bytes);
    say(`${join(out, name)}（${bytes.length} 字节）`);
  }
  say(`尚缺（由人补）：${missing.join('、')}`);
}

async function verified(desk: Desk, ceremony: number): Promise<void> {
  title('另一进程只凭记录文件核验', 'verified by another process from the file alone');
  const digest = (await heldRecord(desk.db, ceremony))?.digest ?? '';
  const cli = new URL('../cli/main.ts', import.meta.url).pathname;
  const run = spawnSync(process.execPath, [cli, 'verify', join(out, 'record.json'), '--digest', digest], {
    encoding: 'utf8',
  });
  for (const line of `${run.stdout}${run.stderr}`.trim().split('\n')) say(line);
  if (run.status !== 0) process.exit(run.status ?? 1);
}

await main();

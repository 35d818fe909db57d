/** The draw: three locks and the opening, and the visits that follow. */
import { hexOf } from '../../../core/digest.ts';
import { commitmentOf } from '../../../core/draw/seal.ts';
import { personOf } from '../../../db/chat.ts';
import type { Actor } from '../../actor.ts';
import { minuteOf } from '../../today.ts';
import { cosign } from '../../verbs/draw/cosign.ts';
import { ceremonyHeld } from '../../verbs/draw/held.ts';
import { reveal } from '../../verbs/draw/reveal.ts';
import { seal } from '../../verbs/draw/seal.ts';
import { actorOf } from '../../verbs/people/roll.ts';
import { digits } from '../dice.ts';
import { imOf } from '../workspace/world.ts';
import { office } from './consult.ts';
import { NotDoneForMe, type Step, type Tour } from './ground.ts';

const ownPage = '人大代表监督员';
const byChat = ['纪检监察监督员', '社会第三方监督员'] as const;
const legal = '县司法局合法性审核员';
export const inspector = '县市场监督管理局执法人员';

export const drawSteps: readonly Step[] = [
  {
    id: 'freeze',
    title: { zh: '第一锁：锁定名单', en: 'Lock 1: the roster is frozen' },
    lines: [
      {
        zh: '在“联席办”输入 /draw 新建。',
        en: 'In the office’s channel type /draw new.',
      },
      {
        zh: '本人网页封签选何秋，会务台代为封存选苏宁远、叶舟，其余不改，点“下一步”。',
        en: '何秋 seals on her own page, 苏宁远 and 叶舟 at the desk; leave the rest and go on.',
      },
      {
        zh: '看过上方的预计数，点“确认锁定”。',
        en: 'Read at the top what is expected, then confirm.',
      },
    ],
    as: office,
    where: '联席办',
    done: async ({ count }) => (await count('ceremony-frozen')) > 0,
    forMe: async ({ driver }) => {
      const person = driver.user(office).in('联席办');
      await person.command('/draw', '新建');
      await person
        .fill({
          '监督人员（本人网页封签）': ['何秋（人大代表）'],
          '监督人员（会务台代为封存）': ['苏宁远（纪检监察）', '叶舟（社会第三方）'],
          其他: ['已知岗位不足仍锁定，缺额以后补抽'],
        })
        .submit();
      await person.submit();
      await person.close();
    },
  },
  {
    id: 'seal',
    title: { zh: '第二锁：会签、封签', en: 'Lock 2: cosigned and sealed' },
    lines: [
      {
        zh: '换成纪检监察监督员，在与明抽的私聊里点“会签”，键入会签码。',
        en: 'Become the discipline witness: in the private conversation press 会签 (cosign) and type the code shown.',
      },
      {
        zh: '点“封签”，填任意六位以上数字。',
        en: 'Press 封签 (seal) and type any six or more digits.',
      },
      {
        zh: '其余两人可“代我做”；想试本人网页的，换成人大代表监督员，先用 /mingchou 登录 打开链接，再点“在本人网页封签”。',
        en: 'The other two may be done for you; to try a witness’s own page, become the deputy, type /mingchou web, open the link and seal there.',
      },
    ],
    as: '纪检监察监督员',
    where: '私聊',
    done: async ({ count }) => (await count('sealing-closed')) > 0,
    forMe: sealForTheRest,
  },
  {
    id: 'reveal',
    title: { zh: '启封', en: 'The seals are opened' },
    lines: [
      {
        zh: '封签齐了就启封：仍是纪检监察监督员，点“启封”。',
        en: 'Still the discipline witness: press 启封 (open).',
      },
      {
        zh: '其余可“代我做”。到时不启封的记为缺席，抽取照常进行。',
        en: 'The others may be done for you. Who does not open in time is absent, and the draw goes on.',
      },
    ],
    as: '纪检监察监督员',
    where: '私聊',
    done: async ({ count }) => (await count('opening-closed')) > 0,
    forMe: revealForTheRest,
  },
  {
    id: 'number',
    title: { zh: '第三锁：公共数', en: 'Lock 3: the public number' },
    lines: [
      {
        zh: '先等到启封截止：点上方的演练时间，“过一小时”两次。',
        en: 'Wait until opening has ended: press the practice time above and “One hour on”, twice.',
      },
      {
        zh: '当场掷二十枚十面骰。联席办综合组和县司法局合法性审核员各自在“联席办”的抽取帖点“录入公共数”，两人一致才算数。',
        en: 'Twenty dice are thrown; the office and the legal reviewer of the justice bureau each type them under the draw’s post in the office’s channel.',
      },
      {
        zh: '也可“代我做”，由本机代掷。',
        en: 'Or let it be done for you.',
      },
    ],
    as: office,
    where: '联席办',
    done: async ({ count }) => (await count('public-number-entered')) > 0,
    forMe: throwDice,
  },
  {
    id: 'open',
    title: { zh: '开签', en: 'The draw is opened' },
    lines: [
      {
        zh: '在抽取帖上点“开签”。',
        en: 'Press 开签 (open) in the draw’s post.',
      },
      {
        zh: '点开它的回复，看结果、结果图和校验点；谁也不能重抽。',
        en: 'Read result, picture and checkpoint in the thread; nobody can draw again.',
      },
    ],
    as: office,
    where: '联席办',
    done: async ({ count }) => (await count('ceremony-opened')) > 0,
    forMe: (tour) => pressed(tour, office, '开签'),
  },
  {
    id: 'assign',
    title: { zh: '派发检查任务', en: 'Visits are handed out' },
    lines: [
      {
        zh: '点开抽取帖下的回复，在结果下面点“派发检查任务”。各单位频道收到数量，检查人员各自在私聊收到自己的任务。',
        en: 'Open the replies of the draw’s post and press 派发检查任务 (hand out) under the result. Departments get their numbers, each inspector his own visits in private.',
      },
    ],
    as: office,
    where: '联席办',
    done: async ({ count }) => (await count('visits-assigned')) > 0,
    forMe: (tour) => pressed(tour, office, '派发检查任务'),
  },
  {
    id: 'look',
    title: { zh: '看检查人员收到什么', en: 'What an inspector gets' },
    lines: [
      {
        zh: '换成一名执法人员，看私聊里自己的检查任务。',
        en: 'Become an inspector and read the visits in the private conversation.',
      },
    ],
    as: inspector,
    where: '私聊',
    done: async ({ workspace: { ground } }) =>
      [...ground.world.members.values()].some(({ id, title }) => {
        const own = title.endsWith('执法人员') ? imOf(ground.world, id, ground.app.botUser) : null;
        return own !== null && ground.world.reads.has(`${id} ${own.id}`);
      }),
  },
];

/** The ceremony that stands last. */
async function ceremonyOf({ deps, count }: Tour) {
  const held = await ceremonyHeld(deps.db, await count('ceremony-frozen'));
  if (!held.ok) throw new Error('no ceremony');
  return held.value;
}

export async function pressed({ driver }: Tour, title: string, label: string): Promise<void> {
  const person = driver.user(title);
  if (!person.buttons().includes(label))
    throw new NotDoneForMe({
      zh: `${title}面前还没有“${label}”按钮：前一步的消息可能还没有送到。请稍候再点一次“代我做”，或者自己点那个按钮。`,
      en: `${title} has no button ${label} yet: a post of the step before may be on its way. Press again in a moment, or press that button yourself.`,
    });
  const { form } = await person.press(label);
  if (form !== null && form.submit !== '') await person.submit();
  await person.close();
}

async function sealForTheRest(tour: Tour): Promise<void> {
  const { driver, deps, secrets } = tour;
  const { state } = await ceremonyOf(tour);
  const code = state.manifest.slice(0, 8);
  for (const title of byChat) {
    const person = driver.user(title);
    for (const [label, typed] of [
      ['会签', code],
      ['封签', digits(8)],
    ] as const) {
      if (!person.buttons().includes(label)) continue;
      const { form } = await person.press(label);
      const [field] = form?.fields ?? [];
      if (field !== undefined) await person.fill({ [field.label]: typed }).submit();
      await person.close();
    }
  }
  const witness = await witnessOf(tour);
  if (witness === null || state.sealed.some(({ id }) => id === witness.person)) return;
  const secret = { nonce: hexOf(deps.randomBytes(32)), typed: digits(8) };
  secrets.set(witness.person, secret);
  await cosign(deps, witness, { ceremony: state.no, digits: code });
  const commitment = commitmentOf(state.no, state.manifest, witness.person, secret);
  await seal(deps, witness, { ceremony: state.no, commitment });
  await driver.settle();
}

async function revealForTheRest(tour: Tour): Promise<void> {
  const { driver, deps, secrets } = tour;
  const { state } = await ceremonyOf(tour);
  const witness = await witnessOf(tour);
  const secret = witness === null ? undefined : secrets.get(witness.person);
  if (witness !== null && secret !== undefined) await reveal(deps, witness, { ceremony: state.no, secret });
  for (const title of byChat) if (driver.user(title).buttons().includes('启封')) await pressed(tour, title, '启封');
  // Who sealed on a page of his own and is not here is absent once the time is over.
  if ((await tour.count('opening-closed')) === 0) await afterOpening(tour);
}

async function throwDice(tour: Tour): Promise<void> {
  await afterOpening(tour);
  const thrown = [...digits(20)].join(' ');
  for (const title of [office, legal]) {
    const person = tour.driver.user(title);
    if (!person.buttons().includes('录入公共数')) continue;
    const { form } = await person.press('录入公共数');
    const [field] = form?.fields ?? [];
    if (field !== undefined) await person.fill({ [field.label]: thrown }).submit();
    await person.close();
  }
}

/** On to the minute after the deadline of opening. */
async function afterOpening(tour: Tour): Promise<void> {
  const { manifest } = await ceremonyOf(tour);
  const later = Date.parse(manifest.deadlines.reveal) + 60_000;
  tour.clock.moveTo(minuteOf(new Date(later).toISOString()));
  await tour.moved();
  await tour.driver.settle();
}

async function witnessOf({ deps, driver }: Tour): Promise<Actor | null> {
  const person = await personOf(deps.db, { platform: 'slack', user: driver.user(ownPage).id });
  return person === null ? null : actorOf(deps, person);
}

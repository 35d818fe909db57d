/**
 * On the way to the door, along with the department that filled its row in a workbook and has a single enterprise to visit: the head approves, the
 * enterprise is told (国办发〔2024〕54号).
 */
import type { ApprovalAsked, ApprovalDecided, Noticed } from '../../../core/visit/fact.ts';
import { pressed } from './draw.ts';
import { ofFiller } from './filler-facts.ts';
import type { Step, Tour } from './ground.ts';
import { filler } from './workbook-reply.ts';

export const head = '县农业农村局负责人';
/** Day of the visit, in the first week in which there are any. */
export const visitDay = '2025-07-08';

export const visitSteps: readonly Step[] = [
  {
    id: 'visit-ask',
    title: { zh: '上门之前：呈批', en: 'Before anybody goes: approval is asked for' },
    lines: [
      {
        zh: '从这里起，跟着县农业农村局走：它只抽中一户。换成它的联络员，在“检查任务已派发”下面点“呈批”。',
        en: 'From here on go along with the agriculture bureau, which drew one enterprise. As its liaison press 呈批 (ask approval) under 检查任务已派发.',
      },
      {
        zh: '各栏都已填好，点“呈批”发出。',
        en: 'All is filled in; send it.',
      },
    ],
    as: filler.title,
    where: filler.channel,
    done: async (tour) => (await ofFiller<ApprovalAsked>(tour, 'visits-approval-asked')).length > 0,
    forMe: (tour) => pressed(tour, filler.title, '呈批'),
  },
  {
    id: 'visit-approve',
    title: { zh: '负责人批准', en: 'The head approves' },
    lines: [
      {
        zh: '换成县农业农村局负责人，在私聊里点“批准”。未经批准不得入企检查（国办发〔2024〕54号）。',
        en: 'As the head of that bureau press 批准 (approve) in the private conversation. Nobody goes without it.',
      },
    ],
    as: head,
    where: '私聊',
    done: async (tour) =>
      (await ofFiller<ApprovalDecided>(tour, 'visits-approval-decided')).some(({ body }) => body.approved),
    forMe: (tour) => pressed(tour, head, '批准'),
  },
  {
    id: 'visit-notice',
    title: { zh: '送达检查通知', en: 'Notice is given' },
    lines: [
      {
        zh: '换回联络员，在“检查任务已派发”下面点“送达通知”。',
        en: 'As the liaison again press 送达通知 (give notice) under 检查任务已派发.',
      },
      {
        zh: '检查日期选 2025-07-08；需准备的材料一次写全，如“营业执照”；其余不改，登记。',
        en: 'The day of the visit is 2025-07-08; name at once all that is to be got ready, such as 营业执照. Leave the rest.',
      },
    ],
    as: filler.title,
    where: filler.channel,
    done: async (tour) => (await ofFiller<Noticed>(tour, 'visits-noticed')).length > 0,
    forMe: giveNotice,
  },
];

async function giveNotice({ driver }: Tour): Promise<void> {
  const person = driver.user(filler.title).in(filler.channel);
  await person.press('送达通知');
  await person.fill({ 检查日期: visitDay, 需准备的材料: '营业执照\n农药经营许可证\n进销货台账' }).submit();
  await person.close();
}

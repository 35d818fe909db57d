/** voice, lead: what the public said and what is answered; leads on misconduct. Each reads only what is for him. */
import type { Command } from 'commander';
import { ok } from '../../core/result.ts';
import { aboutWords } from '../say/voice.ts';
import { answerMisconduct } from '../verbs/voice/answer-misconduct.ts';
import { answerVoice } from '../verbs/voice/answer-voice.ts';
import { leadSteps, leadsFor } from '../verbs/voice/misconduct.ts';
import { referMisconduct } from '../verbs/voice/refer-misconduct.ts';
import { voicesFor } from '../verbs/voice/voices-for.ts';
import { type Door, WrongCall, wholeNumber } from './door.ts';

export const voiceCommands = (program: Command, door: Door): void => {
  const group = program.command('voice').description('群众反映 · what the public said');
  group
    .command('list')
    .description('本人可以看的群众反映 · what is for the one who asks')
    .action(() =>
      door.act(
        (desk, actor) => voicesFor(desk, actor),
        (voices) => ({
          words:
            voices.length === 0
              ? { zh: '没有群众反映。', en: 'None.' }
              : voices.map(({ number, about, text, answers }) => ({
                  zh: `${number}［${aboutWords[about].zh}］${text}${answers.map((each) => ` 答复：${each.text}`).join('')}`,
                  en: `${number} [${aboutWords[about].en}] ${text}${answers.map((each) => ` Answer: ${each.text}`).join('')}`,
                })),
        }),
      ),
    );
  group
    .command('answer <no> <text>')
    .description('答复 · answer')
    .action((no: string, text: string) =>
      door.act(
        (desk, actor) => answerVoice(desk, actor, { voice: wholeNumber(no), text }),
        () => ({ words: { zh: '已答复。', en: 'Answered.' } }),
      ),
    );

  const leads = program.command('lead').description('违纪线索移送 · leads on misconduct');
  leads
    .command('refer <words>')
    .description('移送纪检 · refer a lead')
    .option('-d, --department <code>', '所在单位 · whose inspector', '')
    .action((words: string, { department }: { readonly department: string }) =>
      door.act(
        (desk, actor) => referMisconduct(desk, actor, { department, words }),
        ({ lead }) => ({ words: { zh: `线索编号 ${lead}。`, en: `Lead ${lead}.` } }),
      ),
    );
  leads
    .command('list')
    .description('本人可以看的线索 · those for the one who asks')
    .action(() =>
      door.act(
        async (desk, actor) => ok(await leadsFor(desk.db, actor)),
        (all) => ({
          words:
            all.length === 0
              ? { zh: '没有线索。', en: 'None.' }
              : all.map(({ no, words, steps }) => ({
                  zh: `${no} ${words} ${steps.map(({ step, words: said }) => (step === 'received' ? '已签收' : said)).join('；')}`,
                  en: `${no} ${words} ${steps.map(({ step, words: said }) => (step === 'received' ? 'received' : said)).join('; ')}`,
                })),
        }),
      ),
    );
  leads
    .command('answer <no> <step> [words]')
    .description(`签收或登记办理情况：${leadSteps.join('|')} · sign for it, or say what became of it`)
    .action((no: string, typed: string, words?: string) => {
      const step = leadSteps.find((each) => each === typed);
      if (step === undefined)
        throw new WrongCall({ zh: `应写 ${leadSteps.join(' 或 ')}。`, en: `${leadSteps.join(' or ')}.` });
      return door.act(
        (desk, actor) => answerMisconduct(desk, actor, { lead: wholeNumber(no), step, words: words ?? '' }),
        () => ({ words: { zh: '已登记。', en: 'On record.' } }),
      );
    });
};

/**
 * The feedback window's routes. Whoever speaks has no account, so that nothing could be misused by a foreign page and old browsers that name no
 * origin are let in; what is counted is how often an address sends, and how much comes in on a day from everywhere.
 */
import { type Context, Hono } from 'hono';
import { hexOf } from '../../../core/digest.ts';
import type { Deps } from '../../deps.ts';
import { sayRefusal } from '../../say/refusal.ts';
import { answerOf } from '../../verbs/voice/answer-of.ts';
import { receiveVoice } from '../../verbs/voice/receive.ts';
import { voiceAbout } from '../../verbs/voice/voice.ts';
import { voicesFor } from '../../verbs/voice/voices-for.ts';
import type { Answering, Visit, Web } from '../answer.ts';
import { addressOf } from '../api/asker.ts';
import { bodyOf, textOf } from '../form.ts';
import { shortForms } from '../guard.ts';
import { notSignedIn, tooOften } from '../problem.ts';
import { everywhere, type PublicLimits } from './limits.ts';
import { answerPage, receiptPage, voicePage, voicesPage } from './voice-page.ts';

export function voiceRoutes(deps: Deps, { page, refused, problem }: Answering, limits: PublicLimits): Hono<Web> {
  const app = new Hono<Web>();
  const fresh = (about: string) => ({ about, text: '', contact: '', reference: '', mark: hexOf(deps.randomBytes(16)) });
  const waiting = (c: Visit, ...waits: readonly number[]): Response | null => {
    const seconds = Math.max(...waits);
    if (seconds === 0) return null;
    c.header('retry-after', String(seconds));
    return problem(c, tooOften);
  };

  app.use('/voice/*', shortForms);
  app.use('/voice', shortForms);
  app.get('/voice', async (c) => {
    const about = voiceAbout.find((each) => each === c.req.query('about')) ?? 'feedback';
    return page(c, voicePage(fresh(about), null));
  });
  app.post('/voice', async (c) => {
    const late = waiting(c, await limits.sending.waitFor(addressOf(c)), await limits.allSending.waitFor(everywhere));
    if (late !== null) return late;
    const field = await fieldsOf(c);
    const [about, text, contact] = [field('about'), field('text'), field('contact')];
    const sent = { about, text, contact, reference: field('reference'), mark: field('mark') };
    const received = await receiveVoice(deps, sent);
    if (received.ok) return page(c, receiptPage(received.value));
    // What was written is given back, so that nobody has to write it again.
    const again = { ...sent, mark: fresh('').mark };
    return page(c, voicePage(again, sayRefusal(received.error)), 422);
  });

  app.get('/voice/answer', (c) => page(c, answerPage({ number: '', refused: null, found: null })));
  app.post('/voice/answer', async (c) => {
    const late = waiting(c, await limits.looking.waitFor(addressOf(c)));
    if (late !== null) return late;
    const field = await fieldsOf(c);
    const number = field('number');
    const found = await answerOf(deps, { number, code: field('code') });
    return found.ok
      ? page(c, answerPage({ number, refused: null, found: found.value }))
      : page(c, answerPage({ number, refused: sayRefusal(found.error), found: null }), 422);
  });

  app.get('/voices', async (c) => {
    const actor = c.get('actor');
    if (actor === null) return problem(c, notSignedIn);
    const voices = await voicesFor(deps, actor);
    return voices.ok ? page(c, voicesPage(voices.value)) : refused(c, voices.error);
  });
  return app;
}

async function fieldsOf(c: Context): Promise<(name: string) => string> {
  const body = await bodyOf(c);
  return (name) => textOf(body[name]);
}

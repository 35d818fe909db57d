/**
 * Our phone page (甘州 2023 二(二)3: the source of an outcome is a fact): my visits, the joint form of one, entering the own part, having it read and
 * signed, and reviewing. Server-rendered, without any program in the browser. What was typed comes back with every error.
 */
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { signWays } from '../../../core/outcome/sign.ts';
import type { Words } from '../../../core/words.ts';
import type { Deps } from '../../deps.ts';
import { sayRefusal } from '../../say/refusal.ts';
import { dayOf } from '../../today.ts';
import { type HeldForm, jointForm } from '../../verbs/outcome/joint-form.ts';
import { myVisits } from '../../verbs/outcome/my-visits.ts';
import { reviewOutcomes } from '../../verbs/outcome/review.ts';
import { type SignDone, type SignInput, signForm } from '../../verbs/outcome/sign.ts';
import { type VisitNowAt, visitNow } from '../../verbs/outcome/visit-now.ts';
import { beenThere } from '../../verbs/visit/at-signing.ts';
import type { Answering, Web } from '../answer.ts';
import { ownForms } from '../guard.ts';
import { enterPage, opening } from './enter-page.ts';
import { enterTyped } from './entering.ts';
import type { Filled } from './fields.ts';
import { formPage, type Told } from './form-page.ts';
import { visitsPage } from './list-page.ts';
import { shownTo } from './shown.ts';
import { type DoorAsked, signPage, unsigned } from './sign-page.ts';
import { signedOutPage } from './signed-out-page.ts';

type Visit = Context<Web>;
const of = '/visits/:book{L?[0-9]{1,6}}';
const at = `${of}/:visit{[0-9]{1,9}}`;
const placeIn = (c: Visit) => ({ book: c.req.param('book') ?? '', visit: Number(c.req.param('visit')) });

/** A form of a few pages of text. */
const longForms = bodyLimit({ maxSize: 200_000 });

/** @param signInFirst what somebody is told who has to sign in to read a page */
export function visitRoutes(
  deps: Deps & { readonly site?: string },
  { page, refused }: Answering,
  signInFirst: (c: Visit) => Response,
): Hono<Web> {
  const app = new Hono<Web>();
  app.use('/visits/*', ownForms(deps.site), longForms);

  for (const path of ['/visits', of]) {
    app.get(path, async (c) => {
      const actor = c.get('actor');
      if (actor === null) return signInFirst(c);
      const only = c.req.param('book') ?? null;
      return page(c, visitsPage(await myVisits(deps, actor, only), dayOf(deps.now()), only));
    });
  }

  const signing = async (held: HeldForm, filled: Filled) =>
    signPage(held.book.book, held.form, filled, doorAsked(held, await visitNow(deps, held)));

  app.get(at, async (c) => {
    const actor = c.get('actor');
    if (actor === null) return signInFirst(c);
    const held = await jointForm(deps, actor, placeIn(c));
    if (!held.ok) return refused(c, held.error);
    return page(c, formPage(await shownTo(deps, actor, held.value), toldBy(c.req.query('done'))));
  });

  app.get(`${at}/enter`, async (c) => {
    const actor = c.get('actor');
    if (actor === null) return signInFirst(c);
    const held = await jointForm(deps, actor, placeIn(c));
    if (!held.ok) return refused(c, held.error);
    const shown = enterable(held.value, await visitNow(deps, held.value));
    if (shown === null) return c.redirect(`/visits/${placeIn(c).book}/${placeIn(c).visit}`, 303);
    return page(c, enterPage(shown, opening(shown, c.req.query('item') ?? null, dayOf(deps.now()))));
  });
  app.post(`${at}/enter`, async (c) => {
    const values = await valuesOf(c);
    const actor = c.get('actor');
    if (actor === null) return page(c, signedOutPage(c.req.path, values), 403);
    const held = await jointForm(deps, actor, placeIn(c));
    if (!held.ok) return refused(c, held.error);
    const shown = enterable(held.value, await visitNow(deps, held.value));
    if (shown === null) return c.redirect(`/visits/${placeIn(c).book}/${placeIn(c).visit}`, 303);
    const done = await enterTyped(deps, actor, shown, values);
    return done === null
      ? c.redirect(`/visits/${shown.book}/${shown.form.visit}?done=entered`, 303)
      : page(c, enterPage(shown, done), 422);
  });

  app.get(`${at}/sign`, async (c) => {
    const actor = c.get('actor');
    if (actor === null) return signInFirst(c);
    const held = await jointForm(deps, actor, placeIn(c));
    return held.ok ? page(c, await signing(held.value, unsigned)) : refused(c, held.error);
  });
  app.post(`${at}/sign`, async (c) => {
    const values = await valuesOf(c);
    const actor = c.get('actor');
    if (actor === null) return page(c, signedOutPage(c.req.path, values), 403);
    const place = placeIn(c);
    const asked = signingIn(values);
    const done = await signForm(deps, actor, { ...place, ...asked });
    if (done.ok) return c.redirect(`/visits/${place.book}/${place.visit}?done=${doneOf(done.value)}`, 303);
    const held = await jointForm(deps, actor, place);
    if (!held.ok) return refused(c, held.error);
    const errors = { [signField(done.error.why.reason)]: sayRefusal(done.error) };
    return page(c, await signing(held.value, { values, errors }), 422);
  });

  app.post(`${at}/review`, async (c) => {
    const values = await valuesOf(c);
    const actor = c.get('actor');
    if (actor === null) return page(c, signedOutPage(c.req.path, values), 403);
    const place = placeIn(c);
    const held = await jointForm(deps, actor, place);
    if (!held.ok) return refused(c, held.error);
    const rows = (values.version ?? []).flatMap((each) => versionIn(place.visit, each) ?? []);
    const passed = values.decision?.[0] === 'passed';
    const done = await reviewOutcomes(deps, actor, {
      ...{ book: place.book, department: held.value.own?.department ?? '', passed, words: values.words?.[0] ?? '' },
      rows: { kind: 'rows', rows },
    });
    if (done.ok) return c.redirect(`/visits/${place.book}/${place.visit}?done=${passed ? 'passed' : 'returned'}`, 303);
    const told: Told = { done: false, words: sayRefusal(done.error) };
    return page(c, formPage(await shownTo(deps, actor, held.value), told), 422);
  });
  return app;
}

/** What the page says afterwards: the signing, and 现场检查 and 办结 along with it. */
function doneOf({ way, door: { held, finished, left } }: SignDone): string {
  if (finished) return 'finished';
  if (held) return 'held';
  return left.length > 0 ? `${way}-only` : way;
}

/** Asked of the officers on the same page: whether certificates were shown, where their visit is not recorded yet. */
function doorAsked({ form, own, reach }: HeldForm, now: VisitNowAt): DoorAsked {
  const part = form.parts.find(({ department }) => department === own?.department);
  if (part === undefined || !reach.mayEnter) return 'nothing';
  const { held, finished } = now.of(part.department);
  if (finished !== null) return 'nothing';
  if (held !== null) return 'recorded';
  if (beenThere(part) === null) return 'nothing';
  return now.isUnapproved(part.department) ? 'shown-and-why' : 'shown';
}

const doneWords: Readonly<Record<string, Words>> = {
  held: {
    zh: '已记录阅核签章，并登记现场检查；录入其余事项后再办结。',
    en: 'On record: read and signed, and the visit itself; it is finished once the rest is entered.',
  },
  finished: { zh: '已记录阅核签章，本单位检查已办结。', en: 'On record: read and signed; your part is finished.' },
  'signed-only': {
    zh: '已记录：被检查人阅核签章。现场检查尚未登记（检查须经批准，并出示执法证件）：请补全手续后登记。',
    en: 'On record: read and signed. The visit itself is not recorded yet (approval, certificates shown).',
  },
  'refused-only': {
    zh: '已记录：被检查人拒绝签章，有见证人。现场检查尚未登记：请补全手续后登记。',
    en: 'On record: refused before a witness. The visit itself is not recorded yet.',
  },
  entered: { zh: '检查结果已录入，待审核。', en: 'The outcomes are entered and wait for review.' },
  signed: { zh: '已记录：被检查人阅核签章。', en: 'On record: read and signed.' },
  refused: { zh: '已记录：被检查人拒绝签章，有见证人。', en: 'On record: refused before a witness.' },
  absent: { zh: '已记录：被检查人不在场。', en: 'On record: nobody there to sign.' },
  passed: { zh: '已审核通过。', en: 'The outcomes have passed.' },
  returned: { zh: '已退回录入人。', en: 'The outcomes are returned.' },
};

function toldBy(done: string | undefined): Told | null {
  const words = done !== undefined && Object.hasOwn(doneWords, done) ? doneWords[done] : undefined;
  return words === undefined ? null : { done: true, words };
}

/** Null where the reader has no part of the form to fill in. */
function enterable({ book, form, reach, own }: HeldForm, now: VisitNowAt) {
  const part = form.parts.find(({ department }) => department === own?.department);
  return part === undefined || !reach.mayEnter
    ? null
    : { book: book.book, form, part, classified: book.classified, now };
}

const signField = (reason: string): string => {
  const fields: Readonly<Record<string, string>> = {
    'signer-missing': 'signer',
    'witness-missing': 'witness',
    'witness-inspects': 'witness',
    'record-missing': 'record',
    'record-unread': 'record',
    'absence-unexplained': 'words',
    'too-long': 'words',
  };
  return fields[reason] ?? 'way';
};

function signingIn(values: Filled['values']): Omit<SignInput, 'book' | 'visit'> {
  const one = (name: string): string => values[name]?.[0] ?? '';
  return {
    way: signWays.find((each) => each === one('way')) ?? 'signed',
    ...{ signer: one('signer'), witness: one('witness'), words: one('words'), record: one('record') },
    digest: one('digest'),
    door: one('shown') === 'yes' ? { shown: true, urgent: one('urgent') } : null,
  };
}

function versionIn(visit: number, text: string) {
  const found = /^(\d{1,15})\/(.+)$/.exec(text);
  return found === null ? null : { visit, outcome: Number(found[1]), item: found[2] ?? '' };
}

/** Texts of a form by field, each as often as it came; none where the body is no form. */
async function valuesOf(c: Visit): Promise<Filled['values']> {
  try {
    const body = await c.req.parseBody({ all: true });
    return Object.fromEntries(
      Object.entries(body).map(([name, value]) => [
        name,
        (Array.isArray(value) ? value : [value]).flatMap((each) => (typeof each === 'string' ? each : [])),
      ]),
    );
  } catch (thrown) {
    if (thrown instanceof TypeError) return {};
    throw thrown;
  }
}

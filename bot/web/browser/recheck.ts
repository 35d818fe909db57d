/**
 * A record computed again in the browser, step by step, by the very code of the desk and of the command line. It is given the record's
 * text and nothing else; nothing is sent anywhere.
 */
import { parseRecord } from '../../../core/draw/format.ts';
import type { DrawRecord } from '../../../core/draw/record.ts';
import { parseRecordText } from '../../../core/draw/text.ts';
import { type Failure, stepsOf, type VerifyStep, verifySteps } from '../../../core/draw/verify.ts';
import { sayFailure, sayStep } from '../../../core/draw/words.ts';
import type { Words } from '../../../core/words.ts';
import { breath, found, line, sought } from './element.ts';
import { offerLookup } from './lookup.ts';

/** Called with a record that has been verified. */
export type Verified = (record: DrawRecord) => readonly Words[];

export function offerRecheck(box: HTMLElement, verified: Verified = () => []): void {
  const file = found(box, '#record-file', HTMLInputElement);
  const drop = found(box, '[data-drop]', HTMLElement);
  const fetching = sought(box, '[data-fetch]', HTMLButtonElement);
  const check = (text: string): Promise<void> => recheck(box, text, verified);

  file.addEventListener('change', async () => {
    const chosen = file.files?.[0];
    if (chosen !== undefined) await check(await chosen.text());
  });
  drop.addEventListener('dragover', (event) => {
    event.preventDefault();
    drop.classList.add('over');
  });
  drop.addEventListener('dragleave', () => drop.classList.remove('over'));
  drop.addEventListener('drop', async (event) => {
    event.preventDefault();
    drop.classList.remove('over');
    const dropped = event.dataTransfer?.files[0];
    if (dropped !== undefined) await check(await dropped.text());
  });
  fetching?.addEventListener('click', async () => {
    fetching.disabled = true;
    try {
      await check(await fetchRecord(box.dataset.from ?? ''));
    } catch (thrown) {
      const words = thrown instanceof NotGiven ? thrown.words : unreachable;
      found(box, '[data-verdict]', HTMLElement).replaceChildren(line('p', words, 'card refused'));
    } finally {
      fetching.disabled = false;
    }
  });
}

const unreachable: Words = {
  zh: '取不到记录，请检查网络后再试，或选择已下载的文件。',
  en: 'The record cannot be fetched; try again, or choose a file.',
};

/** The server said in words why not. */
class NotGiven extends Error {
  readonly words: Words;

  constructor(words: Words) {
    super(words.en);
    this.words = words;
  }
}

async function fetchRecord(address: string): Promise<string> {
  const answer = await fetch(address, { headers: { accept: 'application/json' } });
  if (answer.ok) return answer.text();
  const problem: unknown = await answer.json().catch(() => null);
  if (typeof problem === 'object' && problem !== null && 'title' in problem && 'detail' in problem) {
    throw new NotGiven({ zh: String(problem.title), en: String(problem.detail) });
  }
  throw new NotGiven(unreachable);
}

async function recheck(box: HTMLElement, text: string, verified: Verified): Promise<void> {
  const list = found(box, '[data-steps]', HTMLOListElement);
  const verdict = found(box, '[data-verdict]', HTMLElement);
  found(box, '[data-lookup]', HTMLFormElement).hidden = true;
  verdict.replaceChildren(line('p', { zh: '正在核验……', en: 'Checking…' }, 'note'));
  const items = new Map(
    verifySteps.map((step) => [step, line('li', sayStep(step))] satisfies [VerifyStep, HTMLElement]),
  );
  list.replaceChildren(...items.values());
  await breath();

  const parsed = parseRecord(parseRecordText(text));
  if (!parsed.ok) return fail(items, verdict, { step: 'format', ...parsed.error });
  items.get('format')?.classList.add('good');
  await breath();
  for (const { step, difference } of stepsOf(parsed.value)) {
    if (difference !== null) return fail(items, verdict, { step, ...difference });
    items.get(step)?.classList.add('good');
    await breath();
  }
  succeed(box, verdict, parsed.value, verified);
}

function fail(items: ReadonlyMap<VerifyStep, HTMLElement>, verdict: HTMLElement, failure: Failure): void {
  const steps = [...items.keys()];
  const stopped = steps.indexOf(failure.step);
  for (const [i, step] of steps.entries()) {
    const item = items.get(step);
    if (i === stopped) item?.classList.add('bad');
    // Said and not only coloured; what comes after rests on what failed, so that nothing is claimed of it.
    if (i === stopped) item?.append(line('div', failedHere, 'note'));
    if (i === stopped + 1) item?.append(line('div', notReached, 'note'));
  }
  verdict.replaceChildren(line('p', sayFailure(failure), 'card refused'));
}

const failedHere: Words = { zh: '本步不符', en: 'fails here' };
const notReached: Words = { zh: '从本步起未再核验', en: 'from here on nothing was checked' };

function succeed(box: HTMLElement, verdict: HTMLElement, record: DrawRecord, verified: Verified): void {
  const posted = found(box, '#posted', HTMLInputElement).value.trim().toLowerCase() || (box.dataset.digest ?? '');
  if (posted !== '' && posted !== record.digest) {
    verdict.replaceChildren(
      line(
        'p',
        {
          zh: `记录自身前后一致，但不是公布的那一份：公布的摘要是 ${posted}，这份记录的是 ${record.digest}。`,
          en: `The record is consistent, but it is not the one that was posted: that had the digest ${posted}, this one has ${record.digest}.`,
        },
        'card refused',
      ),
    );
    return;
  }
  const witnesses = record.sealed.filter(({ id }) => id !== '0').length;
  verdict.replaceChildren(
    line(
      'p',
      { zh: '核验通过：每一步都由前一步推出。', en: 'Verified: every step follows from the one before.' },
      'card told',
    ),
    ...(posted === ''
      ? []
      : [line('p', { zh: '记录摘要与公布的一致。', en: 'The digest is the one that was posted.' })]),
    line('p', {
      zh: `监督人员封签 ${witnesses} 名，缺席 ${record.absent.length} 名；公共数 ${record.public.number}；抽中检查 ${record.result.visits.length} 户次。`,
      en: `${witnesses} witnesses sealed, ${record.absent.length} were absent; public number ${record.public.number}; ${record.result.visits.length} visits.`,
    }),
    line('p', { zh: `记录摘要：${record.digest}`, en: 'digest of the record' }, 'hex'),
    line('p', { zh: `结果根：${record.root}`, en: 'root of the result' }, 'hex'),
    ...verified(record).map((words) => line('p', words)),
  );
  offerLookup(found(box, '[data-lookup]', HTMLFormElement), record);
}

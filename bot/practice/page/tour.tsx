/** The guided tour: one step at a time, whom to be and where to look; a step is done when what was to happen is on record. */
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Words } from '../../../core/words.ts';
import { objOf } from '../workspace/json.ts';
import type { PageCopy, PageStep } from '../workspace/page-shape.ts';
import { useRoom } from './room.ts';
import { afterTour, type Lang } from './words.ts';

export function Tour({ close }: { close: () => void }) {
  const { state, say, lang } = useRoom();
  const steps = state.tour;
  const done = steps.filter((step) => step.done).length;
  const next = steps.find((step) => !step.done);
  const current = useRef<HTMLLIElement>(null);
  const id = next?.id;
  // From the head of the step on, so that its first line is never below the edge; once its part is unfolded.
  useEffect(() => {
    if (id === undefined) return;
    const soon = requestAnimationFrame(() => current.current?.scrollIntoView({ block: 'start' }));
    return () => cancelAnimationFrame(soon);
  }, [id]);
  return (
    <aside className="right tour" aria-label={say('tour')}>
      <div className="middle-head">
        <h2>{say('tour')}</h2>
        <p>{next === undefined ? say('tourDone') : `${done}/${steps.length} ${say('step')}`}</p>
        <button type="button" className="icon close" aria-label={say('close')} onClick={close}>
          ×
        </button>
      </div>
      <div className="progress" aria-hidden="true">
        <span style={{ width: `${(100 * done) / Math.max(1, steps.length)}%` }} />
      </div>
      {next === undefined && (
        <section className="after">
          <h3>{say('tourAfter')}</h3>
          <ul>
            {afterTour.map((words) => (
              <li key={words.en}>{words[lang]}</li>
            ))}
          </ul>
        </section>
      )}
      <div className="steps">
        {partsOf(steps).map((part) => (
          <Part key={part.title.en} part={part} isCurrent={part.steps.some(({ step }) => step === next)}>
            {part.steps.map(({ no, step }) => (
              <li
                key={step.id}
                ref={step === next ? current : null}
                value={no}
                data-no={no}
                data-done={step.done}
                data-next={step === next}
                {...(step === next ? { 'aria-current': 'step' as const } : {})}
              >
                <h4>{step.title[lang]}</h4>
                {step === next && <Step key={step.id} step={step} />}
              </li>
            ))}
          </Part>
        ))}
      </div>
    </aside>
  );
}

interface TourPart {
  readonly title: Words;
  readonly steps: readonly { readonly no: number; readonly step: PageStep }[];
}

/** Steps under the heading that they share, with the numbers that they have in the whole. */
function partsOf(steps: readonly PageStep[]): readonly TourPart[] {
  const numbered = steps.map((step, i) => ({ no: i + 1, step }));
  return [...Map.groupBy(numbered, ({ step }) => step.part.en)].flatMap(([, part]) => {
    const [first] = part;
    return first === undefined ? [] : [{ title: first.step.part, steps: part }];
  });
}

/** Folded unless one is in it; whoever wishes to read ahead opens it. */
function Part({ part, isCurrent, children }: { part: TourPart; isCurrent: boolean; children: ReactNode }) {
  const { lang } = useRoom();
  const [open, setOpen] = useState(isCurrent);
  useEffect(() => setOpen(isCurrent), [isCurrent]);
  const done = part.steps.filter(({ step }) => step.done).length;
  const isDone = done === part.steps.length;
  return (
    <details open={open} data-done={isDone} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <h3 className="part-title">{part.title[lang]}</h3>
        <span className="part-count">
          {isDone ? '✓' : ''} {done}/{part.steps.length}
        </span>
      </summary>
      <ol>{children}</ol>
    </details>
  );
}

/** What to do next, where the tour itself is not in sight. */
export function NextStep({ open }: { open: () => void }) {
  const { state, say, lang } = useRoom();
  const next = state.tour.find((step) => !step.done);
  if (next === undefined) return null;
  return (
    <button type="button" className="hint-strip" onClick={open}>
      <b>{say('tour')}</b>
      <span>{next.lines.map((line) => line[lang]).join(lang === 'zh' ? '' : ' ')}</span>
    </button>
  );
}

function Step({ step }: { step: PageStep }) {
  const { state, be, go, ask, act, say, lang } = useRoom();
  const [busy, setBusy] = useState(false);
  const [hindered, setHindered] = useState<Words | null>(null);
  const who = state.members.find(({ id }) => id === step.as);
  const where = state.channels.find(({ id }) => id === step.where);
  return (
    <>
      <Lines lines={step.lines} lang={lang} />
      <div className="controls">
        {who !== undefined && who.id !== state.me && (
          <button
            type="button"
            className="button"
            data-style="primary"
            onClick={() => be(who.id, step.where === 'home' ? '' : step.where)}
          >
            {say('be')} {who.title || who.name}
          </button>
        )}
        {where !== undefined && where.id !== state.channel && (
          <button type="button" className="button" onClick={() => go(where.id)}>
            {say('goThere')} {where.kind === 'im' ? where.name : `# ${where.name}`}
          </button>
        )}
        {step.where === 'home' && (
          <button
            type="button"
            className="button"
            onClick={() => {
              go('home');
              void act({ kind: 'home' });
            }}
          >
            {say('goThere')} {say('home')}
          </button>
        )}
        {step.inSpreadsheet && state.spreadsheet !== null && (
          <a className="button" href={state.spreadsheet.window} target="_blank" rel="noopener">
            {say('spreadsheet')}
          </a>
        )}
        {step.link !== null && (
          <a className="button" href={step.link.url} target="_blank" rel="noopener">
            {step.link.label[lang]}
          </a>
        )}
        {step.copy !== null && <Copy copy={step.copy} />}
        {step.forMe && (
          <button
            type="button"
            className="button quiet"
            disabled={busy}
            onClick={async () => {
              setBusy(true);
              setHindered(null);
              setHindered(wordsIn((await ask('tour', { step: step.id })).hindered));
              setBusy(false);
            }}
          >
            {busy ? say('doing') : say('forMe')}
          </button>
        )}
      </div>
      <p role="status" className="hindered">
        {hindered?.[lang]}
      </p>
    </>
  );
}

/** What is to be done, numbered where it is more than one thing. */
function Lines({ lines, lang }: { lines: readonly Words[]; lang: Lang }) {
  const [only] = lines;
  if (lines.length === 1) return <p>{only?.[lang]}</p>;
  return (
    <ol className="lines">
      {lines.map((line) => (
        <li key={line.en}>{line[lang]}</li>
      ))}
    </ol>
  );
}

const wordsIn = (given: unknown): Words | null => {
  const { zh, en } = objOf(given);
  return typeof zh === 'string' && typeof en === 'string' ? { zh, en } : null;
};

/** Where the browser does not let a page copy, the cells stand there to be copied by hand. */
function Copy({ copy }: { copy: PageCopy }) {
  const { say, lang } = useRoom();
  const [copied, setCopied] = useState<boolean | null>(null);
  return (
    <>
      <button
        type="button"
        className="button"
        onClick={() =>
          navigator.clipboard.writeText(copy.text).then(
            () => setCopied(true),
            () => setCopied(false),
          )
        }
      >
        {copy.label[lang]}
      </button>
      <span role="status" className="copied">
        {copied === true && `✓ ${say('copied')}`}
        {copied === false && say('copyByHand')}
      </span>
      {copied === false && <textarea readOnly rows={3} aria-label={copy.label[lang]} value={copy.text} />}
    </>
  );
}

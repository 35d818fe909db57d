/** One draw verified here: each step as it is recomputed, the digest against the posted one, and one enterprise's ticket. */
import { Button, Field, Input, Spinner } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { DrawRecord } from '../../../core/draw/record.ts';
import { type Failure, type VerifyStep, verifySteps } from '../../../core/draw/verify.ts';
import { sayFailure, sayStep } from '../../../core/draw/words.ts';
import { useAsked } from '../asked.ts';
import { usePane } from '../pane.ts';
import { Lookup } from '../parts/lookup.tsx';
import { Note } from '../parts/note.tsx';
import { Page, Section } from '../parts/page.tsx';
import { TroubleBar } from '../parts/trouble.tsx';
import { recheck } from '../recheck/steps.ts';
import { useStyles } from '../styles.ts';

export default function DrawScreen({ no }: { readonly no: number }) {
  const { t, filling } = usePane();
  const record = useAsked(String(no), () => filling.record(no));
  return (
    <Page title={t.draw.title(no)}>
      <TroubleBar trouble={record.trouble} again={record.again} />
      {record.busy && <Spinner size="tiny" label={t.draw.fetching} />}
      {record.value !== null && !record.busy && <Verifying candidate={record.value} again={record.again} />}
    </Page>
  );
}

type Verdict = { readonly record: DrawRecord } | { readonly failure: Failure };

function Verifying({ candidate, again }: { readonly candidate: unknown; readonly again: () => void }) {
  const { t, say, announce } = usePane();
  const styles = useStyles();
  const [held, setHeld] = useState<ReadonlySet<VerifyStep>>(new Set());
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  // Only another record is computed: not the same one in another language.
  useEffect(() => {
    let left = false;
    setHeld(new Set());
    setVerdict(null);
    const hold = (step: VerifyStep): void => setHeld((before) => new Set(before).add(step));
    void recheck(candidate, (step) => left || hold(step), breath).then((done) => {
      if (left) return;
      setVerdict(done.ok ? { record: done.record } : { failure: done.failure });
      announce(done.ok ? t.draw.good : say(sayFailure(done.failure)));
    });
    return () => {
      left = true;
    };
  }, [candidate]);

  const failed = verdict !== null && 'failure' in verdict ? verdict.failure : null;
  return (
    <>
      {verdict === null && <Spinner size="tiny" label={t.draw.checking} />}
      {failed !== null && <Note intent="error">✗ {say(sayFailure(failed))}</Note>}
      {verdict !== null && 'record' in verdict && <Verified record={verdict.record} />}
      <Section title={t.draw.steps}>
        <ol className={styles.list}>
          {verifySteps.map((step) => {
            const state = failed?.step === step ? 'bad' : held.has(step) ? 'good' : 'waiting';
            const tone = { bad: styles.danger, good: styles.good, waiting: styles.quiet }[state];
            return (
              <li key={step} className={styles.text}>
                <span className={tone}>
                  {{ bad: '✗', good: '✓', waiting: '…' }[state]} {t.draw.step[state]}
                </span>{' '}
                <span className={styles.strong}>{say(sayStep(step))}</span>
                <br />
                <span className={styles.quiet}>{t.draw.plain[step]}</span>
              </li>
            );
          })}
        </ol>
      </Section>
      {verdict !== null && (
        <Button className={styles.start} onClick={again}>
          {t.draw.again}
        </Button>
      )}
    </>
  );
}

const breath = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

function Verified({ record }: { readonly record: DrawRecord }) {
  const { t } = usePane();
  const styles = useStyles();
  const [posted, setPosted] = useState('');
  const stated = posted.trim().toLowerCase();
  const witnesses = record.sealed.filter(({ id }) => id !== '0').length;
  return (
    <>
      <Note intent="success">✓ {t.draw.good}</Note>
      <p className={styles.text}>
        {t.draw.facts(witnesses, record.absent.length, record.public.number, record.result.visits.length)}
      </p>
      <p className={styles.text}>
        {t.draw.digest}
        <br />
        <span className={styles.mono}>{record.digest}</span>
      </p>
      <p className={styles.text}>
        {t.draw.root}
        <br />
        <span className={styles.mono}>{record.root}</span>
      </p>
      <Field
        label={t.draw.posted}
        hint={t.draw.postedHint}
        validationState={stated === '' ? 'none' : stated === record.digest ? 'success' : 'error'}
        {...(stated === '' ? {} : { validationMessage: stated === record.digest ? t.draw.same : t.draw.differs })}
      >
        <Input value={posted} onChange={(_, { value }) => setPosted(value.slice(0, 200))} spellCheck={false} />
      </Field>
      <Lookup record={record} />
    </>
  );
}

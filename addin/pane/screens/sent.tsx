/** 提交中与结果: how far it has come, and then what became of each row. It may be left meanwhile. */
import { Button } from '@fluentui/react-components';
import { useEffect } from 'react';
import { rowOutcomes } from '../../../core/api/shapes.ts';
import type { Sent } from '../../sync/filling.ts';
import { usePane } from '../pane.ts';
import { Act } from '../parts/act.tsx';
import { Capped } from '../parts/capped.tsx';
import { CountList } from '../parts/counts.tsx';
import { Note } from '../parts/note.tsx';
import { Page, Section } from '../parts/page.tsx';
import { Progress } from '../parts/progress.tsx';
import { TroubleBar } from '../parts/trouble.tsx';
import { useStyles } from '../styles.ts';

export default function SentScreen() {
  const { t, sent, seeSent, send, filling, go } = usePane();
  const styles = useStyles();
  useEffect(() => {
    if (sent?.seen === false && sent.done !== null) seeSent();
  }, [sent, seeSent]);
  if (sent === null) {
    return (
      <Page title={t.sent.title}>
        <Note>{t.sent.none}</Note>
      </Page>
    );
  }
  const { worksheet, done } = sent;
  const title = worksheet === '' ? t.sent.title : `${t.sent.title} · ${worksheet}`;
  return (
    <Page title={title}>
      {done === null && (
        <>
          <Progress label={t.sent.running} />
          <p className={styles.quiet}>{t.sent.leave}</p>
        </>
      )}
      {done !== null && !done.ok && (
        <>
          <TroubleBar trouble={done.trouble} />
          {done.trouble.kind === 'host' && <Note intent="warning">{t.sent.unfinished}</Note>}
          {done.trouble.kind !== 'refused' && (
            <Act appearance="primary" onAct={() => void send('resume', worksheet, (step) => filling.resume(step))}>
              {t.sent.resume}
            </Act>
          )}
        </>
      )}
      {done?.ok === true && <Result worksheet={worksheet} sent={done.value} />}
      {done !== null && (
        <div className={styles.row}>
          <Button onClick={() => go({ at: 'home' })}>{t.sent.home}</Button>
          {worksheet !== '' && <Button onClick={() => go({ at: 'check', worksheet })}>{t.check.title}</Button>}
        </div>
      )}
    </Page>
  );
}

function Result({ worksheet, sent }: { readonly worksheet: string; readonly sent: Sent }) {
  const { t, say, go, filling } = usePane();
  const styles = useStyles();
  const { counts, merged, conflicts, refused, behind, note } = sent;
  const isWhole = counts.conflict + counts.refused + behind === 0;
  const isAny = counts.created + counts.updated + counts.merged + counts.unchanged + counts.withdrawn > 0;
  const told = say(note);
  // What is gone on with may lie in several worksheets.
  const disputed = [...new Set(conflicts.map(({ worksheet }) => worksheet))];
  return (
    <>
      <Note intent={isWhole ? 'success' : 'warning'}>
        <span className={styles.strong}>{isWhole ? t.sent.done : isAny ? t.sent.partly : t.sent.nothing}</span>
        {told !== '' && ` ${told}`}
      </Note>
      <CountList
        label={t.sent.result}
        counts={rowOutcomes
          .filter((outcome) => counts[outcome] > 0)
          .map((outcome) => ({
            word: t.sent.outcomes[outcome],
            n: counts[outcome],
            ...(outcome === 'refused' || outcome === 'conflict' ? { sign: '✗' as const } : {}),
          }))}
      />
      {behind > 0 && (
        <Note
          intent="warning"
          actions={<Button onClick={() => go({ at: 'check', worksheet })}>{t.preview.toCheck}</Button>}
        >
          {t.sent.behind(behind)}
        </Note>
      )}
      {counts.conflict > 0 && (
        <Note
          intent="warning"
          actions={disputed.map((each) => (
            <Button key={each} appearance="primary" onClick={() => go({ at: 'conflicts', worksheet: each })}>
              {disputed.length === 1 ? t.sent.toConflicts : `${t.sent.toConflicts} · ${each}`}
            </Button>
          ))}
        >
          {t.sent.conflicts(Math.max(counts.conflict, conflicts.length))}
        </Note>
      )}
      {refused.length > 0 && (
        <Section title={t.sent.refused}>
          <p className={styles.quiet}>{isAny ? t.sent.refusedWhat : t.sent.refusedAll}</p>
          <Capped
            label={t.sent.refused}
            all={refused}
            keyOf={(each) => `${each.worksheet} ${each.row} ${each.header} ${each.words.zh}`}
          >
            {({ worksheet, row, label, header, words }) => (
              <article className={styles.card}>
                <p className={styles.text}>
                  <Button
                    size="small"
                    className={styles.wide}
                    onClick={() => void filling.show(worksheet, row, header)}
                  >
                    {t.row(row + 1)} {header}
                  </Button>{' '}
                  {label}
                </p>
                <p className={styles.text}>✗ {say(words)}</p>
              </article>
            )}
          </Capped>
        </Section>
      )}
      {merged.length > 0 && (
        <Section title={t.sent.merged}>
          <p className={styles.quiet}>{t.sent.mergedWhat}</p>
          <Capped label={t.sent.merged} all={merged} keyOf={(each) => `${each.worksheet} ${each.row} ${each.header}`}>
            {({ row, label, header, theirs, by }) => (
              <article className={styles.card}>
                <h3 className={styles.subheading}>
                  {t.row(row + 1)} {label}
                </h3>
                <p className={styles.text}>{t.sent.theirs(header, theirs === '' ? t.blank : theirs, by)}</p>
              </article>
            )}
          </Capped>
        </Section>
      )}
    </>
  );
}

/** 统计: makes the worksheet with its charts, and says what each shows. */
import { useState } from 'react';
import type { Figures } from '../../../core/api/shapes.ts';
import type { Trouble } from '../../sync/filling.ts';
import { usePane, useRunning } from '../pane.ts';
import { Act } from '../parts/act.tsx';
import { Note } from '../parts/note.tsx';
import { Page } from '../parts/page.tsx';
import { Progress } from '../parts/progress.tsx';
import { TroubleBar } from '../parts/trouble.tsx';
import { useStyles } from '../styles.ts';

export default function FiguresScreen() {
  const { t, say, filling, run, announce } = usePane();
  const styles = useStyles();
  const running = useRunning();
  const [made, setMade] = useState<Figures | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);

  const make = async (): Promise<void> => {
    setTrouble(null);
    const done = await run('figures', '', () => filling.figures());
    if (!done.ok) return setTrouble(done.trouble);
    setMade(done.value);
    announce(t.figures.made(done.value.year, done.value.figures.length));
  };
  return (
    <Page title={t.figures.title}>
      <p className={styles.text}>{t.figures.what}</p>
      <Act appearance="primary" onAct={() => void make()}>
        {t.figures.go}
      </Act>
      {running?.kind === 'figures' && <Progress label={t.figures.running} />}
      <TroubleBar trouble={trouble} again={() => void make()} />
      {made !== null && (
        <>
          <Note intent={made.figures.length > 0 ? 'success' : 'info'}>
            {made.figures.length > 0 ? t.figures.made(made.year, made.figures.length) : t.figures.none}
          </Note>
          <ul className={styles.list}>
            {made.figures.map(({ title, note }) => (
              <li key={title.zh} className={styles.card}>
                <span className={styles.strong}>{say(title)}</span>
                <span className={styles.quiet}>{say(note)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Page>
  );
}

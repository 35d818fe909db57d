/** Books that may be opened, in the order in which a year goes; each says until when, and why it can only be read. */
import { useState } from 'react';
import { type BookLine, type BookSheet, sameBook } from '../../../core/sheet/book.ts';
import type { BoundSheet, Trouble } from '../../sync/filling.ts';
import { usePane, useRunning } from '../pane.ts';
import { useStyles } from '../styles.ts';
import { Act } from './act.tsx';
import { Progress } from './progress.tsx';
import { TroubleBar } from './trouble.tsx';

const groups = ['plans', 'lists', 'visits', 'outcomes'] as const;
type Group = (typeof groups)[number];

const groupOf: Readonly<Record<BookSheet, Group>> = {
  'plan-tasks': 'plans',
  items: 'lists',
  subjects: 'lists',
  inspectors: 'lists',
  'visit-list': 'visits',
  outcomes: 'outcomes',
};

interface BookListProps {
  readonly books: readonly BookLine[];
  readonly bound: readonly BoundSheet[];
  readonly opened: () => void;
}

export function BookList({ books, bound, opened }: BookListProps) {
  const { t } = usePane();
  const styles = useStyles();
  return groups.map((group) => {
    const lines = books.filter(({ sheet }) => groupOf[sheet] === group);
    if (lines.length === 0) return null;
    return (
      <div key={group} className={styles.section}>
        <h3 className={styles.subheading}>{t.homePage.groups[group]}</h3>
        <ul className={styles.list}>
          {lines.map((line) => (
            <li key={`${line.sheet} ${line.book}`}>
              <Book line={line} worksheet={worksheetOf(line, bound)} opened={opened} />
            </li>
          ))}
        </ul>
      </div>
    );
  });
}

const worksheetOf = (line: BookLine, bound: readonly BoundSheet[]): string | null =>
  bound.find(({ ref }) => sameBook(ref, line))?.worksheet ?? null;

interface BookProps {
  readonly line: BookLine;
  readonly worksheet: string | null;
  readonly opened: () => void;
}

function Book({ line, worksheet, opened }: BookProps) {
  const { t, say, filling, file, run, go, announce } = usePane();
  const styles = useStyles();
  const running = useRunning();
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const title = say(line.title);

  const open = async (): Promise<void> => {
    setTrouble(null);
    const done = await run('open', title, (step) => filling.open({ sheet: line.sheet, book: line.book }, step));
    if (!done.ok) return setTrouble(done.trouble);
    announce(file === null ? t.homePage.opened(done.value.worksheet) : t.homePage.openedInFile(done.value.worksheet));
    opened();
  };
  return (
    <article className={styles.card} aria-label={title}>
      <h4 className={styles.subheading}>{title}</h4>
      <p className={styles.text}>{say(line.note)}</p>
      {line.readOnly !== null && <p className={styles.quiet}>{t.homePage.readOnly(say(line.readOnly))}</p>}
      {running?.kind === 'open' && running.about === title && <Progress label={t.homePage.opening(title)} />}
      <TroubleBar trouble={trouble} again={open} />
      {worksheet === null ? (
        <Act size="small" aria-label={t.homePage.openNamed(title)} onAct={open}>
          {t.homePage.open}
        </Act>
      ) : (
        <div className={styles.row}>
          <span className={styles.good}>✓ {t.homePage.isOpen}</span>
          <Act
            size="small"
            aria-label={t.homePage.named(t.homePage.go, worksheet)}
            onAct={() => go({ at: 'check', worksheet })}
          >
            {t.homePage.go}
          </Act>
        </div>
      )}
    </article>
  );
}

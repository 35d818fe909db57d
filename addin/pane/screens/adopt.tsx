/** 识别已有表格: how a table that people made would be understood, before anything is written. */
import { Field, Select, Spinner } from '@fluentui/react-components';
import { useState } from 'react';
import type { BookLine } from '../../../core/sheet/book.ts';
import type { Candidate, Trouble } from '../../sync/filling.ts';
import { useAsked } from '../asked.ts';
import { usePane, useRunning } from '../pane.ts';
import { Act } from '../parts/act.tsx';
import { Mapping } from '../parts/mapping.tsx';
import { Note } from '../parts/note.tsx';
import { Page } from '../parts/page.tsx';
import { Progress } from '../parts/progress.tsx';
import { TroubleBar } from '../parts/trouble.tsx';
import { useStyles } from '../styles.ts';

export default function AdoptScreen() {
  const { t, filling } = usePane();
  const styles = useStyles();
  const candidates = useAsked('', () => filling.candidates());
  const books = useAsked('', () => filling.books());
  return (
    <Page title={t.adopt.title}>
      <p className={styles.text}>{t.adopt.what}</p>
      <TroubleBar trouble={candidates.trouble} again={candidates.again} />
      <TroubleBar trouble={books.trouble} again={books.again} />
      {candidates.value === null && candidates.busy && <Spinner size="tiny" label={t.loading} />}
      {candidates.value?.length === 0 && <Note>{t.adopt.none}</Note>}
      <ul className={styles.list}>
        {candidates.value?.map((candidate) => (
          <li key={candidate.worksheet}>
            <CandidateCard candidate={candidate} books={books.value} />
          </li>
        ))}
      </ul>
    </Page>
  );
}

interface CandidateProps {
  readonly candidate: Candidate;
  /** Null while nobody knows. */
  readonly books: readonly BookLine[] | null;
}

function CandidateCard({ candidate, books }: CandidateProps) {
  const { t, say, filling, run, go, announce } = usePane();
  const styles = useStyles();
  const running = useRunning();
  const { worksheet, sheet, rows, headerRow, why, columns, free } = candidate;
  const fit = (books ?? []).filter((line) => line.readOnly === null && line.sheet === sheet);
  const [chosen, setChosen] = useState('');
  const [named, setNamed] = useState<Readonly<Record<string, string>>>({});
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  // What was missing is there once the person has said which column it is.
  const isWhole =
    why === null ||
    (free.some(({ required }) => required) && free.every((each) => !each.required || named[each.field] !== undefined));
  const only = fit.length === 1 ? fit[0] : undefined;
  const line = only ?? fit.find(({ book }) => book === chosen);

  const adopt = async (): Promise<void> => {
    if (line === undefined) return;
    setTrouble(null);
    const done = await run('adopt', worksheet, () =>
      filling.adopt(worksheet, { sheet: line.sheet, book: line.book }, named),
    );
    if (!done.ok) return setTrouble(done.trouble);
    announce(t.adopt.done(done.value.worksheet));
    go({ at: 'check', worksheet: done.value.worksheet });
  };
  return (
    <article className={styles.card} aria-label={worksheet}>
      <h2 className={styles.heading}>{worksheet}</h2>
      <p className={styles.text}>
        {sheet === null ? t.adopt.unknownSheet(rows) : t.adopt.looksLike(t.sheets[sheet], rows, headerRow + 1)}
      </p>
      {why !== null && !isWhole && <Note intent="warning">{say(why)}</Note>}
      {sheet === null && <p className={styles.quiet}>{t.adopt.unknownAsk}</p>}
      {columns.length > 0 && (
        <Mapping columns={columns} free={free} open={sheet !== null} named={named} name={setNamed} />
      )}
      {sheet !== null && books !== null && fit.length === 0 && <p className={styles.quiet}>{t.adopt.noBook}</p>}
      {only !== undefined && (
        <p className={styles.text}>
          {t.adopt.book}
          {t.colon}
          <span className={styles.strong}>{say(only.title)}</span>
        </p>
      )}
      {fit.length > 1 && (
        <Field label={t.adopt.book} required>
          <Select value={chosen} onChange={(_, { value }) => setChosen(value)}>
            <option value="">{t.adopt.choose}</option>
            {fit.map(({ book, title }) => (
              <option key={book} value={book}>
                {say(title)}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {running?.kind === 'adopt' && running.about === worksheet && <Progress label={t.work.adopt} />}
      <TroubleBar trouble={trouble} again={adopt} />
      {fit.length > 0 && isWhole && (
        <Act
          appearance="primary"
          aria-label={t.adopt.goNamed(worksheet)}
          not={line === undefined ? t.adopt.choose : null}
          onAct={adopt}
        >
          {t.adopt.go}
        </Act>
      )}
    </article>
  );
}

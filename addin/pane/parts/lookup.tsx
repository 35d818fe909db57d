/** 查一户: its row and ticket in a verified record, and how it stands in each task. */
import { Button, Field, Input, Link } from '@fluentui/react-components';
import { type FormEvent, useRef, useState } from 'react';
import type { DrawRecord } from '../../../core/draw/record.ts';
import { usePane } from '../pane.ts';
import { type Found, findTicket } from '../recheck/find.ts';
import { useStyles } from '../styles.ts';
import { Section } from './page.tsx';

export function Lookup({ record }: { readonly record: DrawRecord }) {
  const { t } = usePane();
  const styles = useStyles();
  const [asked, setAsked] = useState('');
  const [isEmpty, setEmpty] = useState(false);
  const [answer, setAnswer] = useState<{ readonly asked: string; readonly found: Found } | null>(null);
  const field = useRef<HTMLInputElement>(null);

  const find = (text: string): void => {
    setEmpty(text.trim() === '');
    if (text.trim() === '') {
      field.current?.focus();
      return;
    }
    setAnswer({ asked: text.trim(), found: findTicket(record, text) });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    find(asked);
  };
  return (
    <Section title={t.draw.lookup}>
      <form className={styles.section} onSubmit={submit}>
        <Field label={t.draw.number} hint={t.draw.numberHint} {...(isEmpty ? { validationMessage: t.draw.empty } : {})}>
          <Input input={{ ref: field }} value={asked} onChange={(_, { value }) => setAsked(value.slice(0, 200))} />
        </Field>
        <Button type="submit" className={styles.start}>
          {t.draw.find}
        </Button>
      </form>
      <div role="status">
        {answer !== null && (
          <Answer
            {...answer}
            choose={(number) => {
              setAsked(number);
              find(number);
              field.current?.focus();
            }}
          />
        )}
      </div>
    </Section>
  );
}

interface AnswerProps {
  readonly asked: string;
  readonly found: Found;
  readonly choose: (number: string) => void;
}

function Answer({ asked, found, choose }: AnswerProps) {
  const { t, say } = usePane();
  const styles = useStyles();
  switch (found.kind) {
    case 'absent':
      return <p className={styles.text}>{t.draw.absent(asked)}</p>;
    case 'several':
      return (
        <>
          <p className={styles.text}>
            {found.all > found.some.length ? t.draw.tooMany(found.all) : t.draw.several(found.all)}
          </p>
          <ul className={styles.list}>
            {found.some.map(({ number, place }) => (
              <li key={number}>
                <Link as="button" onClick={() => choose(number)}>
                  {number} {place}
                </Link>
              </li>
            ))}
          </ul>
        </>
      );
    case 'one': {
      const { number, place, row, ticket, tasks } = found.found;
      return (
        <article className={styles.card}>
          <h3 className={styles.subheading}>
            {number} {place}
          </h3>
          <p className={styles.text}>{t.draw.ticket(row, ticket)}</p>
          {tasks.map(({ no, name, standing }) => (
            <p key={no} className={styles.text}>
              {no} {name}
              {t.colon}
              {say(standing)}
            </p>
          ))}
        </article>
      );
    }
  }
}

/** Row by row, cell by cell: what was got from the desk and what would take its place. */
import { Field, Link, mergeClasses, Select } from '@fluentui/react-components';
import { useState } from 'react';
import type { Preview, RowState } from '../../sync/filling.ts';
import { usePane } from '../pane.ts';
import { useStyles } from '../styles.ts';
import { Capped } from './capped.tsx';
import { ValueText } from './value-text.tsx';

type Shown = 'all' | 'new' | 'changed' | 'cannot-be-sent';
const kinds: readonly Shown[] = ['all', 'new', 'changed', 'cannot-be-sent'];

export function Changes({ preview }: { readonly preview: Preview }) {
  const { t } = usePane();
  const styles = useStyles();
  const [kind, setKind] = useState<Shown>('all');
  const differing = preview.rows.filter(({ what }) => what !== 'unchanged');
  if (differing.length === 0) return null;
  const rows = kind === 'all' ? differing : differing.filter(({ what }) => what === kind);
  return (
    <>
      <Field label={t.preview.filter}>
        <Select value={kind} onChange={(_, { value }) => setKind(kinds.find((each) => each === value) ?? 'all')}>
          {kinds.map((each) => (
            <option key={each} value={each}>
              {each === 'all' ? t.preview.all : t.preview.counts[each]}
            </option>
          ))}
        </Select>
      </Field>
      {rows.length === 0 && <p className={styles.quiet}>{t.preview.noneOfKind}</p>}
      <Capped label={t.preview.all} all={rows} keyOf={({ row, id }) => `${row} ${id}`}>
        {(row) => <ChangedRow worksheet={preview.sheet.worksheet} state={row} />}
      </Capped>
    </>
  );
}

function ChangedRow({ worksheet, state }: { readonly worksheet: string; readonly state: RowState }) {
  const { t, say, filling } = usePane();
  const styles = useStyles();
  const { row, label, what, changes, remarks } = state;
  // A row that the desk never gave has no cell that was otherwise.
  const isNew = changes.every(({ was }) => was === '');
  return (
    <article className={styles.card}>
      <h2 className={styles.subheading}>
        <span className={mergeClasses(what === 'cannot-be-sent' && styles.danger)}>
          {what === 'cannot-be-sent' ? '✗ ' : ''}
          {t.preview.counts[what]}
        </span>
        {' · '}
        {t.row(row + 1)} <bdi>{label}</bdi>
      </h2>
      {changes.length > 0 && (
        <dl className={styles.pairs}>
          {changes.map(({ field, header, was, now }) => (
            <div key={field}>
              <dt style={{ display: 'inline' }}>
                <Link as="button" inline onClick={() => void filling.show(worksheet, row, header)}>
                  {header}
                </Link>
                {t.colon}
              </dt>
              <dd style={{ display: 'inline', margin: 0 }}>
                {!(isNew && was === '') && (
                  <>
                    <span className={styles.quiet}>{t.preview.was} </span>
                    <del>
                      <ValueText text={was} />
                    </del>{' '}
                    <span className={styles.quiet}>{t.preview.becomes} </span>
                  </>
                )}
                <ins style={{ textDecorationLine: isNew ? 'none' : 'underline' }}>
                  <ValueText text={now} />
                </ins>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {remarks.map(({ address, header, weight, words }) => (
        <p key={`${address} ${words.zh}`} className={styles.text}>
          <span className={weight === 'refused' ? styles.danger : styles.warning}>{t.check.weights[weight]}</span>{' '}
          <Link
            as="button"
            inline
            aria-label={`${t.check.goTo(address)} ${header}`}
            onClick={() => void filling.show(worksheet, row, header)}
          >
            {address === '' ? t.row(row + 1) : address}
          </Link>{' '}
          {header}
          {t.colon}
          {say(words)}
        </p>
      ))}
    </article>
  );
}

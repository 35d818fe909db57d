/** 校验: every remark of one worksheet with its address, and the way to the cell. The words are those of the worksheet itself. */
import { Checkbox } from '@fluentui/react-components';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Checked } from '../../../core/sheet/check.ts';
import type { Done, Trouble } from '../../sync/filling.ts';
import { countRows, labelOf, saidRows } from '../checked-rows.ts';
import { usePane, useRunning } from '../pane.ts';
import { Act } from '../parts/act.tsx';
import { Capped } from '../parts/capped.tsx';
import { CountList } from '../parts/counts.tsx';
import { Note } from '../parts/note.tsx';
import { Page, Section } from '../parts/page.tsx';
import { Progress } from '../parts/progress.tsx';
import { RemarkLine } from '../parts/remark-line.tsx';
import { Renamed } from '../parts/renamed.tsx';
import { TroubleBar } from '../parts/trouble.tsx';
import { useStyles } from '../styles.ts';

export default function CheckScreen({ worksheet }: { readonly worksheet: string }) {
  const { t, host, filling, run, go, setCounts, announce, live, setLive, rechecked } = usePane();
  const styles = useStyles();
  const running = useRunning();
  const [checked, setChecked] = useState<Checked | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [showing, setShowing] = useState<Trouble | null>(null);
  const [onlyRefused, setOnlyRefused] = useState(false);
  const isLive = host.live && live;

  const take = useCallback(
    (done: Done<Checked>): void => {
      setTrouble(done.ok ? null : done.trouble);
      if (!done.ok) return;
      const counts = countRows(done.value.rows);
      setChecked(done.value);
      setCounts(worksheet, { refused: counts.refused, look: counts.look, blank: counts.blank, changed: null });
      announce(t.check.spoken(counts.good, counts.refused, counts.look, counts.blank));
    },
    [worksheet],
  );
  const check = useCallback(
    async (): Promise<void> => take(await run('check', worksheet, (step) => filling.check(worksheet, step))),
    [run, filling, worksheet, take],
  );

  useEffect(() => void check(), [check]);
  // What the pane has checked by itself before this screen was there is overtaken by its own check.
  const seen = useRef(rechecked);
  useEffect(() => {
    if (rechecked === seen.current) return;
    seen.current = rechecked;
    if (rechecked?.worksheet === worksheet) take(rechecked.done);
  }, [rechecked, worksheet, take]);

  const show = async (row: number, header: string): Promise<void> => {
    const done = await filling.show(worksheet, row, header);
    setShowing(done.ok ? null : done.trouble);
  };
  const isChecking = running?.kind === 'check' && running.about === worksheet;
  return (
    <Page title={`${t.check.title} · ${worksheet}`}>
      <div className={styles.row}>
        <Act onAct={() => void check()}>{t.check.again}</Act>
        <Act appearance="primary" onAct={() => go({ at: 'preview', worksheet })}>
          {t.check.preview}
        </Act>
      </div>
      {host.live && (
        <Checkbox label={t.check.live} checked={isLive} onChange={(_, { checked: on }) => setLive(on === true)} />
      )}
      {!isLive && <p className={styles.quiet}>{host.kind === 'file' ? t.check.inFile : t.check.notLive}</p>}
      {isChecking && <Progress label={t.check.running} />}
      <TroubleBar trouble={trouble} again={() => void check()} />
      {trouble?.renamed !== undefined && <Renamed renamed={trouble.renamed} answered={() => void check()} />}
      <TroubleBar trouble={showing} />
      {checked !== null && (
        <Findings checked={checked} onlyRefused={onlyRefused} setOnlyRefused={setOnlyRefused} show={show} />
      )}
    </Page>
  );
}

interface FindingsProps {
  readonly checked: Checked;
  readonly onlyRefused: boolean;
  readonly setOnlyRefused: (only: boolean) => void;
  readonly show: (row: number, header: string) => Promise<void>;
}

function Findings({ checked, onlyRefused, setOnlyRefused, show }: FindingsProps) {
  const { t, say } = usePane();
  const styles = useStyles();
  const { good, refused, look, blank } = countRows(checked.rows);
  const isAllBlank = blank > 0 && good + refused === 0;
  const said = saidRows(checked.rows, onlyRefused);
  const whole = checked.remarks.filter(({ weight }) => !onlyRefused || weight === 'refused');
  const { unmapped, personal } = checked.recognised;
  return (
    <>
      <CountList
        label={t.check.counts}
        counts={[
          { word: t.check.good, sign: '✓', n: good },
          { word: t.check.refused, sign: '✗', n: refused },
          { word: t.check.look, sign: '！', n: look },
          ...(blank > 0 ? [{ word: t.check.blank, n: blank }] : []),
        ]}
      />
      {blank > 0 && !isAllBlank && <p className={styles.text}>{t.check.filled(good, refused, blank)}</p>}
      <Checkbox
        label={t.check.onlyRefused}
        checked={onlyRefused}
        onChange={(_, data) => setOnlyRefused(data.checked === true)}
      />
      {whole.length > 0 && (
        <Section title={t.check.sheetRemarks}>
          <ul className={styles.list}>
            {whole.map(({ weight, words }) => (
              <li key={`${weight} ${words.zh}`} className={styles.text}>
                <span className={weight === 'refused' ? styles.danger : styles.warning}>{t.check.weights[weight]}</span>{' '}
                {say(words)}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {said.length === 0 && whole.length === 0 && (
        <Note intent={refused === 0 && good > 0 ? 'success' : 'info'}>
          {checked.rows.length === 0
            ? t.check.noRows
            : isAllBlank
              ? t.check.allBlank(blank)
              : onlyRefused
                ? t.check.noneRefused
                : t.check.none}
        </Note>
      )}
      <Capped label={t.check.title} all={said} keyOf={({ row }) => String(row)}>
        {(row) => (
          <article className={styles.card}>
            <h2 className={styles.subheading}>
              {t.row(row.row + 1)} {labelOf(row)}
            </h2>
            <ul className={styles.list}>
              {row.remarks.map((remark, place) => (
                <li key={place}>
                  <RemarkLine row={row.row} remark={remark} show={() => void show(row.row, remark.header)} />
                </li>
              ))}
            </ul>
          </article>
        )}
      </Capped>
      {unmapped.length > 0 && <p className={styles.quiet}>{t.check.unmapped(headersOf(unmapped))}</p>}
      {personal.length > 0 && <p className={styles.quiet}>{t.check.personal(headersOf(personal))}</p>}
      {checked.notes.length > 0 && <p className={styles.quiet}>{t.check.notes(checked.notes.length)}</p>}
    </>
  );
}

const headersOf = (columns: readonly { readonly header: string }[]): string =>
  columns
    .map(({ header }) => header)
    .filter((header) => header !== '')
    .join('、');

/** The cell that was gone to, with its row: what Excel would show by itself. It is mended in WPS or Excel, so that this only tells where. */
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { cellAddress, columnLetters, type Grid, textOf } from '../../../core/sheet/grid.ts';
import { idHeader } from '../../../core/sheet/layout.ts';
import { usePane } from '../pane.ts';
import { useStyles } from '../styles.ts';
import type { FileDoor, ShownCell } from './file-door.ts';

const useCells = makeStyles({
  here: { outline: `2px solid ${tokens.colorBrandStroke1}`, outlineOffset: '1px' },
  cell: { margin: 0, padding: `0 ${tokens.spacingHorizontalXS}`, overflowWrap: 'anywhere' },
});

export function ShownCellCard({ file }: { readonly file: FileDoor }) {
  const { t, turn, screen, announce } = usePane();
  const styles = useStyles();
  const own = useCells();
  const [shown, setShown] = useState<{ readonly cell: ShownCell; readonly grid: Grid } | null>(null);
  const card = useRef<HTMLElement>(null);

  useEffect(
    () => file.onShow((cell) => void file.read(cell.worksheet).then((grid) => setShown({ cell, grid }))),
    [file],
  );
  // Cells of another workbook, or of a worksheet that nobody looks at any more.
  const about = 'worksheet' in screen ? screen.worksheet : null;
  useEffect(() => {
    setShown((before) => (before?.cell.worksheet === about ? before : null));
  }, [about]);
  useEffect(() => setShown(null), [turn]);
  useEffect(() => {
    if (shown === null) return;
    card.current?.scrollIntoView({ block: 'nearest' });
    announce(t.file.here(cellAddress(shown.cell.row, shown.cell.column)));
  }, [shown, announce, t]);

  if (shown === null) return null;
  const { worksheet, row, column } = shown.cell;
  const headers = headersAbove(shown.grid);
  const cells = (shown.grid.rows[row] ?? [])
    .map((cell, place) => ({ place, text: textOf(cell) }))
    .filter(({ place }) => headers[place] !== idHeader);
  const told = cells.filter(({ place, text }) => text !== '' || place === column);
  const seen = told.some(({ place }) => place === column) ? told : [...told, { place: column, text: '' }];
  return (
    <article ref={card} className={styles.card} aria-label={t.file.here(cellAddress(row, column))}>
      <div className={styles.row}>
        <h3 className={styles.subheading}>
          {worksheet} · {t.row(row + 1)}
        </h3>
        <Button size="small" appearance="subtle" onClick={() => setShown(null)}>
          {t.close}
        </Button>
      </div>
      {seen.map(({ place, text }) => (
        <p
          key={place}
          className={mergeClasses(own.cell, place === column && own.here)}
          {...(place === column ? { 'aria-current': 'true' as const } : {})}
        >
          <span className={styles.quiet}>
            {place === column ? `▶ ${cellAddress(row, place)}` : columnLetters(place)} {headers[place] ?? ''}
            {t.colon}
          </span>
          <bdi>{text === '' ? t.blank : text}</bdi>
        </p>
      ))}
    </article>
  );
}

/** Every worksheet that belongs to the desk has the column of row ids in its header row. */
const headersAbove = ({ rows }: Grid): readonly string[] =>
  rows.find((cells) => cells.some((cell) => textOf(cell) === idHeader))?.map((cell) => textOf(cell).trim()) ?? [];

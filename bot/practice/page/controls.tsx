/** Buttons and lists outside of a form's own fields; what cannot be undone is asked about first. */
import { useRef, useState } from 'react';
import { type Obj, objOf, strOf } from '../workspace/json.ts';
import { type Control, optionsOf, wordsOf } from '../workspace/seen.ts';
import { useRoom } from './room.ts';

export type Where =
  | { readonly kind: 'post'; readonly channel: string; readonly ts: string }
  | { readonly kind: 'form'; readonly id: string; readonly values: () => Obj }
  | { readonly kind: 'home' };

export function ControlOf({ control, where }: { control: Control; where: Where }) {
  const { act, say } = useRoom();
  const [busy, setBusy] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  const { element, type, block, action, label } = control;
  const confirm = objOf(element.confirm);

  async function press(more: Obj) {
    setBusy(true);
    const values = where.kind === 'form' ? where.values() : {};
    const place = where.kind === 'form' ? { kind: 'form', id: where.id } : where;
    await act({ kind: 'press', where: place, action: { type, block_id: block, action_id: action, ...more }, values });
    setBusy(false);
  }

  if (type !== 'button') {
    return (
      <select
        className="list"
        aria-label={label}
        disabled={busy}
        value=""
        onChange={(event) => {
          const chosen = optionsOf(element).find(({ value }) => value === event.target.value);
          if (chosen !== undefined) void press({ selected_option: chosen.option });
        }}
      >
        <option value="">{label || say('choose')}</option>
        {optionsOf(element).map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    );
  }
  const value = element.value === undefined ? {} : { value: element.value };
  const pressed = { text: element.text, ...value };
  const url = strOf(element.url);
  return (
    <>
      <button
        type="button"
        className="button"
        data-style={strOf(element.style) || 'plain'}
        aria-label={strOf(element.accessibility_label) || undefined}
        disabled={busy}
        onClick={() => {
          if (/^https?:\/\//.test(url)) window.open(url, '_blank', 'noreferrer');
          if (element.confirm === undefined) void press(pressed);
          else dialog.current?.showModal();
        }}
      >
        {label}
      </button>
      {element.confirm !== undefined && (
        <dialog className="window small" ref={dialog} aria-label={wordsOf(confirm.title)}>
          <h2>{wordsOf(confirm.title)}</h2>
          <p>{wordsOf(confirm.text)}</p>
          <div className="window-foot">
            <button type="button" className="button" onClick={() => dialog.current?.close()}>
              {wordsOf(confirm.deny)}
            </button>
            <button
              type="button"
              className="button"
              data-style={confirm.style === 'danger' ? 'danger' : 'primary'}
              onClick={() => {
                dialog.current?.close();
                void press(pressed);
              }}
            >
              {wordsOf(confirm.confirm)}
            </button>
          </div>
        </dialog>
      )}
    </>
  );
}

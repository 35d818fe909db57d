/** A form over the page: fields, what is wrong beside them, buttons inside it. What was typed stays through every error and update. */
import { useEffect, useRef, useState } from 'react';
import type { OpenForm } from '../workspace/forms.ts';
import { listOf, type Obj, objsOf, strOf } from '../workspace/json.ts';
import { fieldProblem, fieldsOf, initialOf, type SeenField, stateOf, wordsOf } from '../workspace/seen.ts';
import { Blocks } from './blocks.tsx';
import { FieldOf, type Filled } from './field.tsx';
import { useRoom } from './room.ts';

const keyOf = ({ block, action }: SeenField): string => `${block} ${action}`;

export function FormWindow({ form }: { form: OpenForm }) {
  const { act, say, lang } = useRoom();
  const [filled, setFilled] = useState<Readonly<Record<string, Filled>>>({});
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const [busy, setBusy] = useState(false);
  const window = useRef<HTMLDialogElement>(null);
  const blocks = objsOf(form.view.blocks);
  const fields = fieldsOf(blocks);

  useEffect(() => {
    if (window.current?.open !== false) return;
    window.current.showModal();
    window.current.querySelector<HTMLElement>('.field :is(input, select, textarea)')?.focus();
  }, []);

  // Another form in the place of this one, or errors from the bot: they are read from the top, or at the first that is wrong.
  const wrongs = Object.keys(form.errors).join(' ');
  useEffect(() => {
    const body = window.current?.querySelector('.window-body');
    const first = body?.querySelector('[data-wrong="true"]');
    if (first != null) first.scrollIntoView({ block: 'center' });
    else body?.scrollTo({ top: 0 });
  }, [form.hash, wrongs]);

  const at = (field: SeenField): Filled => filled[keyOf(field)] ?? { ...initialOf(field.element), files: [] };

  function values(): Obj {
    return Object.fromEntries(
      fields.map((field) => {
        const { typed, chosen, files } = at(field);
        return [field.block, { [field.action]: stateOf(field.element, typed, chosen, files) }];
      }),
    );
  }

  async function submit() {
    const wrong = fields.flatMap((field) => {
      const { typed, chosen, files } = at(field);
      const problem = fieldProblem(field, typed, chosen.length + files.length, lang);
      return problem === null ? [] : [[field.block, problem] as const];
    });
    setProblems(Object.fromEntries(wrong));
    if (wrong.length > 0) return show(wrong[0]?.[0] ?? '');
    setBusy(true);
    await act({ kind: 'submit', form: form.id, values: values() });
    setBusy(false);
  }

  const show = (block: string) =>
    requestAnimationFrame(() =>
      window.current?.querySelector(`[data-block="${CSS.escape(block)}"]`)?.scrollIntoView({ block: 'center' }),
    );

  const errors = { ...form.errors, ...problems };
  const submitWords = wordsOf(form.view.submit);
  return (
    <dialog
      className="window"
      ref={window}
      aria-label={wordsOf(form.view.title)}
      onCancel={(event) => {
        event.preventDefault();
        void act({ kind: 'close', form: form.id });
      }}
      // What is only told can be clicked away; what was typed cannot be lost that way.
      onPointerDown={(event) => {
        if (event.target === window.current && submitWords === '') void act({ kind: 'close', form: form.id });
      }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <div className="window-head">
          <h2>{wordsOf(form.view.title)}</h2>
          <button
            type="button"
            className="icon close"
            aria-label={say('close')}
            onClick={() => act({ kind: 'close', form: form.id })}
          >
            ×
          </button>
        </div>
        <div className="window-body">
          {listOf(blocks).map((_, place) => {
            const block = blocks[place];
            if (block === undefined) return null;
            const key = `${strOf(block.block_id)} ${place}`;
            if (block.type !== 'input') {
              return <Blocks key={key} blocks={[block]} where={{ kind: 'form', id: form.id, values }} />;
            }
            const [field] = fieldsOf([block]);
            if (field === undefined) return null;
            return (
              <FieldOf
                key={key}
                field={field}
                filled={at(field)}
                error={errors[field.block] ?? ''}
                change={(next) => {
                  setFilled((before) => ({ ...before, [keyOf(field)]: next }));
                  setProblems(({ [field.block]: _gone, ...rest }) => rest);
                }}
              />
            );
          })}
        </div>
        <div className="window-foot">
          {Object.keys(errors).length > 0 && (
            <p className="error" role="alert">
              {errors[''] ?? say('required')}
            </p>
          )}
          <button type="button" className="button" onClick={() => act({ kind: 'close', form: form.id })}>
            {wordsOf(form.view.close) || say('close')}
          </button>
          {submitWords !== '' && (
            <button type="submit" className="button" data-style="primary" disabled={busy}>
              {busy ? say('sending') : submitWords}
            </button>
          )}
        </div>
      </form>
    </dialog>
  );
}

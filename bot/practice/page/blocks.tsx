/**
 * Block Kit on the page. What is only to be read is drawn by `slack-blocks-to-jsx`; it gives back nothing that is pressed or chosen,
 * so buttons, lists and fields are our own.
 */
import { type Block as LibraryBlock, Message } from 'slack-blocks-to-jsx';
import { type Obj, objOf, objsOf, strOf } from '../workspace/json.ts';
import { controlsOf } from '../workspace/seen.ts';
import { ControlOf, type Where } from './controls.tsx';
import { useRoom } from './room.ts';

export function Blocks({ blocks, where }: { blocks: readonly unknown[]; where: Where }) {
  const all = objsOf(blocks);
  return (
    <div className="blocks">
      {all.map((block, at) => {
        const key = `${strOf(block.block_id)} ${at}`;
        if (block.type === 'input') return null;
        const controls = controlsOf([block]);
        const buttons = controls.length > 0 && (
          <div className="controls">
            {controls.map((control) => (
              <ControlOf key={control.action} control={control} where={where} />
            ))}
          </div>
        );
        if (block.type === 'actions') return <div key={key}>{buttons}</div>;
        const { accessory, ...rest } = block;
        const picture = objOf(accessory).type === 'image' ? { accessory } : {};
        return (
          <div key={key} className="block" data-type={strOf(block.type)}>
            <Shown block={{ ...rest, ...picture }} />
            {buttons}
          </div>
        );
      })}
    </div>
  );
}

function Shown({ block }: { block: Obj }) {
  const { state } = useRoom();
  const plain = plainLines(block);
  if (plain !== null) {
    return <p className="plain">{plain.join('\n')}</p>;
  }
  const users = state.members.map(({ id, name }) => ({ id, name }));
  // The library's types are Slack's own; blocks come from the bot as JSON, and what it does not know it leaves out.
  return <Message blocks={[block as LibraryBlock]} logo="" name="" theme="light" withoutWrapper data={{ users }} />;
}

/**
 * The words of a block that is plain text throughout, or null. The library reads `*` and its like in them as markup, which Slack does
 * not; plain text is shown letter by letter.
 */
function plainLines(block: Obj): readonly string[] | null {
  const texts = block.type === 'context' ? objsOf(block.elements) : [objOf(block.text), ...objsOf(block.fields)];
  if (block.type !== 'context' && block.type !== 'section' && block.type !== 'header') return null;
  if (block.accessory !== undefined) return null;
  return texts.every(({ type }) => type === 'plain_text') ? texts.map(({ text }) => strOf(text)) : null;
}

/** The quarter’s bulletin as a draft before the office. */
import { expect, it } from 'vitest';
import { adoptPolicy } from '../../bot/verbs/registry/adopt-policy.ts';
import { remindDue } from '../../bot/verbs/remind/remind.ts';
import { button, post, posted, press, said } from '../chat/acting.ts';
import { freshDesk, people, value } from '../desk.ts';

it('S4-82 on the first working day of a quarter the draft of the one before lies before the office, with its numbers and the button to issue it', async () => {
  const desk = await freshDesk();
  // 2024-03-31 is a Sunday.
  desk.setNow('2024-03-31T02:00:00.000Z');
  value(await adoptPolicy(desk, people.office, 'ganzhou-2023'));
  const drafts = async () => {
    await remindDue(desk);
    const slots = [...(await posted(desk)).keys()].filter((slot) => slot.startsWith('reminder/office/'));
    const told = await Promise.all(slots.map((slot) => post(desk, slot)));
    return told.filter(({ zh }) => zh.includes('2024年第一季度'));
  };
  expect(await drafts()).toEqual([]);
  desk.setNow('2024-04-01T02:00:00.000Z');
  const [draft, ...others] = await drafts();
  expect(others).toEqual([]);
  expect(draft?.zh).toContain('关于2024年第一季度“双随机、一公开”监管工作开展情况的通报');
  expect(draft?.zh).toContain('以上为初稿');
  if (draft === undefined) return;
  expect(said(await press(desk, people.office, button(draft.message, 'bulletin-draft')))).toContain('初稿，尚未发布');
});

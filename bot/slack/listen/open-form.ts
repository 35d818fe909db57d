/**
 * Opens a form. A window has to be opened within three seconds, and reading may take longer: so an empty one is opened at once and
 * filled when the form is known.
 */
import type { Knock } from '../../chat/door.ts';
import { forms } from '../../chat/table.ts';
import { sentence } from '../../message/message.ts';
import { askedOf, type Door } from '../door.ts';
import { type Asker, openView, type Spot, tell } from '../show.ts';
import { troubled } from '../trouble.ts';
import { shownView, viewOf } from '../view.ts';
import { noLongerThere, notLinked, opening, product, tooLateToOpen } from '../words.ts';

/** @param id name of the form in the chat's table */
export async function openForm(
  door: Door,
  asker: Asker,
  spot: Spot,
  knock: Knock,
  id: string,
  about: string,
): Promise<void> {
  const form = forms.get(id);
  if (form === undefined) return tell(door, asker, spot, sentence(noLongerThere));
  const channel = spot.kind === 'home' ? '' : spot.channel;
  const window =
    spot.kind === 'window'
      ? spot.view
      : await openView(door, asker.trigger, shownView(product, sentence(opening), asker.lang, channel));
  if (window === null) return tell(door, asker, spot, sentence(tooLateToOpen));
  try {
    const asked = await askedOf(knock, channel);
    const opened = asked === null ? { message: sentence(notLinked) } : await form.open(asked, about);
    const view =
      'form' in opened
        ? viewOf(opened.form, asker.lang, channel)
        : shownView(product, opened.message, asker.lang, channel);
    await door.client.views.update({ view_id: window, view });
  } catch (thrown) {
    const { words } = troubled(thrown, 'form', false, 'read');
    await door.client.views.update({ view_id: window, view: shownView(product, sentence(words), asker.lang, channel) });
  }
}

/** The program of a witness's page: makes the seal here, keeps it here, opens it when asked, and computes the draw again. */
import './older.ts';
import { hexOf } from '../../../core/digest.ts';
import { sayCeremony } from '../../../core/draw/ceremony/words.ts';
import type { DrawRecord } from '../../../core/draw/record.ts';
import { parseSecret } from '../../../core/draw/seal.ts';
import type { Words } from '../../../core/words.ts';
import { found, sought, tell } from './element.ts';
import { type Kept, keep, madeOf, readKept, recall, textOf, type Whose } from './kept.ts';
import { offerRecheck } from './recheck.ts';

const page = found(document, '#witness', HTMLElement);
const whose: Whose = {
  ceremony: Number(page.dataset.ceremony),
  manifest: page.dataset.manifest ?? '',
  person: page.dataset.person ?? '',
};
const registered = page.dataset.commitment ?? '';

function offerSealing(form: HTMLFormElement): void {
  const making = found(form, '[data-make]', HTMLElement);
  const made = found(form, '[data-made]', HTMLElement);
  const typed = found(form, '#typed', HTMLInputElement);
  const error = found(form, '[data-typed-error]', HTMLElement);
  const button = found(form, '[data-make-button]', HTMLButtonElement);

  const show = (kept: Kept, isKept: boolean): void => {
    making.hidden = true;
    made.hidden = false;
    found(form, 'input[name=commitment]', HTMLInputElement).value = kept.commitment;
    found(form, '[data-commitment-shown]', HTMLElement).textContent = kept.commitment;
    const save = found(form, '[data-save]', HTMLAnchorElement);
    save.href = URL.createObjectURL(new Blob([textOf(whose, kept)], { type: 'application/json' }));
    save.download = `封签-第${whose.ceremony}次-${whose.person}.json`;
    tell(found(form, '[data-kept]', HTMLElement), isKept ? keptHere : notKept);
  };
  const make = (): void => {
    const secret = parseSecret(hexOf(crypto.getRandomValues(new Uint8Array(32))), typed.value);
    if (!secret.ok) {
      tell(error, sayCeremony({ reason: 'secret', id: whose.person, why: secret.error }));
      typed.focus();
      return;
    }
    error.hidden = true;
    const kept = madeOf(whose, secret.value);
    typed.value = '';
    show(kept, keep(whose, kept));
  };

  button.disabled = false;
  button.addEventListener('click', make);
  // Enter in the digits' field makes the seal; it never sends the form before there is one.
  form.addEventListener('submit', (event) => {
    if (!made.hidden) return;
    event.preventDefault();
    make();
  });
  found(form, '[data-again]', HTMLButtonElement).addEventListener('click', () => {
    made.hidden = true;
    making.hidden = false;
    typed.focus();
  });
  const standing = recall(whose);
  if (standing !== null) show(standing, true);
}

const keptHere: Words = {
  zh: '已保存在这台设备的浏览器里。建议再另存一份文件，以防换设备或清理浏览器。',
  en: 'Kept in the browser of this device. Save the file as well, in case the device or browser changes.',
};
const notKept: Words = {
  zh: '这个浏览器不肯保存：请务必先另存封签文件，启封时要用，丢失即记为缺席。',
  en: 'This browser keeps nothing: save the file first. Without it you cannot open your seal and will be recorded as absent.',
};

function keptWords(kept: Kept | null): Words {
  if (kept === null) {
    return {
      zh: '这台设备上没有保存您的封签，启封时请用另存的封签文件。',
      en: 'This device does not hold your seal; use the file that you saved.',
    };
  }
  return kept.commitment === registered
    ? { zh: '这台设备上保存的封签与登记的承诺值一致。', en: 'The seal on this device is the one on record.' }
    : {
        zh: '这台设备上保存的封签与登记的承诺值不一致，启封时请用另存的封签文件。',
        en: 'The seal on this device is not the one on record; use the file that you saved.',
      };
}

function offerOpening(form: HTMLFormElement): void {
  const nonce = found(form, '#nonce', HTMLInputElement);
  const typed = found(form, '#open-typed', HTMLInputElement);
  const file = found(form, '#seal-file', HTMLInputElement);
  const error = found(form, '[data-open-error]', HTMLElement);
  const fill = (kept: Kept): void => {
    nonce.value = kept.nonce;
    typed.value = kept.typed;
    error.hidden = true;
  };
  const standing = recall(whose);
  tell(found(form, '[data-kept]', HTMLElement), keptWords(standing));
  if (standing?.commitment === registered) fill(standing);

  file.addEventListener('change', async () => {
    const chosen = file.files?.[0];
    const kept = chosen === undefined ? null : readKept(whose, await chosen.text());
    if (kept === null) tell(error, { zh: '这不是您本次抽取的封签文件。', en: 'This is not your seal of this draw.' });
    else fill(kept);
  });
  // What does not open the commitment is not sent at all: it would tell the server a secret for nothing.
  form.addEventListener('submit', (event) => {
    const secret = parseSecret(nonce.value.trim().toLowerCase(), typed.value);
    if (secret.ok && madeOf(whose, secret.value).commitment === registered) {
      nonce.value = secret.value.nonce;
      return;
    }
    event.preventDefault();
    tell(
      error,
      secret.ok
        ? sayCeremony({ reason: 'does-not-open', id: whose.person })
        : sayCeremony({ reason: 'secret', id: whose.person, why: secret.error }),
    );
  });
}

/** That the record holds what this very device sealed. */
function ownPart({ opened, manifestDigest }: DrawRecord): readonly Words[] {
  const kept = recall(whose);
  if (kept === null || manifestDigest !== whose.manifest) return [];
  const own = opened.find(({ id }) => id === whose.person);
  if (own === undefined) return [];
  return own.nonce === kept.nonce && own.typed === kept.typed
    ? [
        {
          zh: '记录里您的一份，正是这台设备上保存的那一份。',
          en: 'Your part in the record is the one kept on this device.',
        },
      ]
    : [
        {
          zh: '注意：记录里您的一份与这台设备上保存的不同，请向联席办和纪检监察机构提出。',
          en: 'Careful: your part in the record differs from the one kept on this device. Raise it with the office and the discipline body.',
        },
      ];
}

const sealing = sought(page, 'form[data-seal]', HTMLFormElement);
if (sealing !== null) offerSealing(sealing);
const opening = sought(page, 'form[data-open]', HTMLFormElement);
if (opening !== null) offerOpening(opening);
const sealed = sought(page, '.told [data-kept]', HTMLElement);
if (sealed !== null && opening === null) tell(sealed, keptWords(recall(whose)));
const recheck = sought(page, '#recheck', HTMLElement);
if (recheck !== null) offerRecheck(recheck, ownPart);

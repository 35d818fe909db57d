/**
 * What the ribbon's buttons run without the pane: on the desktop it is a runtime of its own, so that nothing here counts on the pane being open. The
 * verdict stands in the worksheet; what cannot be said there is left for the pane to say.
 */
import { apiClient } from '../api.ts';
import { activeWorksheet } from '../host/excel/active.ts';
import { excelHost } from '../host/excel/excel-host.ts';
import { functionNames } from '../manifest/needs.ts';
import { officeAsLoaded } from '../office.ts';
import { browserStore } from '../pane/store.ts';
import { openFilling } from '../sync/open.ts';

const commands: Readonly<Record<(typeof functionNames)[number], () => Promise<void>>> = {
  /** 校验本表: with what was last got from the desk; a worksheet that is none of ours is left alone. */
  checkWorksheet: async () => {
    const worksheet = await activeWorksheet();
    const host = await excelHost();
    const api = apiClient({
      origin: location.origin,
      token: () => null,
      lang: () => 'zh',
      fetch: (...given) => fetch(...given),
    });
    const filling = await openFilling({
      host,
      api,
      store: browserStore(),
      makeId: () => crypto.randomUUID(),
      now: () => new Date(),
    });
    const bound = await filling.bound();
    if (bound.ok && bound.value.some((each) => each.worksheet === worksheet)) await filling.check(worksheet);
  },
};

if ((await officeAsLoaded()) === 'loaded') {
  await Office.onReady();
  for (const name of functionNames) {
    Office.actions.associate(name, (event: Office.AddinCommands.Event) => {
      // A button that is never told that it is done stays grey.
      void commands[name]()
        .catch((thrown: unknown) => console.error(thrown instanceof Error ? thrown.message : thrown))
        .finally(() => event.completed());
    });
  }
}

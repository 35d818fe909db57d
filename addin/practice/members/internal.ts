/** What the library itself asks of its host besides the workbook. */
import { type Class, lacking, type Thing, thing } from '../thing.ts';

const service: Class<null> = {
  name: 'AddinInternalService',
  properties: {},
  methods: { NotifyActionHandlerReady: () => null },
};

/** @throws ApiNotFound for anything that the window does not make */
export function created(name: string): Thing {
  if (name === 'Microsoft.InternalService.AddinInternalService') return thing(service, null);
  throw lacking(`new ${name}`);
}

import type { XdmProperty } from '../../platform/xdm';
import { array, boolean, choice, map, object, text } from './xdmProperties';

/** The identities of a record by namespace, a field of every standard class. */
export const identityMap: XdmProperty = map(
  'Identity map',
  array(
    'Identities',
    object('Identity', {
      id: text('Id', 'The identity in its namespace.'),
      authenticatedState: choice(
        'Authenticated state',
        { ambiguous: 'Ambiguous', authenticated: 'Authenticated', loggedOut: 'Logged out' },
        { closed: true },
      ),
      primary: boolean('Primary', 'This identity stands for the record.'),
    }),
  ),
  'Identities by namespace, such as ECID.',
);

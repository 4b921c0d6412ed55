import { bodyLimit } from 'hono/body-limit';
import { Problem } from './problem';

/** Bytes of a body that is read as a whole. */
const largestBody = 4 << 20;

export const limitBody = bodyLimit({
  maxSize: largestBody,
  onError: () => {
    throw new Problem(413, 'Request too large', `A body may have ${largestBody} bytes at most`);
  },
});

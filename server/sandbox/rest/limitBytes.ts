import { Transform } from 'node:stream';
import { Problem } from './problem';

/** Lets so many bytes pass, and ends the stream with a problem at the next one. */
export function limitBytes(most: number): Transform {
  let bytes = 0;
  return new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      bytes += chunk.length;
      if (bytes <= most) done(null, chunk);
      else done(new Problem(413, 'Request too large', `A file may have ${most} bytes at most`));
    },
  });
}

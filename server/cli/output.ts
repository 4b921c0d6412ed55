/** Nobody reads the output any more, as when `head` has seen enough: a reason to end, but not a failure. */
export class OutputClosedError extends Error {}

/** A stream of text that waits for its reader, and that notices when the reader goes away. */
export class Output {
  private closed: Error | undefined;

  constructor(readonly stream: NodeJS.WritableStream & { readonly isTTY?: boolean }) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      this.closed = error.code === 'EPIPE' ? new OutputClosedError('The output was closed') : error;
    });
  }

  get isTerminal(): boolean {
    return this.stream.isTTY === true;
  }

  /** Ends when the stream can take more. */
  async write(text: string): Promise<void> {
    if (this.closed) throw this.closed;
    await new Promise<void>((resolve, reject) => {
      this.stream.write(text, (error) => {
        // The stream tells its listeners of the error before or after this, as it likes.
        if (error) setImmediate(() => reject(this.closed ?? error));
        else resolve();
      });
    });
  }

  /** A line for people; when they are gone, there is nobody to tell. */
  line(text: string): void {
    if (!this.closed) this.stream.write(`${text}\n`);
  }
}

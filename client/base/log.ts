/** The output channel `Feature SQL`, as far as code that does not know VS Code needs it. */
export interface Log {
  debug(message: string): void;
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

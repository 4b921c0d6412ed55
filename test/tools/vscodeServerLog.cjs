// @ts-check
// Stands in for the native module that writes the log files of the VS Code server: without log files its output
// channels stay empty. Copied over the module's own index.js.
const { appendFileSync, mkdirSync } = require('node:fs');
const { dirname } = require('node:path');

const levels = /** @type {const} */ (['trace', 'debug', 'info', 'warn', 'error', 'critical']);

class Logger {
  /**
   * @param {string} _type
   * @param {string} _name
   * @param {string} file
   */
  constructor(_type, _name, file) {
    this.file = file;
    this.level = 2;
    this.formatted = true;
    mkdirSync(dirname(file), { recursive: true });
  }

  /**
   * @param {number} level
   * @param {string} message
   */
  write(level, message) {
    if (level < this.level) return;
    const time = new Date().toISOString().replace('T', ' ').slice(0, -1);
    appendFileSync(this.file, this.formatted ? `${time} [${levels[level]}] ${message}\n` : message);
  }

  trace(/** @type {string} */ message) {
    this.write(0, message);
  }
  debug(/** @type {string} */ message) {
    this.write(1, message);
  }
  info(/** @type {string} */ message) {
    this.write(2, message);
  }
  warn(/** @type {string} */ message) {
    this.write(3, message);
  }
  error(/** @type {string} */ message) {
    this.write(4, message);
  }
  critical(/** @type {string} */ message) {
    this.write(5, message);
  }

  getLevel() {
    return this.level;
  }
  setLevel(/** @type {number} */ level) {
    this.level = level;
  }
  clearFormatters() {
    this.formatted = false;
  }
  setPattern() {}
  flush() {}
  drop() {}
}

/**
 * @param {string} name
 * @param {string} file
 */
async function createLogger(name, file) {
  return new Logger('rotating', name, file);
}

// Named one by one, so that they can be imported by name.
exports.Logger = Logger;
exports.createRotatingLogger = createLogger;
exports.createAsyncRotatingLogger = createLogger;
exports.setLevel = () => {};
exports.setFlushOn = () => {};

import { badRequest } from '../problem';

/** The folders of a path that a client gave; refuses one that leads out of where it starts. */
export function folderSteps(path: string): readonly string[] {
  const steps = path.split('/').filter((step) => step !== '');
  const bad = steps.find((step) => step === '.' || step === '..' || /[\\\0]/.test(step));
  if (bad !== undefined) throw badRequest(`path: "${bad}" cannot be a folder`);
  return steps;
}

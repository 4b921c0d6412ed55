/**
 * `/properties/_acme/properties/user_id` and `/_acme/user_id` are one field. The step into the items of an array,
 * written `[*]`, `*` or `items`, is left out.
 */
export function plainPath(path: string): string {
  const steps = path.split('/').filter((step) => step !== '');
  const isSchemaPath = steps[0] === 'properties';
  const names = isSchemaPath ? schemaPathNames(steps) : steps.filter((step) => step !== '*');
  return `/${names.map((name) => name.replace(/\[\*?\]$/, '').replace(/^(xdm:|@)/, prefixOf)).join('/')}`;
}

/** Of `properties, _acme, properties, items, items, properties, x`: the names only. */
function schemaPathNames(steps: readonly string[]): readonly string[] {
  const names: string[] = [];
  for (let index = 0; index < steps.length; index++) {
    if (steps[index] !== 'properties') continue;
    const name = steps[++index];
    if (name !== undefined) names.push(name);
  }
  return names;
}

/** `@id` is the column `_id`. */
function prefixOf(prefix: string): string {
  return prefix === '@' ? '_' : '';
}

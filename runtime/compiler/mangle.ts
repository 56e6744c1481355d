/** Private names: `__x` inside class `C` means `_C__x`. */

/**
 * Returns the name that `name` stands for inside the class `className` (null: outside any).
 * Dotted names (of imports) and names that end in two underscores stay as they are, and so do all names in a class whose
 * own name is made of underscores.
 */
export function mangle(className: string | null, name: string): string {
  if (className === null || !name.startsWith('__') || name.endsWith('__') || name.includes('.')) return name;
  const stripped = className.replace(/^_+/, '');
  return stripped === '' ? name : `_${stripped}${name}`;
}

/** Does an attribute of a class take precedence over the instance's own? */
export function isDataDescriptor(v: any): boolean {
  return typeof v === 'object' && v !== null && v.cls !== undefined && v.cls.slots.descrSet !== null;
}

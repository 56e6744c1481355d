/** Payload of `module`. Its namespace is a PyDict from the start: it is the globals of the module's functions. */
import { PyObject } from './value.ts';
import type { PyType } from './type.ts';
import type { PyDict } from './dict.ts';
import type { Shape } from './shape.ts';

export class PyModule extends PyObject {
  /** The name it was made with; `__name__` in `dict` is what Python sees. */
  readonly name: string;
  dict: PyDict;
  /** Made from a ModuleSpec; shows in its repr. */
  isBuiltin: boolean;
  /** Slot members of Python subclasses of module; their other attributes are in `dict` too. */
  shape: Shape | null;
  s: any[];
  constructor(cls: PyType, name: string, dict: PyDict) {
    super(cls);
    this.name = name;
    this.dict = dict;
    this.isBuiltin = false;
    this.shape = cls.rootShape;
    this.s = [];
  }
}

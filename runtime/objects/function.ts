/** Payload of `function`: what `def` and `lambda` make. The face (attributes, descriptor protocol) is function-type.ts. */
import { PyObject } from './value.ts';
import type { PyCell, Value } from './value.ts';
import type { PyType } from './type.ts';
import type { PyDict } from './dict.ts';
import type { Shape } from './shape.ts';
import type { RunCodeLike } from './code.ts';

export class PyFunction extends PyObject {
  /** The VM's runnable code; it knows the globals and builtins. */
  code: RunCodeLike;
  /** Defaults of the last positional parameters; null: none. */
  defaults: readonly Value[] | null;
  kwdefaults: PyDict | null;
  closure: readonly PyCell[] | null;
  name: string;
  qualname: string;
  /** The docstring or None; any value once assigned. */
  doc: Value;
  /** `__annotations__`; made on demand. Until then the flat (name, value, ...) sequence MAKE_FUNCTION was given, or null. */
  annotations: PyDict | readonly Value[] | null;
  /** `__module__`: the `__name__` of the globals. */
  module: Value;
  /** Bumped when code or defaults are assigned, so that cached argument bindings can notice. */
  version: number;
  shape: Shape | null;
  s: any[];
  constructor(cls: PyType, code: RunCodeLike, name: string, qualname: string, doc: Value, module: Value) {
    super(cls);
    this.code = code;
    this.defaults = null;
    this.kwdefaults = null;
    this.closure = null;
    this.name = name;
    this.qualname = qualname;
    this.doc = doc;
    this.annotations = null;
    this.module = module;
    this.version = 0;
    this.shape = cls.rootShape;
    this.s = [];
  }
}

"""Enumerations: classes with a fixed set of named members."""
import sys
from types import DynamicClassAttribute, MappingProxyType

__all__ = [
    "EnumType", "EnumMeta",
    "Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "ReprEnum",
    "auto", "unique", "property", "verify", "member", "nonmember",
    "FlagBoundary", "STRICT", "CONFORM", "EJECT", "KEEP",
    "global_flag_repr", "global_enum_repr", "global_str", "global_enum",
    "EnumCheck", "CONTINUOUS", "NAMED_FLAGS", "UNIQUE",
]

# Set once these classes exist; the metaclass must know whether it is making them.
Enum = Flag = ReprEnum = EJECT = KEEP = None

_builtin_property = property


class _AutoNull:
    def __repr__(self):
        return "_auto_null"


_auto_null = _AutoNull()


class nonmember:
    """Marks a value in the body of an enum as no member."""

    def __init__(self, value):
        self.value = value


class member:
    """Marks a value in the body of an enum as a member, whatever it is."""

    def __init__(self, value):
        self.value = value


class auto:
    """Stands for the next value, as `_generate_next_value_` has it."""

    def __init__(self, value=_auto_null):
        self.value = value

    def __repr__(self):
        return "auto(%r)" % self.value


class property(DynamicClassAttribute):
    """A property that may have the name of a member: it is seen on members only, the class shows the member."""

    member = None
    name = None
    clsname = None

    def __get__(self, instance, ownerclass=None):
        if instance is not None:
            if self.fget is not None:
                return self.fget(instance)
            return ownerclass._member_map_[self.name] if self.member is None else self.member
        if self.member is not None:
            return self.member
        found = ownerclass._member_map_.get(self.name)
        if found is None:
            raise AttributeError("%r has no attribute %r" % (ownerclass, self.name))
        return found

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError("<enum %r> cannot set attribute %r" % (self.clsname, self.name))
        return self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError("<enum %r> cannot delete attribute %r" % (self.clsname, self.name))
        return self.fdel(instance)

    def __set_name__(self, ownerclass, name):
        self.name = name
        self.clsname = ownerclass.__name__


try:
    from _enum import member_field as _member_field
except ImportError:

    def _member_field(attribute):
        def get(self):
            return getattr(self, attribute)

        return property(get)


# -- kinds of names --------------------------------------------------------------------------------------


def _is_descriptor(obj):
    return hasattr(obj, "__get__") or hasattr(obj, "__set__") or hasattr(obj, "__delete__")


def _is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == "__" and name[2] != "_" and name[-3] != "_"


def _is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == "_" and name[1] != "_" and name[-2] != "_"


def _is_private(class_name, name):
    prefix = "_%s__" % class_name
    return len(name) > len(prefix) and name.startswith(prefix) and (name[-1] != "_" or name[-2] != "_")


def _is_internal_class(class_name, obj):
    """Is `obj` a class that was defined in the body of class `class_name`?"""
    if not isinstance(obj, type):
        return False
    qualname = getattr(obj, "__qualname__", "")
    return qualname == "%s.%s" % (class_name, obj.__name__) or qualname.endswith(".%s.%s" % (class_name, obj.__name__))


def _is_single_bit(num):
    return num > 0 and num & (num - 1) == 0


def _bits_of(num):
    """The single bits of a number that is not negative, lowest first."""
    while num:
        low = num & -num
        yield low
        num ^= low


def _make_class_unpicklable(obj):
    def _break_on_call_reduce(self, proto):
        raise TypeError("%r cannot be pickled" % self)

    if isinstance(obj, dict):
        obj["__reduce_ex__"] = _break_on_call_reduce
        obj["__module__"] = "<unknown>"
    else:
        setattr(obj, "__reduce_ex__", _break_on_call_reduce)
        setattr(obj, "__module__", "<unknown>")


# -- the class body ----------------------------------------------------------------------------------------

_ALLOWED_SUNDERS = {
    "_order_", "_generate_next_value_", "_numeric_repr_", "_missing_", "_ignore_", "_iter_member_", "_iter_member_by_value_",
    "_iter_member_by_def_",
}


class _EnumDict(dict):
    """The namespace of an enum's body: knows which names are members, and in which order."""

    def __init__(self):
        super().__init__()
        self._member_names = {}
        self._last_values = []
        self._ignore = []
        self._auto_called = False
        self._cls_name = None

    def __setitem__(self, key, value):
        if self._cls_name is not None and _is_private(self._cls_name, key):
            pass
        elif _is_sunder(key):
            value = self._set_sunder(key, value)
            if key == "_order_":
                key = "_order_"
        elif _is_dunder(key):
            if key == "__order__":
                key = "_order_"
        elif key in self._member_names:
            raise TypeError("%r already defined as %r" % (key, self[key]))
        elif key in self._ignore or isinstance(value, nonmember):
            if isinstance(value, nonmember):
                value = value.value
        elif not isinstance(value, member) and _is_descriptor(value):
            pass
        elif self._cls_name is not None and _is_internal_class(self._cls_name, value):
            import warnings

            warnings.warn(
                "In 3.13 classes created inside an enum will not become a member.  "
                "Use the `member` decorator to keep the current behavior.",
                DeprecationWarning,
                stacklevel=2,
            )
            value = self._add_member(key, value)
        else:
            value = self._add_member(key, value)
        super().__setitem__(key, value)

    def _set_sunder(self, key, value):
        if key not in _ALLOWED_SUNDERS:
            raise ValueError("_sunder_ names, such as %r, are reserved for future Enum use" % (key,))
        if key == "_generate_next_value_":
            if self._auto_called:
                raise TypeError("_generate_next_value_ must be defined before members")
            setattr(self, "_generate_next_value", value.__func__ if isinstance(value, staticmethod) else value)
        elif key == "_ignore_":
            value = value.replace(",", " ").split() if isinstance(value, str) else list(value)
            self._ignore = value
            already = set(value) & set(self._member_names)
            if already:
                raise ValueError("_ignore_ cannot specify already set names: %r" % (already,))
        return value

    def _add_member(self, key, value):
        if key in self:
            raise TypeError("%r already defined as %r" % (key, self[key]))
        if isinstance(value, member):
            value = value.value
        if isinstance(value, auto):
            value = self._resolve(key, value)
        elif type(value) is tuple and any(isinstance(v, auto) for v in value):
            # The next `auto()` continues from what was resolved here, not from the tuple.
            resolved = []
            for v in value:
                if isinstance(v, auto):
                    v = self._resolve(key, v)
                    self._last_values.append(v)
                resolved.append(v)
            self._member_names[key] = None
            return tuple(resolved)
        self._member_names[key] = None
        self._last_values.append(value)
        return value

    def _resolve(self, key, placeholder):
        if placeholder.value is _auto_null:
            placeholder.value = self._generate_next_value(key, 1, len(self._member_names), self._last_values[:])
        self._auto_called = True
        return placeholder.value

    def update(self, members, **more_members):
        for name in members.keys() if hasattr(members, "keys") else ():
            self[name] = members[name]
        if not hasattr(members, "keys"):
            for name, value in members:
                self[name] = value
        for name, value in more_members.items():
            self[name] = value


class _MemberMaker:
    """What stands in the namespace for a member until the class exists; then `__set_name__` puts the member there."""

    def __init__(self, value):
        self.value = value

    def __set_name__(self, enum_class, name):
        delattr(enum_class, name)
        value = self.value
        args = value if isinstance(value, tuple) else (value,)
        if enum_class._member_type_ is tuple:
            # One tuple is one argument.
            args = (args,)
        if not enum_class._use_args_:
            new = enum_class._new_member_(enum_class)
        else:
            new = enum_class._new_member_(enum_class, *args)
        if not hasattr(new, "_value_"):
            if enum_class._member_type_ is object:
                new._value_ = value
            else:
                try:
                    new._value_ = enum_class._member_type_(*args)
                except Exception as exc:
                    failure = TypeError("_value_ not set in __new__, unable to create it")
                    failure.__cause__ = exc
                    raise failure
        value = new._value_
        new._name_ = name
        new.__objclass__ = enum_class
        new.__init__(*args)
        new._sort_order_ = len(enum_class._member_names_)
        if Flag is None or not issubclass(enum_class, Flag):
            canonical = _find_by_value(enum_class, value)
            if canonical is None:
                enum_class._member_names_.append(name)
            else:
                new = canonical
        else:
            new = self._place_flag(enum_class, new, name, value)
        self._publish(enum_class, name, new)
        enum_class._member_map_[name] = new
        try:
            enum_class._value2member_map_.setdefault(value, new)
        except TypeError:
            # Not hashable: found by going through the members.
            pass

    def _place_flag(self, enum_class, new, name, value):
        canonical = enum_class._value2member_map_.get(value)
        if canonical is not None:
            return canonical
        if isinstance(value, int):
            if _is_single_bit(value):
                enum_class._member_names_.append(name)
                enum_class._singles_mask_ |= value
            enum_class._flag_mask_ |= value
        return new

    def _publish(self, enum_class, name, new):
        """Makes the member an attribute of the class; if a base has a descriptor of that name, instances keep that."""
        for base in enum_class.__mro__[1:]:
            found = base.__dict__.get(name)
            if found is None:
                continue
            if isinstance(found, (DynamicClassAttribute, _builtin_property)) or type(found).__name__ == "member_field":
                redirect = property(getattr(found, "fget", None), getattr(found, "fset", None), getattr(found, "fdel", None))
                if redirect.fget is None and type(found).__name__ == "member_field":
                    redirect.fget = found.fget
                redirect.member = new
                redirect.__set_name__(enum_class, name)
                type.__setattr__(enum_class, name, redirect)
                return
            break
        type.__setattr__(enum_class, name, new)


def _find_by_value(enum_class, value):
    try:
        return enum_class._value2member_map_[value]
    except KeyError:
        return None
    except TypeError:
        for found in enum_class._member_map_.values():
            if found._value_ == value:
                return found
        return None


# -- the metaclass -----------------------------------------------------------------------------------------


class EnumType(type):
    """Metaclass of Enum."""

    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        metacls._check_for_existing_members_(cls, bases)
        namespace = _EnumDict()
        namespace._cls_name = cls
        _, first_enum = metacls._get_mixins_(cls, bases)
        if first_enum is not None:
            namespace["_generate_next_value_"] = getattr(first_enum, "_generate_next_value_", None)
        return namespace

    def __new__(metacls, cls, bases, classdict, *, boundary=None, _simple=False, **kwds):
        if _simple:
            return super().__new__(metacls, cls, bases, classdict, **kwds)
        # What `_ignore_` names does not become part of the class.
        classdict.setdefault("_ignore_", []).append("_ignore_")
        for key in classdict["_ignore_"]:
            classdict.pop(key, None)
        member_names = classdict._member_names
        invalid = set(member_names) & {"mro", ""}
        if invalid:
            raise ValueError("invalid enum member name(s) %s" % ",".join(repr(n) for n in invalid))
        order = classdict.pop("_order_", None)
        generator = classdict.get("_generate_next_value_")
        if generator is not None and not isinstance(generator, staticmethod):
            dict.__setitem__(classdict, "_generate_next_value_", staticmethod(generator))

        member_type, first_enum = metacls._get_mixins_(cls, bases)
        new_member, saves_new, use_args = metacls._find_new_(classdict, member_type, first_enum)
        namespace = dict(classdict)
        for name in member_names:
            namespace[name] = _MemberMaker(classdict[name])
        namespace["_new_member_"] = new_member
        namespace["_use_args_"] = use_args
        namespace["_member_names_"] = []
        namespace["_member_map_"] = {}
        namespace["_value2member_map_"] = {}
        namespace["_unhashable_values_"] = []
        namespace["_member_type_"] = member_type
        namespace["_value_repr_"] = metacls._find_data_repr_(cls, bases)
        namespace["_boundary_"] = boundary or getattr(first_enum, "_boundary_", None)
        namespace["_flag_mask_"] = 0
        namespace["_singles_mask_"] = 0
        namespace["_all_bits_"] = 0
        namespace["_inverted_"] = None
        if "__reduce_ex__" not in classdict and member_type is not object:
            _keep_picklable(namespace, member_type, first_enum)

        try:
            enum_class = super().__new__(metacls, cls, bases, namespace, **kwds)
        except RuntimeError as e:
            # A failed __set_name__: the cause says what was wrong.
            if e.__cause__ is None:
                raise
            raise e.__cause__
        if Enum is not None:
            _choose_texts(enum_class, classdict, member_type, first_enum)
        if saves_new:
            enum_class.__new_member__ = new_member
        if Enum is not None:
            enum_class.__new__ = Enum.__new__
        if Flag is not None and issubclass(enum_class, Flag):
            _finish_flag(enum_class, classdict, boundary or getattr(first_enum, "_boundary_", None))
        if order is not None:
            _check_order(enum_class, order)
        return enum_class

    def __getattr__(cls, name):
        # Reached when a property of members is asked of the class, or nothing at all was found.
        found = cls.__dict__.get("_member_map_", {}).get(name)
        if found is None:
            raise AttributeError(name) from None
        return found

    def __bool__(cls):
        return True

    def __call__(cls, value, names=None, *, module=None, qualname=None, type=None, start=1, boundary=None):
        """With one argument the member of that value; with names a new enum (the functional API)."""
        if names is None:
            return cls.__new__(cls, value)
        return cls._create_(value, names, module=module, qualname=qualname, type=type, start=start, boundary=boundary)

    def __contains__(cls, member):
        if not isinstance(member, Enum):
            import warnings

            warnings.warn(
                "in 3.12 __contains__ will no longer raise TypeError, but will return True or\n"
                "False depending on whether the value is a member or the value of a member",
                DeprecationWarning,
                stacklevel=2,
            )
            raise TypeError(
                "unsupported operand type(s) for 'in': '%s' and '%s'"
                % (type(member).__qualname__, cls.__class__.__qualname__)
            )
        return isinstance(member, cls) and member._name_ in cls._member_map_

    def __delattr__(cls, attr):
        if attr in cls.__dict__.get("_member_map_", {}):
            raise AttributeError("%r cannot delete member %r." % (cls.__name__, attr))
        super().__delattr__(attr)

    def __dir__(cls):
        names = {
            "__class__", "__contains__", "__doc__", "__getitem__", "__init_subclass__", "__iter__", "__len__", "__members__",
            "__module__", "__name__", "__qualname__", *cls._member_names_,
        }
        if cls._new_member_ is not object.__new__:
            names.add("__new__")
        if cls.__init_subclass__ is not object.__init_subclass__:
            names.add("__init_subclass__")
        if cls._member_type_ is object:
            return sorted(names)
        return sorted(set(dir(cls._member_type_)) | names)

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        members = cls._member_map_
        return iter([members[name] for name in cls._member_names_])

    def __len__(cls):
        return len(cls._member_names_)

    @_builtin_property
    def __members__(cls):
        """All names, aliases too, with their members."""
        return MappingProxyType(cls._member_map_)

    def __repr__(cls):
        if Flag is not None and issubclass(cls, Flag):
            return "<flag %r>" % cls.__name__
        return "<enum %r>" % cls.__name__

    def __reversed__(cls):
        members = cls._member_map_
        return iter([members[name] for name in reversed(cls._member_names_)])

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", {}):
            raise AttributeError("cannot reassign member %r" % (name,))
        super().__setattr__(name, value)

    def _create_(cls, class_name, names, *, module=None, qualname=None, type=None, start=1, boundary=None):
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        _, first_enum = cls._get_mixins_(class_name, bases)
        classdict = metacls.__prepare__(class_name, bases)
        if isinstance(names, str):
            names = names.replace(",", " ").split()
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            values = []
            pairs = []
            for count, name in enumerate(names):
                value = first_enum._generate_next_value_(name, start, count, values[:])
                values.append(value)
                pairs.append((name, value))
            names = pairs
        for item in names:
            name, value = (item, names[item]) if isinstance(item, str) else item
            classdict[name] = value
        if module is None:
            try:
                module = sys._getframe(2).f_globals["__name__"]
            except (AttributeError, ValueError, KeyError):
                pass
        if module is None:
            _make_class_unpicklable(classdict)
        else:
            classdict["__module__"] = module
        if qualname is not None:
            classdict["__qualname__"] = qualname
        return metacls.__new__(metacls, class_name, bases, classdict, boundary=boundary)

    def _convert_(cls, name, module, filter, source=None, *, boundary=None, as_global=False):
        """Makes an enum of the names in `module` that `filter` takes, and puts its members there."""
        namespace = sys.modules[module].__dict__
        source = source.__dict__ if source else namespace
        members = [(key, source[key]) for key in source.keys() if filter(key)]
        try:
            members.sort(key=lambda t: (t[1], t[0]))
        except TypeError:
            members.sort(key=lambda t: t[0])
        cls = cls(name, members, module=module, boundary=boundary or KEEP)
        if as_global:
            global_enum(cls)
        else:
            namespace.update(cls.__members__)
        namespace[name] = cls
        return cls

    @classmethod
    def _check_for_existing_members_(mcls, class_name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if isinstance(base, EnumType) and base._member_names_:
                    raise TypeError("<enum %r> cannot extend %r" % (class_name, base))

    @classmethod
    def _get_mixins_(mcls, class_name, bases):
        """Returns the type of the values (object if there is none mixed in) and the enum that is derived from."""
        if not bases:
            return object, Enum
        first_enum = bases[-1]
        if not isinstance(first_enum, EnumType):
            raise TypeError("new enumerations should be created as `EnumName([mixin_type, ...] [data_type,] enum_type)`")
        return mcls._find_data_type_(class_name, bases) or object, first_enum

    @classmethod
    def _find_data_repr_(mcls, class_name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    return base._value_repr_
                if "__repr__" in base.__dict__:
                    return base.__dict__["__repr__"]
        return None

    @classmethod
    def _find_data_type_(mcls, class_name, bases):
        found = []
        for chain in bases:
            candidate = None
            for base in chain.__mro__:
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    if base._member_type_ is not object:
                        if base._member_type_ not in found:
                            found.append(base._member_type_)
                        break
                elif "__new__" in base.__dict__ or "__dataclass_fields__" in base.__dict__:
                    chosen = candidate or base
                    if chosen not in found:
                        found.append(chosen)
                    break
                else:
                    candidate = candidate or base
        if len(found) > 1:
            raise TypeError("too many data types for %r: %r" % (class_name, set(found)))
        return found[0] if found else None

    @classmethod
    def _find_new_(mcls, classdict, member_type, first_enum):
        """Returns the function that makes members, whether to save it as `__new_member__`, and whether it takes arguments."""
        new = classdict.get("__new__", None)
        saves_new = first_enum is not None and new is not None
        if new is None:
            ordinary = {None, None.__new__, object.__new__}
            if Enum is not None:
                ordinary.add(Enum.__new__)
            for method in ("__new_member__", "__new__"):
                for possible in (member_type, first_enum):
                    target = getattr(possible, method, None)
                    if target not in ordinary:
                        new = target
                        break
                if new is not None:
                    break
            else:
                new = object.__new__
        use_args = first_enum is not None and new not in (Enum.__new__, object.__new__)
        return new, saves_new, use_args


EnumMeta = EnumType


def _keep_picklable(namespace, member_type, first_enum):
    """Types that say themselves how to be pickled may not do it right for members; members are pickled by value."""
    methods = ("__getnewargs_ex__", "__getnewargs__", "__reduce_ex__", "__reduce__")
    if not any(m in member_type.__dict__ for m in methods):
        if "__new__" in namespace:
            _make_class_unpicklable(namespace)
            return
        sabotage = None
        for chain in member_type.__mro__:
            if chain is object:
                continue
            if isinstance(chain, EnumType):
                sabotage = None
                break
            if "__new__" in chain.__dict__:
                sabotage = not any(m in chain.__dict__ for m in methods)
                break
        if sabotage:
            _make_class_unpicklable(namespace)


def _choose_texts(enum_class, classdict, member_type, first_enum):
    """Texts of members are those of Enum, not of the type mixed in, unless the class or ReprEnum says otherwise."""
    is_repr_enum = ReprEnum is not None and ReprEnum in enum_class.__bases__
    for name in ("__repr__", "__str__", "__format__", "__reduce_ex__"):
        if name in classdict:
            continue
        if is_repr_enum and name in ("__str__", "__format__"):
            continue
        enum_method = getattr(first_enum, name)
        found = getattr(enum_class, name)
        data_method = getattr(member_type, name)
        object_method = getattr(object, name)
        if found in (data_method, object_method) and found is not enum_method:
            setattr(enum_class, name, enum_method)
    if is_repr_enum:
        if member_type is object:
            raise TypeError("ReprEnum subclasses must be mixed with a data type (i.e. int, str, float, etc.)")
        for name in ("__str__", "__format__"):
            if name not in classdict and name not in ReprEnum.__dict__:
                setattr(enum_class, name, _text_method(enum_class, member_type, name))
    if Flag is not None and issubclass(enum_class, Flag):
        for name in (
            "__or__", "__and__", "__xor__", "__ror__", "__rand__", "__rxor__", "__invert__",
        ):
            if name not in classdict:
                setattr(enum_class, name, getattr(Flag, name))
                dict.__setitem__(classdict, name, getattr(Flag, name))


def _text_method(enum_class, member_type, name):
    if name == "__format__":
        return member_type.__format__
    method = member_type.__str__
    return member_type.__repr__ if method is object.__str__ else method


def _finish_flag(enum_class, classdict, boundary):
    mask = enum_class._flag_mask_
    enum_class._all_bits_ = (1 << mask.bit_length()) - 1
    enum_class._boundary_ = boundary
    values = [m._value_ for m in [enum_class._member_map_[n] for n in enum_class._member_names_]]
    if values and sorted(values) != values:
        # Iteration is in order of value, members were not defined in it.
        enum_class._iter_member_ = enum_class._iter_member_by_def_


def _check_order(enum_class, order):
    if isinstance(order, str):
        order = order.replace(",", " ").split()
    map_ = enum_class._member_map_
    names = enum_class._member_names_
    given = [o for o in order if o not in map_ or o in names]
    if given != names:
        raise TypeError("member order does not match _order_:\n  %r\n  %r" % (names, given))


# -- the base classes --------------------------------------------------------------------------------------


class Enum(metaclass=EnumType):
    """Base class of enumerations."""

    name = _member_field("_name_")
    value = _member_field("_value_")

    def __new__(cls, value):
        if type(value) is cls:
            return value
        try:
            return cls._value2member_map_[value]
        except KeyError:
            pass
        except TypeError:
            for found in cls._member_map_.values():
                if found._value_ == value:
                    return found
        if not cls._member_map_:
            raise TypeError("%r has no members defined" % cls)
        exc = None
        try:
            result = cls._missing_(value)
        except Exception as e:
            exc = e
            result = None
        if isinstance(result, cls):
            return result
        if Flag is not None and issubclass(cls, Flag) and cls._boundary_ is EJECT and isinstance(result, int):
            return result
        invalid = ValueError("%r is not a valid %s" % (value, cls.__qualname__))
        if result is None and exc is None:
            raise invalid
        if exc is None:
            exc = TypeError("error in %s._missing_: returned %r instead of None or a valid member" % (cls.__name__, result))
        if not isinstance(exc, ValueError):
            exc.__context__ = invalid
        raise exc

    def __init__(self, *args, **kwds):
        pass

    def _generate_next_value_(name, start, count, last_values):
        """The value of `auto()`: one more than the last that is a number."""
        if not last_values:
            return start
        try:
            last = last_values[-1]
            highest = sorted(last_values)[-1]
            if last != highest:
                import warnings

                warnings.warn(
                    "In 3.13 the default `auto()`/`_generate_next_value_` will require all values to be sortable and support adding +1"
                    "\nand the value returned will be the largest value in the enum incremented by 1",
                    DeprecationWarning,
                    stacklevel=3,
                )
            for value in reversed(last_values):
                try:
                    return value + 1
                except TypeError:
                    pass
        except TypeError:
            for value in reversed(last_values):
                try:
                    return value + 1
                except TypeError:
                    pass
        return start

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        show = self.__class__._value_repr_ or repr
        return "<%s.%s: %s>" % (self.__class__.__name__, self._name_, show(self._value_))

    def __str__(self):
        return "%s.%s" % (self.__class__.__name__, self._name_)

    def __dir__(self):
        names = set()
        if self.__class__._member_type_ is not object:
            names = set(object.__dir__(self))
        for name in getattr(self, "__dict__", ()):
            if name[0] != "_" and name not in self._member_map_:
                names.add(name)
        for cls in self.__class__.mro():
            for name, obj in cls.__dict__.items():
                if name[0] == "_":
                    continue
                if isinstance(obj, property):
                    if obj.fget is not None or name not in self._member_map_:
                        names.add(name)
                    else:
                        names.discard(name)
                elif name not in self._member_map_:
                    names.add(name)
        return sorted({"__class__", "__doc__", "__eq__", "__hash__", "__module__"} | names)

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def __deepcopy__(self, memo):
        return self

    def __copy__(self):
        return self


class ReprEnum(Enum):
    """Only `repr` of members is that of enums; `str` and `format` are those of the type mixed in."""


class IntEnum(int, ReprEnum):
    """Members are ints too."""


class StrEnum(str, ReprEnum):
    """Members are strings too."""

    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError("too many arguments for str(): %r" % (values,))
        if len(values) == 1 and not isinstance(values[0], str):
            raise TypeError("%r is not a string" % (values[0],))
        if len(values) >= 2 and not isinstance(values[1], str):
            raise TypeError("encoding must be a string, not %r" % (values[1],))
        if len(values) == 3 and not isinstance(values[2], str):
            raise TypeError("errors must be a string, not %r" % (values[2]))
        value = str(*values)
        new = str.__new__(cls, value)
        new._value_ = value
        return new

    def _generate_next_value_(name, start, count, last_values):
        """The name in lower case."""
        return name.lower()


class FlagBoundary(StrEnum):
    """What happens to bits that no member has."""

    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


class Flag(Enum, boundary=STRICT):
    """Members can be combined with | & ^ ~."""

    _numeric_repr_ = repr

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def _generate_next_value_(name, start, count, last_values):
        """The lowest bit above all that are used."""
        if not last_values:
            return start if start is not None else 1
        last_value = max(last_values)
        try:
            high_bit = last_value.bit_length() - 1
        except Exception:
            raise TypeError("invalid flag value %r" % last_value) from None
        return 2 ** (high_bit + 1)

    @classmethod
    def _iter_member_by_value_(cls, value):
        for bit in _bits_of(value & cls._flag_mask_):
            found = cls._value2member_map_.get(bit)
            if found is not None:
                yield found

    _iter_member_ = _iter_member_by_value_

    @classmethod
    def _iter_member_by_def_(cls, value):
        yield from sorted(cls._iter_member_by_value_(value), key=lambda m: m._sort_order_)

    @classmethod
    def _missing_(cls, value):
        """Makes the combination that `value` stands for."""
        if not isinstance(value, int):
            raise ValueError("%r is not a valid %s" % (value, cls.__qualname__))
        flag_mask = cls._flag_mask_
        singles_mask = cls._singles_mask_
        all_bits = cls._all_bits_
        negative = None
        if not ~all_bits <= value <= all_bits or value & (all_bits ^ flag_mask):
            if cls._boundary_ is STRICT:
                width = max(value.bit_length(), flag_mask.bit_length())
                raise ValueError(
                    "%r invalid value %r\n    given %s\n  allowed %s" % (cls, value, bin(value, width), bin(flag_mask, width))
                )
            if cls._boundary_ is CONFORM:
                value = value & flag_mask
            elif cls._boundary_ is EJECT:
                return value
            elif cls._boundary_ is KEEP:
                if value < 0:
                    value = max(all_bits + 1, 2 ** value.bit_length()) + value
            else:
                raise ValueError("%r unknown flag boundary %r" % (cls, cls._boundary_))
        if value < 0:
            negative = value
            value = all_bits + 1 + value
        unknown = value & ~flag_mask
        aliases = value & ~singles_mask
        if unknown and cls._boundary_ is not KEEP:
            raise ValueError("%s(%r) -->  unknown values %r [%s]" % (cls.__name__, value, unknown, bin(unknown)))
        if cls._member_type_ is object:
            pseudo_member = object.__new__(cls)
        else:
            pseudo_member = cls._member_type_.__new__(cls, value)
        if not hasattr(pseudo_member, "_value_"):
            pseudo_member._value_ = value
        if value:
            parts = list(cls._iter_member_(value))
            if aliases:
                covered = 0
                for m in parts:
                    covered |= m._value_
                for m in cls._member_map_.values():
                    v = m._value_
                    if v and v & ~singles_mask and v & value == v and m not in parts:
                        parts.append(m)
                        covered |= v
                unknown = value & ~covered
            name = "|".join([m._name_ for m in parts])
            if not parts:
                name = None
            elif unknown:
                name += "|%s" % cls._numeric_repr_(unknown)
            pseudo_member._name_ = name
        else:
            pseudo_member._name_ = None
        pseudo_member = cls._value2member_map_.setdefault(value, pseudo_member)
        if negative is not None:
            cls._value2member_map_[negative] = pseudo_member
        return pseudo_member

    def __contains__(self, other):
        """Are all bits of `other` in this?"""
        if not isinstance(other, self.__class__):
            raise TypeError(
                "unsupported operand type(s) for 'in': %r and %r" % (type(other).__qualname__, self.__class__.__qualname__)
            )
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        yield from self._iter_member_(self._value_)

    def __len__(self):
        return self._value_.bit_count()

    def __repr__(self):
        cls = self.__class__
        show = cls._value_repr_ or repr
        if self._name_ is None:
            return "<%s: %s>" % (cls.__name__, show(self._value_))
        return "<%s.%s: %s>" % (cls.__name__, self._name_, show(self._value_))

    def __str__(self):
        if self._name_ is None:
            return "%s(%r)" % (self.__class__.__name__, self._value_)
        return "%s.%s" % (self.__class__.__name__, self._name_)

    def __bool__(self):
        return bool(self._value_)

    def _get_value(self, flag):
        if isinstance(flag, self.__class__):
            return flag._value_
        if self._member_type_ is not object and isinstance(flag, self._member_type_):
            return flag
        return NotImplemented

    def __or__(self, other):
        other = self._get_value(other)
        if other is NotImplemented:
            return NotImplemented
        return self.__class__(self._value_ | other)

    def __and__(self, other):
        other = self._get_value(other)
        if other is NotImplemented:
            return NotImplemented
        return self.__class__(self._value_ & other)

    def __xor__(self, other):
        other = self._get_value(other)
        if other is NotImplemented:
            return NotImplemented
        return self.__class__(self._value_ ^ other)

    def __invert__(self):
        if self._inverted_ is None:
            if self._boundary_ in (EJECT, KEEP):
                inverted = self.__class__(~self._value_)
            else:
                inverted = self.__class__(self._singles_mask_ & ~self._value_)
            self._inverted_ = inverted
        return self._inverted_

    __rand__ = __and__
    __ror__ = __or__
    __rxor__ = __xor__


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    """Flags that are ints too."""


def bin(num, max_bits=None):
    """As the built-in, but negative numbers in two's complement, and with a sign bit: `0b0 101`, `0b1 010`."""
    ceiling = 2 ** num.bit_length()
    if num >= 0:
        digits = __builtins_bin(num + ceiling)
        sign = "0b0"
    else:
        digits = __builtins_bin(~num ^ (ceiling - 1) + ceiling)
        sign = "0b1"
    digits = digits[3:]
    if max_bits is not None and len(digits) < max_bits:
        digits = (sign[-1] * max_bits + digits)[-max_bits:]
    return "%s %s" % (sign, digits)


from builtins import bin as __builtins_bin


# -- decorators --------------------------------------------------------------------------------------------


def unique(enumeration):
    """Refuses enums in which two names have the same value."""
    duplicates = [(name, m.name) for name, m in enumeration.__members__.items() if name != m.name]
    if duplicates:
        details = ", ".join(["%s -> %s" % (alias, name) for alias, name in duplicates])
        raise ValueError("duplicate values found in %r: %s" % (enumeration, details))
    return enumeration


class EnumCheck(StrEnum):
    """What `verify` can look for."""

    CONTINUOUS = "no skipped integer values"
    NAMED_FLAGS = "multi-flag aliases may not contain unnamed flags"
    UNIQUE = "one name per value"


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    """Refuses enums that break the given rules."""

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        name = enumeration.__name__
        is_flag = issubclass(enumeration, Flag)
        if not is_flag and not issubclass(enumeration, Enum):
            raise TypeError("the 'verify' decorator only works with Enum and Flag")
        for check in self.checks:
            if check is UNIQUE:
                duplicates = [(n, m.name) for n, m in enumeration.__members__.items() if n != m.name]
                if duplicates:
                    details = ", ".join(["%s -> %s" % pair for pair in duplicates])
                    raise ValueError("aliases found in %r: %s" % (enumeration, details))
            elif check is CONTINUOUS:
                values = {e.value for e in enumeration}
                if len(values) < 2:
                    continue
                low, high = min(values), max(values)
                if is_flag:
                    missing = [2**i for i in range(low.bit_length(), high.bit_length()) if 2**i not in values]
                else:
                    missing = [i for i in range(low + 1, high) if i not in values]
                if missing:
                    kind = "flag" if is_flag else "enum"
                    raise ValueError(
                        "invalid %s %r: missing values %s" % (kind, name, ", ".join(str(m) for m in missing))[:256]
                    )
            elif check is NAMED_FLAGS:
                member_values = [m.value for m in enumeration]
                missing_names = []
                missing_value = 0
                for alias_name, alias in enumeration._member_map_.items():
                    if alias_name in enumeration._member_names_ or alias.value < 0:
                        continue
                    missed = [v for v in _bits_of(alias.value) if v not in member_values]
                    if missed:
                        missing_names.append(alias_name)
                        for value in missed:
                            missing_value |= value
                if missing_names:
                    if len(missing_names) == 1:
                        alias = "alias %s is missing" % missing_names[0]
                    else:
                        alias = "aliases %s and %s are missing" % (", ".join(missing_names[:-1]), missing_names[-1])
                    if _is_single_bit(missing_value):
                        value = "value 0x%x" % missing_value
                    else:
                        value = "combined values of 0x%x" % missing_value
                    raise ValueError(
                        "invalid Flag %r: %s %s [use enum.show_flag_values(value) for details]" % (name, alias, value)
                    )
        return enumeration


def show_flag_values(value):
    return list(_bits_of(value))


def global_enum_repr(self):
    """`module.NAME`"""
    return "%s.%s" % (self.__class__.__module__.split(".")[-1], self._name_)


def global_flag_repr(self):
    module = self.__class__.__module__.split(".")[-1]
    cls_name = self.__class__.__name__
    if self._name_ is None:
        return "%s.%s(%r)" % (module, cls_name, self._value_)
    if _is_single_bit(self._value_):
        return "%s.%s" % (module, self._name_)
    if self._boundary_ is not FlagBoundary.KEEP:
        return "|".join(["%s.%s" % (module, name) for name in self.name.split("|")])
    return "|".join([n if n[0].isdigit() else "%s.%s" % (module, n) for n in self._name_.split("|")])


def global_str(self):
    if self._name_ is None:
        return "%s(%r)" % (self.__class__.__name__, self._value_)
    return self._name_


def global_enum(cls, update_str=False):
    """Puts the members into the module of the class, and shows them so."""
    cls.__repr__ = global_flag_repr if issubclass(cls, Flag) else global_enum_repr
    if not issubclass(cls, ReprEnum) or update_str:
        cls.__str__ = global_str
    sys.modules[cls.__module__].__dict__.update(cls.__members__)
    return cls


def _simple_enum(etype=Enum, *, boundary=None, use_args=None):
    """Makes an enum of a plain class."""

    def convert_class(cls):
        body = etype.__class__.__prepare__(cls.__name__, (etype,))
        for name, value in cls.__dict__.items():
            if name not in ("__dict__", "__weakref__"):
                body[name] = value
        return etype.__class__(cls.__name__, (etype,), body, boundary=boundary)

    return convert_class

"""A small model of the `stackless` module for CPython, written from spec/stackless.md sections 1 to 7.

It lets `record.mjs --check` run the stackless fixtures without our interpreter, so a fixture that contradicts the
specification is found before it misleads anybody. Every tasklet is an operating system thread of its own, of which
exactly one runs at any time: a switch releases the semaphore of the next one and waits for its own. Ticks are opcode
trace events. One thread of Python, no pickling, no weak references; speed does not matter here.
"""
import builtins
import os
import sys
import threading
import types


class TaskletExit(SystemExit):
    pass


TaskletExit.__module__ = "builtins"
builtins.TaskletExit = TaskletExit

LIBRARY = os.path.dirname(os.__file__)

DEADLOCK = "Deadlock: the last runnable tasklet cannot be blocked."


class bomb:
    def __init__(self, type=None, value=None, traceback=None):
        self.type, self.value, self.traceback = type, value, traceback


class _Scheduler:
    def __init__(self):
        self.ring = []  # ring[0] is current, and the last entry runs last
        self.main = None
        self.watchdogs = None
        self.switch_trap = 0
        self.ticks = self.watermark = self.interval = 0
        self.armed = False
        self.interrupted = None
        self.soft = self.totaltimeout = self.ignore_nesting = False
        self.no_soft_irq = False
        self.in_callback = False
        self.schedule_callback = self.channel_callback = self.error_handler = None
        self.running = None  # the tasklet whose thread is executing


S = _Scheduler()


def _explode(value):
    if isinstance(value, bomb):
        exc = value.value if value.value is not None else value.type()
        raise exc.with_traceback(value.traceback) if value.traceback is not None else exc
    return value


def _make_bomb(exc):
    return bomb(type(exc), exc, exc.__traceback__)


def _unlink(t):
    S.ring.remove(t)


def _is_floating(t):
    return t._alive and t not in S.ring and t._chan is None


def _leave_channel(t):
    t._chan._waiting.remove(t)
    t._chan = None
    t._dir = 0


def _runner():
    return S.watchdogs[-1] if S.watchdogs and len(S.watchdogs) > 1 else S.main


def _switch(prev, nxt):
    """SWITCH of section 1.4. Returns the value `prev` finds when it resumes, or raises it."""
    if nxt is None:
        return _block(prev)
    if S.switch_trap and nxt is not prev:
        raise RuntimeError("switch_trap")
    if nxt._chan is not None:
        _leave_channel(nxt)
        S.ring.append(nxt)
    elif nxt not in S.ring:
        S.ring.append(nxt)
    nxt = _soft_interrupt(prev, nxt)
    if nxt is prev:
        _rotate(prev)
        return _take(prev)
    _notify(prev, nxt)
    if not S.totaltimeout:
        S.watermark = S.ticks + S.interval
    _rotate(nxt)
    _resume(nxt)
    prev._sem.acquire()
    S.running = prev
    return _take(prev)


def _rotate(t):
    i = S.ring.index(t)
    S.ring[:] = S.ring[i:] + S.ring[:i]


def _take(t):
    value, t._temp = t._temp, None
    return _explode(value)


def _resume(t):
    S.running = t
    if t._thread is None and t is not S.main:
        t._thread = threading.Thread(target=_body, args=(t,), daemon=True)
        t._thread.start()
    else:
        t._sem.release()


def _notify(prev, nxt):
    if S.schedule_callback is not None:
        S.in_callback = True
        try:
            S.schedule_callback(prev, nxt)
        finally:
            S.in_callback = False


def _block(prev):
    """BLOCK of section 1.5, for one thread."""
    w = _runner()
    if _is_floating(w):
        if isinstance(prev._temp, bomb):
            w._temp = prev._temp
        return _switch(prev, w)
    prev._temp = bomb(RuntimeError, RuntimeError(DEADLOCK))
    return _switch(prev, prev)


def _soft_interrupt(prev, nxt):
    if not prev._irq or not S.armed:
        return nxt
    if not S.soft:
        return nxt
    prev._irq = False
    runner = S.watchdogs[0]
    if not _is_floating(runner) or runner is prev or runner is nxt:
        return nxt
    if S.no_soft_irq:
        nxt._irq = True
        return nxt
    S.interrupted = nxt
    S.ring.insert(S.ring.index(nxt), runner)
    return runner


def _body(t):
    """The thread of a tasklet: run the function, then END of section 1.6."""
    result = None
    sys.settrace(_trace)
    try:
        _take(t)
        func, args, kwargs = t._call
        t._call = None
        value = func(*args, **kwargs)
        if isinstance(value, bomb):
            result = value
    except SystemExit as e:
        if not isinstance(e, TaskletExit):
            sys.settrace(None)
            sys.stdout.flush()
            os._exit(e.code if isinstance(e.code, int) else 0 if e.code is None else 1)
    except BaseException as e:
        result = _make_bomb(e)
        if S.error_handler is not None:
            result = None
            try:
                S.error_handler(type(e), e, e.__traceback__)
            except BaseException as replaced:
                result = _make_bomb(replaced)
    sys.settrace(None)
    _end(t, result)


def _end(t, result):
    _unlink(t)
    nxt = S.ring[0] if S.ring else None
    w = _runner()
    if nxt is None:
        nxt = w
        if w._chan is not None and result is None:
            text = "receiving without a sender" if w._dir < 0 else "sending without a receiver"
            result = bomb(RuntimeError, RuntimeError(f"the main tasklet is {text} available."))
    if result is not None:
        nxt = w
        w._temp = result
    t._temp = None
    if nxt._chan is not None:
        _leave_channel(nxt)
        S.ring.append(nxt)
    elif nxt not in S.ring:
        S.ring.append(nxt)
    nxt = _soft_interrupt(t, nxt)
    _notify(t, nxt)
    t._alive = False
    if not S.totaltimeout:
        S.watermark = S.ticks + S.interval
    _rotate(nxt)
    _resume(nxt)


def _trace(frame, event, arg):
    name = frame.f_code.co_filename
    # The library's frames are ours: starting a thread runs some of them in the middle of a switch.
    if name == __file__ or name.startswith((LIBRARY, "<frozen")):
        return None
    frame.f_trace_opcodes = True
    frame.f_trace_lines = False
    return _count


def _count(frame, event, arg):
    if event == "opcode":
        S.ticks += 1
        if S.armed and S.ticks > S.watermark:
            _interrupt(S.running)
    return _count


def _interrupt(current):
    if S.soft or current._atomic or S.in_callback or S.switch_trap:
        current._irq = True
        S.watermark = S.ticks + S.interval
        return
    current._irq = False
    S.interrupted = current
    runner = S.watchdogs[0]
    _switch(current, runner)


class tasklet:
    __slots__ = ("_func", "_call", "_thread", "_sem", "_temp", "_chan", "_dir", "_alive", "_atomic", "_ignore", "_trap", "_irq", "__weakref__")

    def __new__(cls, *args, **kwargs):
        t = object.__new__(cls)
        t._call = t._thread = t._temp = t._chan = None
        t._sem = threading.Semaphore(0)
        t._dir = 0
        t._alive = t._atomic = t._ignore = t._trap = t._irq = False
        return t

    def __init__(self, func=None, args=None, kwargs=None):
        self.bind(func, args, kwargs)

    def bind(self, func=None, args=None, kwargs=None):
        if func is not None and not callable(func):
            raise TypeError("tasklet function must be a callable or None")
        if self is S.running:
            raise RuntimeError("can't (re)bind the current tasklet")
        if self in S.ring or self._chan is not None:
            raise RuntimeError("tasklet is scheduled")
        if self is S.main and args is None and kwargs is None:
            raise RuntimeError("can't unbind the main tasklet")
        if args is None and kwargs is None:
            self._alive = False
            self._thread, self._sem = None, threading.Semaphore(0)
            self._temp = func
            return self
        if func is None:
            func = self._temp
            if func is None:
                raise RuntimeError("the tasklet was not bound to a function")
        self._prepare(func, () if args is None else args, {} if kwargs is None else kwargs)
        return self

    def _prepare(self, func, args, kwargs):
        self._call = (func, args, kwargs)
        self._thread, self._sem = None, threading.Semaphore(0)
        self._temp = None
        self._alive = True

    def setup(self, /, *args, **kwargs):
        if self._alive:
            raise RuntimeError("tasklet is alive")
        if self._temp is None:
            raise RuntimeError("the tasklet was not bound to a function")
        self._prepare(self._temp, args, kwargs)
        S.ring.append(self)
        return self

    __call__ = setup

    def insert(self):
        if self._chan is not None:
            raise RuntimeError("You cannot run a blocked tasklet")
        if self in S.ring:
            return self
        if not self._alive:
            raise RuntimeError("You cannot run an unbound(dead) tasklet")
        S.ring.append(self)
        return self

    def remove(self):
        if self._chan is not None:
            raise RuntimeError("You cannot remove a blocked tasklet.")
        if self is S.running:
            raise RuntimeError("The current tasklet cannot be removed.")
        if self in S.ring:
            _unlink(self)
        return self

    def _checked(self):
        if self._chan is not None:
            raise RuntimeError("You cannot run a blocked tasklet")
        if not self._alive:
            raise RuntimeError("You cannot run an unbound(dead) tasklet")

    def run(self):
        self._checked()
        c = S.running
        was_floating = self not in S.ring
        try:
            return _switch(c, self)
        except RuntimeError as e:
            if str(e) == "switch_trap" and was_floating and self in S.ring:
                _unlink(self)
            raise

    def switch(self):
        self._checked()
        c = S.running
        if c is self:
            return _take(c)
        if S.switch_trap:
            raise RuntimeError("switch_trap")
        _unlink(c)
        return _switch(c, self)

    def raise_exception(self, *args):
        if not args:
            raise TypeError("raise_exception() takes at least 1 argument")
        if not (isinstance(args[0], type) and issubclass(args[0], BaseException)):
            raise TypeError("tasklet.raise_exception needs Exception or string subclass as first parameter")
        return self._deliver(args[0](*args[1:]), None, False)

    def throw(self, exc, val=None, tb=None, pending=False):
        return self._deliver(_normalise(exc, val, tb), tb, pending)

    def kill(self, pending=False):
        return self._deliver(TaskletExit(), None, pending)

    def _deliver(self, exc, tb, pending):
        c = S.running
        if self is c:
            raise exc
        if not self._alive:
            if isinstance(exc, TaskletExit):
                if self in S.ring:
                    _unlink(self)
                return None
            raise RuntimeError("You cannot throw to a dead tasklet")
        b = bomb(type(exc), exc, tb)
        if pending:
            if self._chan is not None:
                _leave_channel(self)
            if self not in S.ring:
                S.ring.append(self)
            self._temp = b
            return None
        if S.switch_trap:
            raise RuntimeError("switch_trap")
        self._temp = b
        _switch(c, self)
        return None

    def set_atomic(self, flag, /):
        if not isinstance(flag, int):
            raise TypeError("set_atomic needs exactly one bool or integer")
        old, self._atomic = self._atomic, bool(flag)
        if self is S.running and self._irq and not self._atomic and not S.soft:
            S.watermark = S.ticks
        return old

    def set_ignore_nesting(self, flag, /):
        if not isinstance(flag, int):
            raise TypeError("set_ignore_nesting needs exactly one bool or integer")
        old, self._ignore = self._ignore, bool(flag)
        return old

    alive = property(lambda self: self._alive)
    paused = property(lambda self: _is_floating(self))
    scheduled = property(lambda self: self in S.ring or self._chan is not None)
    blocked = property(lambda self: self._chan is not None)
    is_current = property(lambda self: self is S.running)
    is_main = property(lambda self: self is S.main)
    restorable = property(lambda self: True)
    atomic = property(lambda self: self._atomic)
    ignore_nesting = property(lambda self: self._ignore)
    nesting_level = property(lambda self: 0)
    thread_id = property(lambda self: threading.main_thread().ident)

    def _frames(self):
        """The Python frames of the tasklet, innermost first, without those of this model."""
        thread = threading.main_thread() if self is S.main else self._thread
        frame = sys._current_frames().get(thread.ident) if thread is not None and self._alive else None
        found = []
        while frame is not None:
            name = frame.f_code.co_filename
            if name != __file__ and "threading" not in name:
                found.append(frame)
            frame = frame.f_back
        return found

    recursion_depth = property(lambda self: len(self._frames()))
    frame = property(lambda self: next(iter(self._frames()), None))
    _channel = property(lambda self: self._chan)

    @property
    def tempval(self):
        return self._temp

    @tempval.setter
    def tempval(self, value):
        self._temp = value

    @property
    def block_trap(self):
        return self._trap

    @block_trap.setter
    def block_trap(self, value):
        if not isinstance(value, int):
            raise TypeError("block_trap must be set to a bool or integer")
        self._trap = bool(value)

    def _neighbour(self, step):
        if self in S.ring:
            return S.ring[(S.ring.index(self) + step) % len(S.ring)]
        if self._chan is not None:
            i = self._chan._waiting.index(self) + step
            return self._chan._waiting[i] if 0 <= i < len(self._chan._waiting) else None
        return None

    next = property(lambda self: self._neighbour(1))
    prev = property(lambda self: self._neighbour(-1))


def _normalise(exc, val, tb):
    if tb is not None and not isinstance(tb, types.TracebackType):
        raise TypeError("third argument must be a traceback object")
    if isinstance(exc, type) and issubclass(exc, BaseException):
        if val is None:
            return exc()
        if isinstance(val, exc):
            return val
        return exc(*val) if isinstance(val, tuple) else exc(val)
    if isinstance(exc, BaseException):
        if val is not None:
            raise TypeError("instance exception may not have a separate value")
        return exc
    raise TypeError(f"exceptions must be classes, or instances, not {type(exc).__name__}")


class channel:
    __slots__ = ("_waiting", "_pref", "_all", "_closing", "__weakref__")

    def __new__(cls, *args, **kwargs):
        ch = object.__new__(cls)
        ch._waiting, ch._pref, ch._all, ch._closing = [], -1, 0, False
        return ch

    def __init__(self, *args, **kwargs):
        pass

    balance = property(lambda self: sum(t._dir for t in self._waiting))
    queue = property(lambda self: self._waiting[0] if self._waiting else None)
    closing = property(lambda self: self._closing)
    closed = property(lambda self: self._closing and not self._waiting)

    @property
    def preference(self):
        return self._pref

    @preference.setter
    def preference(self, value):
        if not isinstance(value, int):
            raise TypeError("preference must be set to an integer")
        self._pref = (value > 0) - (value < 0)

    @property
    def schedule_all(self):
        return self._all

    @schedule_all.setter
    def schedule_all(self, value):
        if not isinstance(value, int):
            raise TypeError("preference must be set to a bool or integer")
        self._all = int(bool(value))

    def _exchange(self, direction, value):
        c = S.running
        if S.in_callback:
            raise RuntimeError("Recursive channel call due to callbacks!")
        old = c._temp
        c._temp = value
        will_block = not self._waiting or self._waiting[0]._dir == direction
        if S.channel_callback is not None:
            S.in_callback = True
            try:
                S.channel_callback(self, c, int(direction > 0), int(will_block))
            finally:
                S.in_callback = False
        if not will_block:
            return self._hand_over(c, direction, old)
        if c._trap:
            c._temp = old
            raise RuntimeError("this tasklet does not like to be blocked.")
        if self._closing:
            c._temp = old
            raise ValueError("Send/receive operation on a closed channel")
        if S.switch_trap:
            c._temp = old
            raise RuntimeError("switch_trap")
        _unlink(c)
        c._chan, c._dir = self, direction
        self._waiting.append(c)
        return _switch(c, S.ring[0] if S.ring else None)

    def _hand_over(self, c, direction, old):
        p = self._waiting[0]
        moves = self._all or self._pref == -direction
        if moves and S.switch_trap:
            c._temp = old
            raise RuntimeError("switch_trap")
        _leave_channel(p)
        c._temp, p._temp = p._temp, c._temp
        if self._all:
            S.ring.append(p)
            return _switch(c, S.ring[1])
        if self._pref == -direction:
            S.ring.insert(1, p)
            S.no_soft_irq = True
            try:
                return _switch(c, p)
            finally:
                S.no_soft_irq = False
        S.ring.append(p)
        S.no_soft_irq = True
        try:
            return _switch(c, c)
        finally:
            S.no_soft_irq = False

    def send(self, value, /):
        self._exchange(1, value)

    def receive(self):
        return self._exchange(-1, None)

    def send_exception(self, *args):
        if not args:
            raise TypeError("send_exception() takes at least 1 argument")
        if not (isinstance(args[0], type) and issubclass(args[0], BaseException)):
            raise TypeError("channel.send_exception needs Exception or string subclass as first parameter")
        self._exchange(1, bomb(args[0], args[0](*args[1:])))

    def send_throw(self, exc, val=None, tb=None, /):
        e = _normalise(exc, val, tb)
        self._exchange(1, bomb(type(e), e, tb))

    def send_sequence(self, iterable, /):
        n = 0
        for item in iterable:
            self.send(item)
            n += 1
        return n

    def close(self):
        self._closing = True

    def open(self):
        self._closing = False

    def __iter__(self):
        return self

    def __next__(self):
        if self._closing and self.balance <= 0:
            raise StopIteration
        return self.receive()


def schedule(retval=S):
    c = S.running
    if S.switch_trap and S.ring[1 % len(S.ring)] is not c:
        raise RuntimeError("switch_trap")
    c._temp = c if retval is S else retval
    return _switch(c, S.ring[1 % len(S.ring)])


def schedule_remove(retval=S):
    c = S.running
    if S.switch_trap and len(S.ring) > 1:
        raise RuntimeError("switch_trap")
    c._temp = c if retval is S else retval
    nxt = S.ring[1] if len(S.ring) > 1 else None
    _unlink(c)
    return _switch(c, nxt)


def run(timeout=0, threadblock=False, soft=False, ignore_nesting=False, totaltimeout=False):
    c = S.running
    if S.watchdogs is None:
        S.watchdogs = [None]
    if S.switch_trap and len(S.ring) > 1:
        raise RuntimeError("switch_trap")
    interrupting = timeout > 0 and S.watchdogs[0] is None
    if interrupting:
        S.watchdogs[0] = c
    S.watchdogs.append(c)
    if interrupting:
        saved = (S.armed, S.soft, S.ignore_nesting, S.totaltimeout, S.watermark, S.interval)
        S.armed, S.soft, S.ignore_nesting, S.totaltimeout = True, bool(soft), bool(ignore_nesting), bool(totaltimeout)
        S.interval = timeout
        S.watermark = S.ticks + timeout
    _unlink(c)
    try:
        _switch(c, S.ring[0] if S.ring else None)
    finally:
        if c in S.watchdogs[1:]:
            while True:
                popped = S.watchdogs.pop()
                if popped is S.watchdogs[0]:
                    S.watchdogs[0] = None
                if popped is c and c not in S.watchdogs[1:]:
                    break
                if popped is not c and _is_floating(popped):
                    S.ring.append(popped)
        if interrupting:
            S.armed, S.soft, S.ignore_nesting, S.totaltimeout, S.watermark, S.interval = saved
    victim, S.interrupted = S.interrupted, None
    if victim is not None and interrupting and not soft:
        if victim in S.ring:
            _unlink(victim)
        return victim
    return None


class atomic:
    def __enter__(self):
        self._old = S.running.set_atomic(True)

    def __exit__(self, *exc):
        S.running.set_atomic(self._old)


def switch_trap(change=0, /):
    if not isinstance(change, int):
        raise TypeError(f"'{type(change).__name__}' object cannot be interpreted as an integer")
    old = S.switch_trap
    S.switch_trap += change
    return old


def getcurrent():
    return S.running


def getmain():
    return S.main


def getruncount():
    return len(S.ring)


def getcurrentid():
    return id(S.running)


def getdebug():
    return False


def getuncollectables():
    return []


def getthreads():
    return [threading.main_thread().ident]


def enable_softswitch(flag, /):
    return True


def set_error_handler(handler=None, /):
    old, S.error_handler = S.error_handler, handler
    return old


def _callback_setter(name):
    def setter(callback, /):
        if callback is not None and not callable(callback):
            raise TypeError(f"{name} callback must be callable")
        old = getattr(S, name + "_callback")
        setattr(S, name + "_callback", callback)
        return old

    return setter


set_schedule_callback = _callback_setter("schedule")
set_channel_callback = _callback_setter("channel")


def get_schedule_callback():
    return S.schedule_callback


def get_channel_callback():
    return S.channel_callback


class _Module(types.ModuleType):
    current = property(lambda self: S.running)
    main = property(lambda self: S.main)
    runcount = property(lambda self: len(S.ring))
    debug = property(lambda self: False)
    threads = property(lambda self: getthreads())
    uncollectables = property(lambda self: [])


S.main = tasklet()
S.main._alive = True
S.running = S.main
S.ring.append(S.main)
sys.modules[__name__].__class__ = _Module
sys.modules[__name__].stackless = sys.modules[__name__]


def _trace_main():
    """Lets the main tasklet count ticks too: its outermost frame runs already, so it is told directly."""
    frame = sys._getframe()
    while frame is not None:
        if frame.f_globals.get("__name__") == "__main__":
            frame.f_trace, frame.f_trace_opcodes, frame.f_trace_lines = _count, True, False
        frame = frame.f_back
    sys.settrace(_trace)


_trace_main()

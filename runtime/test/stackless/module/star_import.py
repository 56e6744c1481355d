# source: spec 2.1
from stackless import *
names = ["atomic", "channel", "get_channel_callback", "get_schedule_callback", "getcurrent", "getcurrentid", "getdebug", "getmain",
         "getruncount", "getthreads", "getuncollectables", "run", "schedule", "schedule_remove", "set_channel_callback",
         "set_error_handler", "set_schedule_callback", "stackless", "switch_trap", "tasklet", "enable_softswitch"]
print([n for n in names if n not in globals()])  # expect: []
print(isinstance(tasklet, type), isinstance(channel, type), isinstance(atomic, type))  # expect: True True True
print(TaskletExit.__name__, issubclass(TaskletExit, SystemExit), issubclass(TaskletExit, Exception))  # expect: TaskletExit True False
print(enable_softswitch(None), type(getcurrentid()).__name__)  # expect: True int

"""A service with worker tasklets, and how it ends: by killing them.

`kill()` raises TaskletExit in a worker wherever it is: asleep, blocked on a channel, in the middle of a computation. So the worker's
`finally` blocks run, it gives back what it has borrowed, and there is nothing else to say to it: no flag that it would have to look at
between jobs, no message that it might be too busy to receive.
"""
import engine
import stackless
from clock import sleep, start


class Service:
    """Tasklets that belong together and end together."""

    def __init__(self):
        self.tasklets = []

    def employ(self, fn):
        self.tasklets.append(start(fn))

    def close(self):
        """Kills everybody, and waits for those whom the end of the frame has interrupted in their `finally`. Returns how many it were."""
        employed = [tasklet for tasklet in self.tasklets if tasklet.alive]
        self.tasklets = []
        for tasklet in employed:
            tasklet.kill()
        while any(tasklet.alive for tasklet in employed):
            stackless.schedule()
        return len(employed)


class SurveyService(Service):
    """Probes look for ore. Each surveyor borrows a probe and has a sheet open; both must be back at the end."""

    def __init__(self, colony, dice, surveyors):
        super().__init__()
        self.colony = colony
        self.dice = dice
        self.probes = list(range(surveyors))
        self.open_sheets = 0
        self.jobs = stackless.channel()
        self.findings = stackless.channel()
        self.found = 0
        self.employ(self.give_out_jobs)
        self.employ(self.collect)
        for _ in range(surveyors):
            self.employ(self.surveyor)

    def give_out_jobs(self):
        while True:
            self.jobs.send(self.dice.pick(self.colony.sectors))

    def collect(self):
        for units in self.findings:
            self.found += units
            sleep(0.05)

    def surveyor(self):
        engine.count('surveyors begun')
        probe = self.probes.pop()
        try:
            for sector in self.jobs:
                with Sheet(self):
                    sleep(self.dice.spread(0.1, 0.9))
                    self.findings.send(sector.ore)
        finally:
            self.probes.append(probe)
            engine.count('surveyor finally blocks')


class Sheet:
    """Counts itself while it is open."""

    __slots__ = ('service',)

    def __init__(self, service):
        self.service = service

    def __enter__(self):
        self.service.open_sheets += 1

    def __exit__(self, kind, value, traceback):
        self.service.open_sheets -= 1
        if kind is not None:
            engine.count('sheets closed by kill' if issubclass(kind, TaskletExit) else 'sheets closed by error')


def survey_season(colony, dice, surveyors):
    """Opens a survey, lets it work, tears it down, and looks whether everything is back."""
    while True:
        service = SurveyService(colony, dice, surveyors)
        sleep(2.5)
        killed = service.close()
        engine.count('surveys closed')
        if len(service.probes) == surveyors and service.open_sheets == 0:
            engine.count('surveys closed cleanly')
            engine.say(f'Survey over: {killed} tasklets killed, all {surveyors} probes back, {service.found:,} units found')
        else:
            engine.say(f'Survey LOST {surveyors - len(service.probes)} probes and {service.open_sheets} sheets')
        sleep(0.5)

"""Founds the colony. Everything it starts is a tasklet; when this file ends, they go on."""
import engine
import settings
from bank import Auditor, Bank, TwoStep
from clock import call_repeatedly
from colony import Colony
from dice import Dice
from mission import mission
from mods import endless
from ships import KINDS
from stackless import getruncount, tasklet
from survey import survey_season
from weather import meteors


class Fleet:
    """All ships; a lost one is replaced by one of its kind."""

    def __init__(self, colony, dice):
        self.colony = colony
        self.dice = dice
        self.ships = []

    def launch(self, kind):
        return KINDS[kind](self.colony, self.dice, self.dice.pick(self.colony.stations))

    def build(self, kind, number):
        self.ships.extend(self.launch(kind) for _ in range(number))

    def replace(self, index):
        self.ships[index] = self.launch(self.ships[index].kind)


def found_colony():
    dice = Dice(settings.seed)
    bank = Bank()
    colony = Colony(bank, dice)
    fleet = Fleet(colony, dice)
    fleet.build('miner', settings.miners)
    fleet.build('hauler', settings.haulers)
    fleet.build('trader', settings.traders)
    guarded, unguarded = TwoStep(), TwoStep()
    Auditor(bank, guarded, unguarded)
    engine.gauge('credits issued', bank.issued)
    call_repeatedly(0.5, lambda: colony.turn(dice))
    tasklet(survey_season)(colony, dice, settings.surveyors)
    tasklet(meteors)(fleet, dice)
    tasklet(mission)(colony, dice)
    if settings.mod:
        tasklet(endless.endless_mod)(guarded, unguarded)
    engine.say(f'{len(fleet.ships)} ships, {len(colony.stations)} stations, {getruncount() - 1} tasklets ready')


found_colony()

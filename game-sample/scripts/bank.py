"""Money is neither made nor lost: the sum of all accounts is the same whenever anybody looks.

A tasklet can be interrupted between any two operations when its frame's time is over, so a transfer is one atomic section. The auditor
checks that this works; `TwoStep` is the same thing without protection, for comparison.
"""
import engine
from clock import call_repeatedly
from stackless import atomic


class Account:
    __slots__ = ('name', 'credits')

    def __init__(self, name, credits=0):
        self.name = name
        self.credits = credits

    def __repr__(self):
        return f'<Account {self.name}: {self.credits:,} cr>'


class Bank:
    JOURNAL = 16

    def __init__(self):
        self.accounts = []
        self.issued = 0
        self.transfers = 0
        self.journal = [0] * self.JOURNAL

    def open(self, name, credits=0):
        account = Account(name, credits)
        with atomic():
            self.accounts.append(account)
            self.issued += credits
        return account

    def transfer(self, payer, payee, amount):
        """Moves up to `amount`, as much as there is, and returns how much it was."""
        with atomic():
            amount = min(amount, payer.credits)
            payer.credits -= amount
            self.record(amount)  # at this point the money is nowhere
            payee.credits += amount
        return amount

    def record(self, amount):
        self.transfers += 1
        self.journal[self.transfers % self.JOURNAL] = amount
        check = 0
        for entry in self.journal:
            check = (check * 31 + entry) % 65521
        return check

    def total(self):
        with atomic():
            return sum(account.credits for account in self.accounts)


class TwoStep:
    """Two counters that should always be equal, except to somebody who looks between the two steps."""

    __slots__ = ('begun', 'done')

    def __init__(self):
        self.begun = 0
        self.done = 0

    def is_torn(self):
        return self.begun != self.done


class Auditor:
    """Looks every tenth of a second and tells the engine what it saw."""

    def __init__(self, bank, guarded, unguarded):
        self.bank = bank
        self.guarded = guarded
        self.unguarded = unguarded
        call_repeatedly(0.1, self.audit)

    def audit(self):
        engine.count('audits')
        total = self.bank.total()
        engine.gauge('credits', total)
        engine.gauge('transfers', self.bank.transfers)
        if total != self.bank.issued:
            engine.count('audits failed')
            engine.say(f'AUDIT: {total - self.bank.issued:+,} credits out of nowhere')
        if self.guarded.is_torn():
            engine.count('torn in atomic')
        if self.unguarded.is_torn():
            engine.count('torn without atomic')

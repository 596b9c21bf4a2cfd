"""A word that tells of a deed, with the heads of its parts, before anything is made of it."""

from __future__ import annotations

from dataclasses import dataclass

from parley.language.tree import Token


@dataclass(frozen=True, slots=True)
class Deed:
    """A deed as one clause tells it.

    Attributes:
        code: root class.
        name: which deed of its class.
        token: the word that tells it.
        predicate: the verb whose tense, negation and clause count.
        actor: head of the doer, or None.
        targets: heads that may be the other side, likeliest first, each with where it stands.
        needs: what must be known, or ''.
        noun: whether a noun tells it.
        ahead: whether the word itself says that it is only planned.
        inner: the verb of the clause that belongs to the deed ("accused Chad of *shelling*"), or None.
    """

    code: str
    name: str
    token: Token
    predicate: Token
    actor: Token | None
    targets: tuple[tuple[Token, str], ...] = ()
    needs: str = ""
    noun: bool = False
    inner: Token | None = None
    ahead: bool = False

    @property
    def target(self) -> Token | None:
        """The likeliest head of the other side, or None."""
        return self.targets[0][0] if self.targets else None

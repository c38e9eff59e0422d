"""A question in words as a filter: "who criticised Labour in January 2025", "Starmer on Musk", "calls for an inquiry".

No language model: names, the lexicon's own verbs and a few words of grammar. What is not understood is said word by
word, and where a name can be several people's, the reader chooses.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graph import Filter
from nlp.questions import QuestionWords, Sense
from workspace.question_days import Calendar, Period
from workspace.question_heard import SETTLES, TURNS, Heard, Unclear
from workspace.question_names import Name, Names, words_in
from workspace.question_things import Things


@dataclass(frozen=True, slots=True)
class Answer:
    """What a question asks for."""

    filter: Filter
    unclear: tuple[Unclear, ...] = ()


def understand(question: str, names: Names, words: QuestionWords, newest: str | None) -> Answer:
    """The filter that a question asks for.

    Args:
        newest: ISO day of the newest document: "last week" is the one before it.
    """
    reader = _Reader(question, names, words, Calendar.of(words.period, newest))
    return reader.read()


class _Reader:
    """Goes through the words once; each step takes the longest thing that it knows."""

    def __init__(self, question: str, names: Names, words: QuestionWords, calendar: Calendar) -> None:
        self.question, self.names, self.known, self.calendar = question, names, words, calendar
        self.words = words_in(question)
        self.things = Things(self.words, names, words)
        self.plain = [word.plain for word in self.words]
        self.cased = any(word.capital for word in self.words[1:])
        self.heard = Heard()

    def read(self) -> Answer:
        place = 0
        while place < len(self.words):
            place += max(1, self._step(place))
        heard = self.heard
        return Answer(heard.filter(), tuple(heard.unclear))

    def _step(self, place: int) -> int:
        """How many words were taken."""
        if period := self.calendar.read(self.plain[place:]):
            return self._take_period(period, place)
        if length := self.things.title_at(place):
            return self._take_topic(place, length)
        things_next = self.heard.demanding and self.heard.role != "actor"
        if things_next and (length := self.things.topic_at(place, called=True)):
            return self._take_topic(place, length)
        if self._is_members(place):
            return 1
        length, found = self._name_at(place)
        sense_length, sense = self._sense_at(place)
        if found and (length > sense_length or (length == sense_length and self._is_name(place))):
            self._take_name(found, place, length)
            return length
        if sense:
            self._take_sense(sense, place + sense_length)
            return sense_length
        return self._take_role(place) or self._take_other(place)

    def _take_period(self, period: Period, place: int) -> int:
        heard = self.heard
        if (period.since and heard.since) or (period.until and heard.until):
            self._unclear(place, period.length)
            return period.length
        since = period.since.isoformat() if period.since else heard.since
        until = period.until.isoformat() if period.until else heard.until
        if since and until and since > until:
            self._unclear(place, period.length)
        else:
            heard.since, heard.until = since, until
        return period.length

    def _name_at(self, place: int) -> tuple[int, list[Name]]:
        length, found = self.names.at(self.plain[place:])
        if length == 2 and self._is_members(place + 1):
            # All of the party, and not the group alone that is called "Reed MPs".
            length, found = self.names.at(self.plain[place : place + 1])
        if length == 1 and not self._is_name(place) and self._is_thing(place):
            return 0, []  # "calls for reform" is not about the party
        return length, found

    def _is_name(self, place: int) -> bool:
        """Whether a word that may be something else is written as names are; all is, where nothing is."""
        return self.words[place].capital or not (self.cased or len(self.plain[place]) == 1)

    def _is_thing(self, place: int) -> bool:
        word = self.plain[place]
        return len(word) == 1 or (
            (self.heard.demanding or self.cased) and self.names.is_more_than_a_name(word)
        )

    def _sense_at(self, place: int) -> tuple[int, Sense | None]:
        for length in range(min(6, len(self.plain) - place), 0, -1):
            if sense := self.known.phrases.get(tuple(self.plain[place : place + length])):
                return length, sense
        return 0, None

    def _take_name(self, found: Sequence[Name], place: int, length: int) -> None:
        heard = self.heard
        outlets = [name for name in found if name.kind == "outlet"]
        others = [name for name in found if name.kind != "outlet"]
        printed = heard.role in ("outlet", "from")
        choice = outlets if outlets and (printed or not others) else others
        if len(choice) > 1:
            self._unclear(place, length, [name.label for name in choice], several=True)
        elif (heard.role == "outlet" and not outlets) or (heard.role == "target" and heard.topics):
            self._unclear(place, length)
        else:
            if heard.role == "both":
                heard.settle("both")
            heard.take(choice[0], "actor" if heard.role == "from" else heard.role)

    def _take_sense(self, sense: Sense, after: int) -> None:
        heard = self.heard
        heard.relations |= sense.relations
        heard.families |= sense.families
        heard.demanding = sense.demanding
        passive = heard.being or sense.kind == "receives" or self._is_passive(after)
        between = self.known.roles.get(tuple(self.plain[after - 1 : after])) == "between"  # "a row between"
        if sense.kind == "bearer":  # "Vela's critics" as "critics of Vela"
            heard.settle("target")
            heard.role = "target"
        elif between:
            heard.role = "both"
        elif passive and sense.kind in ("verb", "receives"):
            heard.settle("target")
            heard.role = "actor" if sense.kind == "receives" else ""
        else:
            heard.settle("actor")
            heard.role = "target"
        heard.being = False

    def _is_passive(self, after: int) -> bool:
        """Whether the verb before is one: "criticised *by*", "accused *of*"; "called *for*" is a verb as a whole."""
        return not self.known.passive.isdisjoint(self.plain[after : after + 1])

    def _take_role(self, place: int) -> int:
        """Words of grammar; 0 if there is none."""
        for length in (2, 1):
            role = self.known.roles.get(tuple(self.plain[place : place + length]))
            if role and role != "members":
                self._play(role)
                return min(length, len(self.plain) - place)
        return 0

    def _play(self, role: str) -> None:
        heard = self.heard
        if role in SETTLES:
            heard.settle(SETTLES[role])
        if role in TURNS:
            heard.role = TURNS[role]
        if role == "direct":
            heard.voices.add("direct")
        if role != "filler":
            heard.being = role == "be"

    def _is_members(self, place: int) -> bool:
        """Whether the word says "MPs" or the like, behind the name of a party."""
        before = self.names.at(self.plain[place - 1 : place])[1] if place else []
        is_members = self.known.roles.get(tuple(self.plain[place : place + 1])) == "members"
        return is_members and any(name.kind == "party" for name in before)

    def _take_other(self, place: int) -> int:
        """A title, or a topic, if things are called so; else a word that is not understood."""
        if self.plain[place] in self.known.titles and self.names.at(self.plain[place + 1 :])[0]:
            return 1
        if length := self.things.topic_at(place):
            return self._take_topic(place, length)
        self._unclear(place, 1, self.names.like(self.plain[place]))
        return 1

    def _take_topic(self, place: int, length: int) -> int:
        """A second topic widens the first, so it must be meant: "a tax or an inquiry"."""
        heard = self.heard
        if heard.role == "actor" or heard.targets or (heard.topics and not self._is_joined(place)):
            self._unclear(place, length)
        else:
            heard.topics.append(self.things.topic(place, length))
            heard.settle("actor")
        return length

    def _is_joined(self, place: int) -> bool:
        return not {"and", "or"}.isdisjoint(self.plain[max(place - 2, 0) : place])

    def _unclear(self, place: int, length: int, names: Sequence[str] = (), several: bool = False) -> None:
        start, end = self.words[place].start, self.words[place + length - 1].end
        before = self.heard.unclear[-1] if self.heard.unclear else None
        if before and self._is_one_name(before, place, names):
            start = self.heard.unclear.pop().start
        self.heard.unclear.append(Unclear(self.question[start:end], start, end, tuple(names), several))

    def _is_one_name(self, before: Unclear, place: int, names: Sequence[str]) -> bool:
        """Whether two unknown words are a name: "Xara Quill"."""
        adjacent = not self.question[before.end : self.words[place].start].strip()
        return (
            adjacent
            and not (names or before.names)
            and before.words[:1].isupper()
            and self.words[place].capital
        )

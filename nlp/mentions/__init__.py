"""Who is named: names of the knowledge base, names the document introduces, roles, party words, groups.

Runs before pronouns are resolved. Each step takes only tokens that no earlier step has taken.
"""

from __future__ import annotations

from nlp.draft import Draft
from nlp.mentions.bodies import governments, organizations_of_ner, parties_by_name
from nlp.mentions.bodies_again import bodies_again, introduced_bodies
from nlp.mentions.callings import callings, candidates
from nlp.mentions.campaigns import campaigns
from nlp.mentions.companies import companies
from nlp.mentions.countries import ministries
from nlp.mentions.families import families
from nlp.mentions.groups import groups, masses
from nlp.mentions.known import country_of, known_names
from nlp.mentions.outlets import outlets
from nlp.mentions.pacs import committees
from nlp.mentions.parties import parties_of_people, party_words, the_party
from nlp.mentions.people import people_of_text
from nlp.mentions.roles import party_leaders, roles
from nlp.mentions.short_names import short_names
from nlp.names import Names
from nlp.quotes.letters import signers


def find_mentions(draft: Draft, names: Names) -> None:
    """Note every mention by name, role or party word, and the entities they bring in."""
    known_names(draft, names)
    draft.country = country_of(draft)
    committees(draft)
    introduced_bodies(draft)
    people_of_text(draft)
    signers(draft)
    parties_by_name(draft)
    short_names(draft)
    roles(draft, names)
    ministries(draft, names)
    organizations_of_ner(draft)
    companies(draft, names)
    campaigns(draft)
    governments(draft, names)
    party_words(draft)
    the_party(draft)
    party_leaders(draft)
    families(draft)
    groups(draft)
    masses(draft)
    outlets(draft)
    bodies_again(draft)
    parties_of_people(draft)
    callings(draft)
    candidates(draft)

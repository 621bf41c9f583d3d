"""Closed lists of the codebook that code refers to by name; their meanings are data in `codebook`."""

from enum import StrEnum


class EventType(StrEnum):
    """PLOVER's sixteen event types (manual draft 2.0, September 2021)."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


class QuadClass(StrEnum):
    """The four quad classes."""

    VERBAL_COOPERATION = "verbal cooperation"
    MATERIAL_COOPERATION = "material cooperation"
    VERBAL_CONFLICT = "verbal conflict"
    MATERIAL_CONFLICT = "material conflict"


class Status(StrEnum):
    """On what footing the text states an event."""

    OCCURRED = "occurred"
    PLANNED = "planned"
    NEGATED = "negated"
    CLAIMED = "claimed"
    HYPOTHETICAL = "hypothetical"


class Sector(StrEnum):
    """Primary sectors of actors (PLOVER manual, actor sectors; GOV, MIL, … as in CAMEO)."""

    GOV = "GOV"
    MIL = "MIL"
    LEG = "LEG"
    JUD = "JUD"
    SPY = "SPY"
    PTY = "PTY"
    REB = "REB"
    CIV = "CIV"
    MED = "MED"
    BUS = "BUS"
    IGO = "IGO"
    NGO = "NGO"
    COP = "COP"


class Granularity(StrEnum):
    """How exact a date is."""

    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"
    UNKNOWN = "unknown"

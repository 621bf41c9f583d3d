"""Names of divisions without the word for their kind, which English news leaves out or has its own word for."""

import re

# "Jiangxi Sheng", "Odessa Oblast", "Muhafazat Dimyat", "Wilaya de Tlemcen".
_BEFORE = (
    "Changwat|Departamento|Departement|Estado|Gouvernorat|Mintaqat|Muhafazat|Ostan-e|Province|Provincia|Region|Republic|"
    "Respublika|Wilaya"
)
_AFTER = (
    "County|Department|District|Division|Governorate|Krai|Kray|Oblast'?|Oblysy|Parish|Prefecture|Province|Rayonu|Region|"
    "Republic|Sheng|Shi|State|Voivodeship|Zizhiqu"
)
_DIVISION = re.compile(rf"^(?:{_BEFORE})(?: de| di| d'| of)? | (?:{_AFTER})$")

# "Provincia de Jaen", "Departement du Nord", "Landkreis Celle"; "Laurel County" keeps its word.
_KINDS = (
    "Arrondissement|Canton|Caza|Cercle|Comarca|Concelho|Departamento|Departement|District|Distrito|Gemeente|Judetul|"
    "Kabupaten|Kreis|Landkreis|Mohafazat|Muhafazat|Municipio|Okres|Partido|Politischer Bezirk|Powiat|Province|"
    "Provincia|Provinz|Raion|Rayon"
)
_LINKS = "da|de la|de las|de los|de|del|des|di|do|du|of"
_DISTRICT = re.compile(rf"^(?:{_KINDS})(?: (?:{_LINKS}))? (?:d')?(?=\w)", re.IGNORECASE)


def bare_division(name: str) -> str:
    """The name of a first-level division without "Province" and the like: "Odessa Oblast" is Odessa."""
    return _DIVISION.sub("", name).strip(" -'’")


def bare_district(name: str) -> str:
    """The name of a district without a word for its kind before it: "Landkreis Celle" is Celle."""
    return _DISTRICT.sub("", name).strip()

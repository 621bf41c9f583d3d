"""Which texts are not in English. Only English is coded."""

from functools import cache
from typing import Any

LANGUAGES = {
    "ar": "Arabic", "az": "Azerbaijani", "be": "Belarusian", "bg": "Bulgarian", "bn": "Bengali", "bs": "Bosnian",
    "ca": "Catalan", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "en": "English", "es": "Spanish",
    "et": "Estonian", "fa": "Persian", "fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi", "hr": "Croatian",
    "hu": "Hungarian", "hy": "Armenian", "id": "Indonesian", "it": "Italian", "ja": "Japanese", "ka": "Georgian",
    "kk": "Kazakh", "km": "Khmer", "ko": "Korean", "lt": "Lithuanian", "lv": "Latvian", "mk": "Macedonian",
    "ms": "Malay", "nl": "Dutch", "no": "Norwegian", "pl": "Polish", "ps": "Pashto", "pt": "Portuguese",
    "ro": "Romanian", "ru": "Russian", "sk": "Slovak", "sl": "Slovenian", "sq": "Albanian", "sr": "Serbian",
    "sv": "Swedish", "sw": "Swahili", "ta": "Tamil", "th": "Thai", "tl": "Tagalog", "tr": "Turkish", "uk": "Ukrainian",
    "ur": "Urdu", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip
"""Languages of the press, by their code of ISO 639-1."""

SHORT = 60
"""Characters below which a text is believed to be in the language that its feed names."""

SURE = 0.5
"""By how much for each character (natural logarithm) another language must fit better than English.

Sentences in the languages of Europe have 1 to 3, a list of names 0.3; of 6,000 English news items none had more than 0.
"""

MOST = 1_000
"""Characters looked at."""


def find_foreign(text: str, declared: str = "") -> str:
    """The name of the language that a text is in, where that is not English; else empty.

    Feeds and pages often name a language that is not theirs, the one that their software came with, so the words
    decide where they are enough. Where they leave a doubt the text is coded: "Netanyahu, Macron, Scholz" is in any
    language.

    Args:
        text: title and text.
        declared: what its feed says: "en-GB", "fr".

    """
    words = text[:MOST]
    code = declared.lower().replace("_", "-").partition("-")[0].strip()
    if len(words) < SHORT:
        return LANGUAGES.get(code, "") if code != "en" else ""
    ranked = dict(_identifier().rank(words))
    best = max(ranked, key=ranked.__getitem__)
    return LANGUAGES[best] if best != "en" and ranked[best] - ranked["en"] > SURE * len(words) else ""


@cache
def _identifier() -> Any:
    """The identifier, which tells its scores as logarithms."""
    # Imported here: it takes a while, and only feeds and archives ask.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(sorted(LANGUAGES))
    return identifier

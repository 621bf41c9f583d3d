"""What datelines are made of, "KYIV, Ukraine, March 3 (AP) —", as regular expressions.

The parser's dateline must be right to the letter; where copies are compared, more is passed over. Both are of these.
"""

from typing import Final

MONTH: Final = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
DATE: Final = rf"(?:{MONTH}\s*\d{{1,2}}|\d{{1,2}}\s+{MONTH})(?:,?\s+\d{{4}})?"
"""Such as March 3, or 3 March 2024."""
CAPITAL: Final = r"[^\W\d_a-zß-öø-ÿ]"
"""A letter of any script that is not small."""
DASH: Final = r"[-–—―−]"
